namespace Valentina.Connection.Retries;

/// <summary>
/// Waits by the time provider's clock: asynchronously on its timer, synchronously on wait handles. Both return early, and without an
/// exception, when the caller cancels or the client is disposed: whoever waits looks at that anyway.
/// </summary>
internal static class Waiter
{
    public static async Task WaitAsync(
        TimeSpan wait, TimeProvider time, CancellationToken cancellationToken, CancellationToken disposal = default)
    {
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        var end = new AsynchronousWait();
        using var timer = time.CreateTimer(static state => ((AsynchronousWait)state!).TrySetResult(), end, wait, Timeout.InfiniteTimeSpan);
        using var onCancelled = cancellationToken.UnsafeRegister(static state => ((AsynchronousWait)state!).TrySetResult(), end);
        using var onDisposed = disposal.UnsafeRegister(static state => ((AsynchronousWait)state!).TrySetResult(), end);
        await end.Task.ConfigureAwait(false);
    }

    /// <summary>Blocks the calling thread and needs no other.</summary>
    public static void Wait(TimeSpan wait, TimeProvider time, CancellationToken cancellationToken, CancellationToken disposal = default)
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

        using var end = new SynchronousWait();
        using var timer = time.CreateTimer(static state => ((SynchronousWait)state!).Set(), end, wait, Timeout.InfiniteTimeSpan);
        WaitHandle.WaitAny([end, cancellationToken.WaitHandle, disposal.WaitHandle]);
    }

    private sealed class AsynchronousWait : TaskCompletionSource, IWait;

    private sealed class SynchronousWait() : EventWaitHandle(initialState: false, EventResetMode.ManualReset), IWait;
}
