using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>Who ended a stream: the caller by either of two tokens, the client, or the silence of the service.</summary>
public sealed class StreamWatchTests : IDisposable
{
    private readonly SteppedClock _time = new();
    private readonly CancellationTokenSource _first = new();
    private readonly CancellationTokenSource _second = new();
    private readonly CancellationTokenSource _client = new();

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
        _client.Dispose();
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    public void The_token_that_was_cancelled_is_the_one_that_is_told(bool hasFirst, bool hasSecond, bool cancelsFirst)
    {
        using var watch = new StreamWatch(
            new StreamLimits(), _time, hasFirst ? _first.Token : default, hasSecond ? _second.Token : default, _client.Token);
        using var wait = watch.Waiting();
        (watch.IsCancelled, watch.IsOver, watch.Token.IsCancellationRequested).Should().Be((false, false, false));

        (cancelsFirst ? _first : _second).Cancel();

        (watch.IsCancelled, watch.IsDisposed, watch.IsSilent, watch.IsOver).Should().Be((true, false, false, true));
        watch.Token.IsCancellationRequested.Should().BeTrue();
        watch.Cause.Should().Be(cancelsFirst ? _first.Token : _second.Token);
    }

    [Fact]
    public void Where_both_were_cancelled_the_methods_own_token_is_told()
    {
        using var watch = new StreamWatch(new StreamLimits(), _time, _first.Token, _second.Token);

        _second.Cancel();
        _first.Cancel();

        watch.Cause.Should().Be(_first.Token);
    }

    [Fact]
    public void No_wait_begins_for_whoever_has_cancelled()
    {
        using var watch = new StreamWatch(new StreamLimits(), _time, _first.Token, _second.Token);
        _second.Cancel();

        var cancelled = FluentActions.Invoking(() => watch.Waiting()).Should().Throw<OperationCanceledException>().Which;

        (cancelled.CancellationToken, cancelled.Message).Should().Be((_second.Token, "The stream was cancelled."));
    }

    [Fact]
    public void The_end_of_the_client_is_no_cancellation()
    {
        using var watch = new StreamWatch(new StreamLimits(), _time, _first.Token, default, _client.Token);
        using var wait = watch.Waiting();

        _client.Cancel();

        (watch.IsCancelled, watch.IsDisposed, watch.IsSilent, watch.IsOver).Should().Be((false, true, false, true));
        watch.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void The_service_may_be_silent_for_so_long_in_each_wait_and_the_consumers_own_time_does_not_count()
    {
        using var watch = new StreamWatch(new StreamLimits { IdleTimeout = TimeSpan.FromSeconds(10) }, _time, default);

        for (var wait = 0; wait < 3; wait++)
        {
            using (watch.Waiting())
            {
                _time.Advance(TimeSpan.FromSeconds(9));
                watch.IsSilent.Should().BeFalse();
            }

            _time.Advance(TimeSpan.FromMinutes(1));
            watch.IsOver.Should().BeFalse();
        }

        using (watch.Waiting())
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            (watch.IsSilent, watch.IsOver, watch.Token.IsCancellationRequested).Should().Be((true, true, true));
        }

        watch.IsSilent.Should().BeTrue("it is over when the wait is over, too");
    }

    [Fact]
    public void Silence_is_no_reason_where_somebody_ended_it()
    {
        using var watch = new StreamWatch(
            new StreamLimits { IdleTimeout = TimeSpan.FromSeconds(10) }, _time, _first.Token, default, _client.Token);
        using var wait = watch.Waiting();
        _time.Advance(TimeSpan.FromSeconds(10));

        _client.Cancel();
        (watch.IsSilent, watch.IsDisposed).Should().Be((false, true));
        _first.Cancel();
        (watch.IsSilent, watch.IsCancelled).Should().Be((false, true));
    }

    [Fact]
    public void A_wait_that_is_over_leaves_no_timer_behind()
    {
        using var watch = new StreamWatch(new StreamLimits { IdleTimeout = TimeSpan.FromSeconds(10) }, _time, default);

        watch.Waiting().Dispose();

        _time.AdvanceToNext().Should().BeFalse();
    }

    [Fact]
    public void The_time_since_the_request_was_sent_counts_all_of_it()
    {
        using var watch = new StreamWatch(new StreamLimits(), _time, default);
        _time.Advance(TimeSpan.FromSeconds(5));
        watch.Ask();

        using (watch.Waiting())
        {
            _time.Advance(TimeSpan.FromSeconds(2));
        }

        _time.Advance(TimeSpan.FromSeconds(3));

        watch.SinceAsked.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_watch_that_is_disposed_lets_go_of_the_callers_tokens()
    {
        var watch = new StreamWatch(new StreamLimits(), _time, _first.Token, _second.Token);

        watch.Dispose();
        _first.Cancel();

        watch.Token.IsCancellationRequested.Should().BeFalse("nobody listens any more");
    }
}
