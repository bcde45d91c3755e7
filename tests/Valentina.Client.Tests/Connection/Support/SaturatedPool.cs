namespace Valentina.Client.Tests.Connection;

/// <summary>Gives the thread pool more blocking work than it can have threads for, until it is disposed.</summary>
internal sealed class SaturatedPool : IDisposable
{
    /// <summary>Not disposed: work that the pool begins later still looks at it.</summary>
    private readonly ManualResetEventSlim _release = new();
    private readonly int _total;
    private int _started;

    public SaturatedPool()
    {
        ThreadPool.GetMinThreads(out var workers, out _);
        _total = Math.Max(workers, 8) + 512;
        for (var index = 0; index < _total; index++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    Interlocked.Increment(ref _started);
                    _release.Wait(TimeSpan.FromMinutes(2));
                },
                null);
        }
    }

    /// <summary>Whether some of the work still waits for a thread.</summary>
    public bool IsSaturated => Volatile.Read(ref _started) < _total;

    public void Dispose() => _release.Set();
}
