using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>Deadlines, and the cancellation sources in them, are used again: nothing of one use may reach the next.</summary>
public sealed class DeadlinePoolTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public void What_listened_to_or_cancelled_the_last_use_does_not_reach_the_next()
    {
        for (var round = 0; round < 1000; round++)
        {
            using var caller = new CancellationTokenSource();
            using var disposal = new CancellationTokenSource();
            var calls = 0;
            using (var before = Deadline.Start(Long, TimeProvider.System, caller.Token, disposal.Token))
            {
                before.Token.Register(() => calls++);
            }

            using var deadline = Deadline.Start(Long, TimeProvider.System, CancellationToken.None, CancellationToken.None);
            caller.Cancel();
            disposal.Cancel();

            deadline.Token.IsCancellationRequested.Should().BeFalse("caller and client of the last use have nothing to do with this one");
            deadline.HasPassed.Should().BeFalse();
            deadline.Invoking(static one => one.ThrowIfOver()).Should().NotThrow();
            calls.Should().Be(0);
        }
    }

    [Fact]
    public void One_that_was_cancelled_never_comes_back()
    {
        for (var round = 0; round < 1000; round++)
        {
            var (limit, caller) = round % 2 == 0 ? (TimeSpan.Zero, CancellationToken.None) : (Long, new CancellationToken(canceled: true));
            using (var over = Deadline.Start(limit, TimeProvider.System, caller, CancellationToken.None))
            {
                over.Token.IsCancellationRequested.Should().BeTrue();
            }

            using var next = Deadline.Start(Long, TimeProvider.System, CancellationToken.None, CancellationToken.None);

            next.Token.IsCancellationRequested.Should().BeFalse();
        }
    }

    [Fact]
    public void A_timer_of_the_last_use_does_not_end_the_next()
    {
        for (var round = 0; round < 200; round++)
        {
            Deadline.Start(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None, CancellationToken.None).Dispose();
        }

        var taken = Enumerable.Range(0, 100)
            .Select(static _ => Deadline.Start(Long, TimeProvider.System, CancellationToken.None, CancellationToken.None))
            .ToList();
        var limit = TimeSpan.FromMilliseconds(60);
        using var later = Deadline.Start(limit, TimeProvider.System, CancellationToken.None, CancellationToken.None);
        later.Token.WaitHandle.WaitOne();

        taken.Should().OnlyContain(static one => !one.Token.IsCancellationRequested);
        taken.ForEach(static one => one.Dispose());
    }
}
