using Valentina.Connection.Pacing;
using Valentina.Tests.Shared;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>Who may go when, by the gate alone.</summary>
public sealed class GateTests
{
    private readonly SteppedClock _clock = new();
    private readonly GateBench _bench;

    public GateTests() => _bench = new GateBench(_clock);

    [Fact]
    public void A_server_without_limits_lets_everybody_go()
    {
        _bench.Answer(_bench.Enter());

        _bench.Gate.IsOpen.Should().BeTrue();
        _bench.Gate.Describe().Policies.Should().BeEmpty();
    }

    [Fact]
    public void A_burst_that_the_limit_holds_goes_at_once()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(4));

        var turns = Enumerable.Range(0, 6).Select(_ => _bench.Enter()).ToList();

        turns.Take(4).Should().OnlyContain(turn => turn.Verdict == GateVerdict.Passed);
        turns.Skip(4).Should().OnlyContain(turn => turn.Verdict == null);
    }

    [Fact]
    public void Those_who_wait_go_in_order_one_for_each_token()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        var turns = Enumerable.Range(0, 3).Select(_ => _bench.Enter()).ToList();

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
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        for (var number = 0; number < 500; number++)
        {
            _bench.Enter(isBackground: true, limit: 10_000);
        }

        var normal = _bench.Enter();
        _clock.AdvanceToNext();

        normal.Verdict.Should().Be(GateVerdict.Passed);
    }

    [Fact]
    public void One_token_in_ten_goes_to_the_background()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        var background = Enumerable.Range(0, 5).Select(_ => _bench.Enter(isBackground: true, limit: 10_000)).ToList();
        for (var number = 0; number < 100; number++)
        {
            _bench.Enter(limit: 10_000);
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
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        _bench.Enter();
        _bench.Enter();

        var late = _bench.Enter(limit: 5);

        late.Verdict.Should().Be(GateVerdict.TooLate);
        late.Missing.Should().BeApproximately(6, 0.001);
    }

    [Fact]
    public void Who_is_overtaken_by_bad_news_is_turned_away_when_its_time_is_over()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(1));
        var sent = _bench.Enter();
        var waiting = _bench.Enter(limit: 5);
        waiting.Verdict.Should().BeNull();

        _bench.Refuse(sent, 30, GateBench.Burst(0));
        _clock.Advance(TimeSpan.FromSeconds(5.1));

        waiting.Verdict.Should().Be(GateVerdict.TooLate);
        waiting.Missing.Should().BeApproximately(24.9, 0.2);
    }

    [Fact]
    public void One_probe_finds_out_whether_it_is_open_again()
    {
        _bench.Refuse(_bench.Enter(), 3);
        var waiting = Enumerable.Range(0, 4).Select(_ => _bench.Enter()).ToList();

        _clock.Advance(TimeSpan.FromSeconds(3.1));
        waiting.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(1, "the others wait for what it finds");
        _clock.Advance(TimeSpan.FromSeconds(3));
        waiting.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(1);

        _bench.Answer(waiting[0]);
        waiting.Count(turn => turn.Verdict == GateVerdict.Passed).Should().BeGreaterThan(1);
    }

    [Fact]
    public void A_probe_that_got_lost_is_made_again()
    {
        _bench.Refuse(_bench.Enter(), 3);
        var (first, second) = (_bench.Enter(), _bench.Enter());
        _clock.Advance(TimeSpan.FromSeconds(3.1));

        _bench.Gate.Leave(first);

        second.Verdict.Should().Be(GateVerdict.Passed);
    }

    [Fact]
    public void A_refused_call_keeps_its_place()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(1));
        var refused = _bench.Enter();
        var waiting = _bench.Enter();

        _bench.Refuse(refused, 1, GateBench.Burst(0));
        var again = _bench.Gate.Join(Ops.Get, false, refused);
        _bench.Gate.Enter(again, 60, false);
        _clock.AdvanceToNext();

        again.Verdict.Should().Be(GateVerdict.Passed);
        waiting.Verdict.Should().BeNull();
    }

    [Fact]
    public void Who_leaves_the_queue_gives_the_token_to_the_next()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        var (first, second) = (_bench.Enter(), _bench.Enter());

        _bench.Gate.Withdraw(first);
        _clock.AdvanceToNext();

        first.Verdict.Should().Be(GateVerdict.Ended);
        second.Verdict.Should().Be(GateVerdict.Passed);
        _bench.Gate.QueueLength.Should().Be(0);
    }

    [Fact]
    public void A_token_taken_for_nothing_comes_back()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(1));
        var passed = _bench.Enter();
        var waiting = _bench.Enter();

        _bench.Gate.Withdraw(passed);

        waiting.Verdict.Should().Be(GateVerdict.Passed);
    }

    [Fact]
    public void What_others_took_is_learned_from_the_next_answer()
    {
        _bench.Answer(_bench.Enter(), GateBench.Told("burst", 50, 50, 49));

        _bench.Answer(_bench.Enter(), GateBench.Told("burst", 50, 50, 10));

        _bench.Gate.Describe().Remaining.Should().Be(10);
    }

    [Fact]
    public void An_old_answer_that_comes_late_gives_nothing_back()
    {
        _bench.Answer(_bench.Enter(), GateBench.Told("burst", 50, 50, 49));
        var (old, young) = (_bench.Enter(), _bench.Enter());

        _bench.Answer(young, GateBench.Told("burst", 50, 50, 3));
        _bench.Answer(old, GateBench.Told("burst", 50, 50, 48));

        _bench.Gate.Describe().Remaining.Should().BeLessThanOrEqualTo(3);
    }

    [Fact]
    public void What_counts_by_the_minute_is_learned_from_its_refusals()
    {
        _bench.RefuseMinute(_bench.Enter(), 20);
        _clock.Advance(TimeSpan.FromSeconds(20));
        for (var number = 0; number < 6; number++)
        {
            var turn = _bench.Enter();
            turn.Verdict.Should().Be(GateVerdict.Passed);
            _bench.Answer(turn);
        }

        _bench.RefuseMinute(_bench.Enter(), 60);
        var turns = Enumerable.Range(0, 9).Select(_ => _bench.Enter(limit: 1000)).ToList();
        _clock.Advance(TimeSpan.FromSeconds(60));
        _bench.Answer(turns[0]);

        turns.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(6, "so many passed in the minute before");
    }

    [Fact]
    public void A_slow_server_is_not_waited_for_at_the_start()
    {
        var turns = Enumerable.Range(0, 40).Select(_ => _bench.Enter()).ToList();

        turns.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(16);
        _clock.AdvanceToNext();
        turns.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(32);
        _clock.AdvanceToNext();
        turns.Count(turn => turn.Verdict == GateVerdict.Passed).Should().Be(40);
    }

    private TimeSpan Elapsed => _clock.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
