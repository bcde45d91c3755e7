using Microsoft.Extensions.Time.Testing;
using Valentina.Connection;
using Valentina.Connection.Retries;
using Valentina.Testing;

namespace Valentina.Client.Tests.Connection;

/// <summary>Waits between attempts, the clocks of tests that jump over them, and the limits that such clocks must leave alone.</summary>
public sealed class WaiterTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_test_clocks_jump_over_a_wait(bool sync)
    {
        foreach (var clock in new TimeProvider[] { new FakeClock(), new AutoTimeProvider() })
        {
            var start = clock.GetUtcNow();

            await WaitAsync(sync, clock, CancellationToken.None);

            (clock.GetUtcNow() - start).Should().Be(Minute);
        }
    }

    [Fact]
    public void Neither_test_clock_is_moved_by_a_limit_or_by_the_timers_of_others()
    {
        foreach (var clock in new TimeProvider[] { new FakeClock(), new AutoTimeProvider() })
        {
            var start = clock.GetUtcNow();
            using var limit = new CancellationTokenSource(Minute, clock);
            using var deadline = Deadline.Start(Minute, clock, CancellationToken.None, CancellationToken.None);
            var delay = Task.Delay(Minute, clock);
            var fired = false;
            using var timer = clock.CreateTimer(_ => fired = true, null, Minute, Timeout.InfiniteTimeSpan);

            clock.GetUtcNow().Should().Be(start);
            (limit.IsCancellationRequested || deadline.HasPassed || delay.IsCompleted || fired).Should().BeFalse();
        }
    }

    [Fact]
    public async Task A_jump_fires_what_falls_due_on_the_way()
    {
        var clock = new FakeClock();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(59), clock);
        using var later = new CancellationTokenSource(TimeSpan.FromSeconds(61), clock);

        await WaitAsync(sync: false, clock, CancellationToken.None);

        limit.IsCancellationRequested.Should().BeTrue();
        later.IsCancellationRequested.Should().BeFalse();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_wait_ends_early_and_quietly_when_the_caller_cancels_or_the_client_is_disposed(bool sync, bool disposes)
    {
        foreach (var clock in new[] { TimeProvider.System, new FakeTimeProvider() })
        {
            using var end = new CancellationTokenSource();
            var (caller, disposal) = disposes ? (CancellationToken.None, end.Token) : (end.Token, CancellationToken.None);

            var wait = WaitAsync(sync, clock, caller, disposal);
            wait.IsCompleted.Should().BeFalse();
            await end.CancelAsync();

            await wait;
        }
    }

    private static Task WaitAsync(bool sync, TimeProvider clock, CancellationToken caller, CancellationToken disposal = default)
        => sync
            ? Task.Factory.StartNew(() => Waiter.Wait(Minute, clock, caller, disposal), TaskCreationOptions.LongRunning)
            : Waiter.WaitAsync(Minute, clock, caller, disposal);
}
