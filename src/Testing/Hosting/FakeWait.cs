using Valentina.Connection.Retries;

namespace Valentina.Testing;

/// <summary>Waiting on a clock, asynchronously and on the calling thread.</summary>
internal static class FakeWait
{
    public static async Task DelayAsync(TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
        {
            return;
        }

        await Waiter.WaitAsync(delay, clock, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    public static void Delay(TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
        {
            return;
        }

        Waiter.Wait(delay, clock, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
