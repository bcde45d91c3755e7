namespace Valentina.Connection;

/// <summary>
/// The synchronous work on this thread. The sockets it waits on find its deadline here, wait in short slices, and end the wait
/// themselves: another thread that closed them would do so under the hands of a decompressor (which crashes the process), or hit a
/// connection that the pool has already given to another call.
/// </summary>
internal readonly struct SynchronousWork : IDisposable
{
    [ThreadStatic]
    private static Deadline? _deadline;

    private readonly Deadline? _before;

    private SynchronousWork(Deadline? before) => _before = before;

    /// <summary>What ends the work on this thread; null where there is none.</summary>
    public static Deadline? Deadline => _deadline;

    /// <summary>Begins work; it ends with disposal, on the same thread. Work inside work, as in a callback, has its own deadline.</summary>
    public static SynchronousWork Begin(Deadline? deadline)
    {
        var before = _deadline;
        _deadline = deadline;
        return new SynchronousWork(before);
    }

    public void Dispose() => _deadline = _before;
}
