namespace Valentina.Testing;

/// <summary>Waiting on a clock, asynchronously and on the calling thread.</summary>
internal static class FakeWait
{
    public static Task DelayAsync(TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken)
        => delay <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(delay, clock, cancellationToken);

    public static void Delay(TimeProvider clock, TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
        {
            return;
        }

        using var signal = new ManualResetEventSlim();
        using var timer = clock.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), signal, delay, Timeout.InfiniteTimeSpan);
        signal.Wait(cancellationToken);
    }
}
