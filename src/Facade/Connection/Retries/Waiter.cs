namespace Valentina.Connection.Retries;

/// <summary>Waits by the time provider's clock: asynchronously on its timer, synchronously on the token's wait handle.</summary>
internal static class Waiter
{
    public static Task WaitAsync(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
        => wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;

    /// <summary>Blocks the calling thread and needs no other; returns early when cancelled.</summary>
    public static void Wait(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        if (ReferenceEquals(time, TimeProvider.System))
        {
            cancellationToken.WaitHandle.WaitOne(wait);
            return;
        }

        using var elapsed = new ManualResetEvent(false);
        using var timer = time.CreateTimer(static state => ((ManualResetEvent)state!).Set(), elapsed, wait, Timeout.InfiniteTimeSpan);
        WaitHandle.WaitAny([elapsed, cancellationToken.WaitHandle]);
    }
}
