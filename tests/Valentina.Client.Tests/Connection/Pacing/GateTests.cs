using Valentina.Connection.Pacing;
using Valentina.Tests.Shared;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>Who may go when, by the gate alone.</summary>
public sealed class GateTests
{
    private readonly SteppedClock _clock = new();
    private readonly PacingGate _gate;

    public GateTests() => _gate = new PacingGate(_clock);

    [Fact]
    public void A_server_without_limits_lets_everybody_go()
    {
        Answer(Enter(), null);

        _gate.IsOpen.Should().BeTrue();
        _gate.Describe().Policies.Should().BeEmpty();
    }

    [Fact]
    public void A_burst_that_the_limit_holds_goes_at_once()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 4)));

        var turns = Enumerable.Range(0, 6).Select(_ => Enter()).ToList();

        turns.Take(4).Should().OnlyContain(turn => turn.Verdict == GateVerdict.Passed);
        turns.Skip(4).Should().OnlyContain(turn => turn.Verdict == null);
    }

    [Fact]
    public void Those_who_wait_go_in_order_one_for_each_token()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 0)));
        var turns = Enumerable.Range(0, 3).Select(_ => Enter()).ToList();

        var passed = new List<int>();
        for (var step = 0; step < 3; step++)
        {
            _clock.AdvanceToNext();
            passed.Add(turns.Count(turn => turn.Verdict == GateVerdict.Passed));
        }

        passed.Should().Equal(1, 2, 3);
        turns.Select(turn => turn.Sequence).Should().BeInAscendingOrder();
        Elapsed.Should().BeCloseTo(TimeSpan.FromSeconds(6), TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public void A_normal_call_waits_for_one_token_beside_five_hundred_in_the_background()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 0)));
        for (var number = 0; number < 500; number++)
        {
            Enter(isBackground: true, limit: 10_000);
        }

        var normal = Enter();
        _clock.AdvanceToNext();

        normal.Verdict.Should().Be(GateVerdict.Passed);
    }

    [Fact]
    public void One_token_in_ten_goes_to_the_background()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 0)));
        var background = Enumerable.Range(0, 5).Select(_ => Enter(isBackground: true, limit: 10_000)).ToList();
        for (var number = 0; number < 100; number++)
        {
            Enter(limit: 10_000);
        }

        for (var token = 0; token < 50; token++)
        {
            _clock.AdvanceToNext();
        }

        background.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(5);
    }

    [Fact]
    public void A_place_that_is_too_late_is_refused_at_once_with_the_wait()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 0)));
        Enter();
        Enter();

        var late = Enter(limit: 5);

        late.Verdict.Should().Be(GateVerdict.TooLate);
        late.Missing.Should().BeApproximately(6, 0.001);
    }

    [Fact]
    public void Who_is_overtaken_by_bad_news_is_turned_away_when_its_time_is_over()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 1)));
        var sent = Enter();
        var waiting = Enter(limit: 5);
        waiting.Verdict.Should().BeNull();

        Refuse(sent, TimeSpan.FromSeconds(30), Limits(("burst", 5, 10, 0)));
        _clock.Advance(TimeSpan.FromSeconds(5.1));

        waiting.Verdict.Should().Be(GateVerdict.TooLate);
        waiting.Missing.Should().BeApproximately(24.9, 0.2);
    }

    [Fact]
    public void One_probe_finds_out_whether_it_is_open_again()
    {
        Refuse(Enter(), TimeSpan.FromSeconds(3), null);
        var waiting = Enumerable.Range(0, 4).Select(_ => Enter()).ToList();

        _clock.Advance(TimeSpan.FromSeconds(3.1));
        waiting.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(1, "the others wait for what it finds");
        _clock.Advance(TimeSpan.FromSeconds(3));
        waiting.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(1);

        Answer(waiting[0], null);
        waiting.Count(turn => turn.Verdict == GateVerdict.Passed).Should().BeGreaterThan(1);
    }

    [Fact]
    public void A_probe_that_got_lost_is_made_again()
    {
        Refuse(Enter(), TimeSpan.FromSeconds(3), null);
        var (first, second) = (Enter(), Enter());
        _clock.Advance(TimeSpan.FromSeconds(3.1));

        _gate.Leave(first);

        second.Verdict.Should().Be(GateVerdict.Passed);
    }

    [Fact]
    public void A_refused_call_keeps_its_place()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 1)));
        var refused = Enter();
        var waiting = Enter();

        Refuse(refused, TimeSpan.FromSeconds(1), Limits(("burst", 5, 10, 0)));
        var again = _gate.Join(Ops.Get, false, refused);
        _gate.Enter(again, 60, false);
        _clock.AdvanceToNext();

        again.Verdict.Should().Be(GateVerdict.Passed);
        waiting.Verdict.Should().BeNull();
    }

    [Fact]
    public void Who_leaves_the_queue_gives_the_token_to_the_next()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 0)));
        var (first, second) = (Enter(), Enter());

        _gate.Withdraw(first);
        _clock.AdvanceToNext();

        first.Verdict.Should().Be(GateVerdict.Ended);
        second.Verdict.Should().Be(GateVerdict.Passed);
        _gate.QueueLength.Should().Be(0);
    }

    [Fact]
    public void A_token_taken_for_nothing_comes_back()
    {
        Answer(Enter(), Limits(("burst", 5, 10, 1)));
        var passed = Enter();
        var waiting = Enter();

        _gate.Withdraw(passed);

        waiting.Verdict.Should().Be(GateVerdict.Passed);
    }

    [Fact]
    public void What_others_took_is_learned_from_the_next_answer()
    {
        Answer(Enter(), Limits(("burst", 50, 50, 49)));

        Answer(Enter(), Limits(("burst", 50, 50, 10)));

        _gate.Describe().Remaining.Should().Be(10);
    }

    [Fact]
    public void An_old_answer_that_comes_late_gives_nothing_back()
    {
        Answer(Enter(), Limits(("burst", 50, 50, 49)));
        var (old, young) = (Enter(), Enter());

        Answer(young, Limits(("burst", 50, 50, 3)));
        Answer(old, Limits(("burst", 50, 50, 48)));

        _gate.Describe().Remaining.Should().BeLessThanOrEqualTo(3);
    }

    [Fact]
    public void What_counts_by_the_minute_is_learned_from_its_refusals()
    {
        var minute = TimeSpan.FromMinutes(1);
        Refuse(Enter(), TimeSpan.FromSeconds(20), null, minute);
        _clock.Advance(TimeSpan.FromSeconds(20));
        for (var number = 0; number < 6; number++)
        {
            var turn = Enter();
            turn.Verdict.Should().Be(GateVerdict.Passed);
            Answer(turn, null);
        }

        Refuse(Enter(), TimeSpan.FromSeconds(60), null, minute);
        var turns = Enumerable.Range(0, 9).Select(_ => Enter(limit: 1000)).ToList();
        _clock.Advance(TimeSpan.FromSeconds(60));
        Answer(turns[0], null);

        turns.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(6, "so many passed in the minute before");
    }

    [Fact]
    public void A_slow_server_is_not_waited_for_at_the_start()
    {
        var turns = Enumerable.Range(0, 40).Select(_ => Enter()).ToList();

        turns.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(16);
        _clock.AdvanceToNext();
        turns.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(32);
        _clock.AdvanceToNext();
        turns.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(40);
    }

    private TimeSpan Elapsed => _clock.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private GateTurn Enter(bool isBackground = false, double limit = 60)
    {
        var turn = _gate.Join(Ops.Get, isBackground, null);
        _gate.Enter(turn, limit, isSynchronous: false);
        return turn;
    }

    private void Answer(GateTurn turn, RateLimitState? limits) => _gate.Answered(turn, Ops.Get, limits);

    private void Refuse(GateTurn turn, TimeSpan wait, RateLimitState? limits, TimeSpan? period = null)
        => _gate.Refused(turn, Ops.Get, limits, wait, period);

    private static RateLimitState Limits(params (string Name, long Quota, double Window, long Left)[] policies)
        => new([.. policies.Select(policy => new RateLimitPolicy
        {
            Name = policy.Name,
            Quota = policy.Quota,
            Window = TimeSpan.FromSeconds(policy.Window),
            Remaining = policy.Left,
            ResetAfter = TimeSpan.Zero,
        })]);
}
