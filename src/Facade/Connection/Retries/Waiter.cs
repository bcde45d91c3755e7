namespace Valentina.Connection.Retries;

/// <summary>
/// Waits by the time provider's clock: asynchronously on its timer, synchronously on wait handles. Both return early, and without an
/// exception, when the caller cancels or the client is disposed: whoever waits looks at that anyway.
/// </summary>
internal static class Waiter
{
    public static async Task WaitAsync(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken, CancellationToken disposal)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, disposal);
        await Task.Delay(wait, time, both.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Blocks the calling thread and needs no other.</summary>
    public static void Wait(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken, CancellationToken disposal)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        if (ReferenceEquals(time, TimeProvider.System))
        {
            WaitHandle.WaitAny([cancellationToken.WaitHandle, disposal.WaitHandle], wait);
            return;
        }

        using var elapsed = new ManualResetEvent(false);
        using var timer = time.CreateTimer(static state => ((ManualResetEvent)state!).Set(), elapsed, wait, Timeout.InfiniteTimeSpan);
        WaitHandle.WaitAny([elapsed, cancellationToken.WaitHandle, disposal.WaitHandle]);
    }
}
