namespace Valentina.Tests.Shared;

/// <summary>Until it is disposed, every thread of the pool is busy, it may make no more, and whatever else comes waits behind.</summary>
public sealed class SaturatedPool : IDisposable
{
    /// <summary>Not disposed: work that the pool begins later still looks at it.</summary>
    private readonly ManualResetEventSlim _release = new();
    private readonly int _workers;
    private readonly int _ports;
    private readonly int _total;
    private int _started;

    public SaturatedPool()
    {
        ThreadPool.GetMaxThreads(out _workers, out _ports);
        ThreadPool.GetMinThreads(out var fewest, out _);
        ThreadPool.SetMaxThreads(Math.Max(Environment.ProcessorCount, fewest), _ports);

        // The pool may have more threads than that from before. There is work for all of them, and some that is left.
        _total = ThreadPool.ThreadCount + Math.Max(fewest, 8) + 512;
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

    public void Dispose()
    {
        _release.Set();
        ThreadPool.SetMaxThreads(_workers, _ports);
    }
}
