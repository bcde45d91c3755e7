namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>Every thread of the pool is busy, and it may make no more, until this is disposed.</summary>
internal sealed class SaturatedPool : IDisposable
{
    private readonly ManualResetEventSlim _release = new();
    private readonly int _workers;
    private readonly int _ports;

    public SaturatedPool()
    {
        ThreadPool.GetMaxThreads(out _workers, out _ports);
        ThreadPool.GetMinThreads(out var fewest, out _);
        var most = Math.Max(Environment.ProcessorCount, fewest);
        ThreadPool.SetMaxThreads(most, _ports);

        // The pool may have more threads than that from before; what is left of them takes work too, until nobody comes any more.
        // The last one is taken when the pool is free again, so that the semaphore must not be disposed.
        var busy = new SemaphoreSlim(0);
        do
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    busy.Release();
                    _release.Wait();
                },
                null);
        }
        while (busy.Wait(TimeSpan.FromMilliseconds(150)));
    }

    public void Dispose()
    {
        _release.Set();
        ThreadPool.SetMaxThreads(_workers, _ports);
    }
}
