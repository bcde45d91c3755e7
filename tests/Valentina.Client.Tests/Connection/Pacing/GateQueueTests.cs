using Valentina.Connection.Pacing;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>Those who wait go in order, are woken, and are turned away when their time is over.</summary>
public sealed class GateQueueTests
{
    private readonly HandClock _clock = new();
    private readonly GateBench _bench;

    public GateQueueTests() => _bench = new GateBench(_clock);

    [Fact]
    public void Nobody_overtakes_when_a_timer_is_late()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        var first = _bench.Enter();
        _clock.Advance(2);

        var second = _bench.Enter();

        (first.Verdict, second.Verdict).Should().Be((GateVerdict.Passed, null));
        first.Asynchronous!.Task.IsCompletedSuccessfully.Should().BeTrue("its caller is woken");
        second.Asynchronous!.Task.IsCompleted.Should().BeFalse();
        _bench.Gate.QueueLength.Should().Be(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_two_operations_that_share_a_limit_the_earlier_call_goes_first(bool otherFirst)
    {
        SharedBurst();
        var turns = new[] { _bench.Enter(otherFirst ? Ops.Post : null), _bench.Enter(otherFirst ? null : Ops.Post) };

        MoveAndPump(2);

        turns.Select(turn => turn.Verdict).Should().Equal(GateVerdict.Passed, null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_call_of_one_operation_goes_before_another_s_in_the_background(bool otherFirst)
    {
        SharedBurst();
        var background = _bench.Enter(otherFirst ? Ops.Post : null, isBackground: true);
        var normal = _bench.Enter(otherFirst ? null : Ops.Post);

        MoveAndPump(2);
        (background.Verdict, normal.Verdict).Should().Be((null, GateVerdict.Passed));
        MoveAndPump(2);
        background.Verdict.Should().Be(GateVerdict.Passed);
    }

    [Fact]
    public void The_share_of_the_background_counts_from_when_it_waits()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        var before = _bench.EnterMany(12);
        for (var number = 0; number < 12; number++)
        {
            MoveAndPump(2);
        }

        GateBench.Passed(before).Should().Be(12);
        var normal = _bench.EnterMany(10);
        var background = _bench.Enter(isBackground: true);
        for (var number = 0; number < 9; number++)
        {
            MoveAndPump(2);
            background.Verdict.Should().BeNull();
        }

        MoveAndPump(2);
        background.Verdict.Should().Be(GateVerdict.Passed);
        GateBench.Passed(normal).Should().Be(9);
    }

    [Theory]
    [InlineData(9, 0, false, 20)]
    [InlineData(9, 1, false, 22)]
    [InlineData(3, 2, true, 12)]
    [InlineData(0, 2, true, 6)]
    public void Who_would_come_too_late_is_told_how_long_the_queue_takes(int normal, int background, bool isBackground, double missing)
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        _bench.EnterMany(normal);
        for (var number = 0; number < background; number++)
        {
            _bench.Enter(isBackground: true);
        }

        var late = _bench.Enter(isBackground: isBackground, limit: 1);

        late.Verdict.Should().Be(GateVerdict.TooLate);
        late.Missing.Should().BeApproximately(missing, 1e-9, "a token comes every two seconds");
        _bench.Gate.QueueLength.Should().Be(normal + background);
    }

    [Fact]
    public void Each_is_turned_away_at_its_own_time()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(1));
        var sent = _bench.Enter();
        var turns = new[] { 7, 22, 12, 62 }.Select(limit => _bench.Enter(limit: limit)).ToList();
        turns[0].Verdict.Should().BeNull();
        _bench.Refuse(sent, 30, GateBench.Burst(0));

        var late = new List<int>();
        foreach (var seconds in new[] { 6.9, 0.1, 4.9, 0.5, 9.4, 1 })
        {
            MoveAndPump(seconds);
            late.Add(turns.Count(turn => turn.Verdict == GateVerdict.TooLate));
        }

        late.Should().Equal(0, 1, 1, 2, 2, 3);
        turns.Take(3).Should().OnlyContain(turn => turn.Asynchronous!.Task.IsCompletedSuccessfully);
        turns[0].Missing.Should().BeApproximately(23, 1e-9);
        _bench.Gate.QueueLength.Should().Be(1);
        MoveAndPump(20);
        turns.Select(turn => turn.Verdict).Should().Equal(
            GateVerdict.TooLate, GateVerdict.TooLate, GateVerdict.TooLate, GateVerdict.Passed);
        _bench.Gate.QueueLength.Should().Be(0);
    }

    [Fact]
    public void A_synchronous_caller_is_woken_as_such()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        var (one, other) = (_bench.Enter(isSynchronous: true), _bench.Enter());
        using var handle = one.Synchronous!;
        (one.Asynchronous, other.Synchronous).Should().Be((null, null));
        handle.WaitOne(0).Should().BeFalse();

        MoveAndPump(2);

        handle.WaitOne(0).Should().BeTrue();
        other.Asynchronous!.Task.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public void Who_waits_looks_again_when_its_turn_or_its_end_should_have_come()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(1));
        _clock.Advance(1);
        var sent = _bench.Enter();
        var (first, second) = (_bench.Enter(limit: 10), _bench.Enter(limit: 10));

        _bench.Gate.LooksAgainIn(first).Should().BeApproximately(1, 1e-9);
        _bench.Gate.LooksAgainIn(sent).Should().Be(0);
        _bench.Refuse(sent, 30, GateBench.Burst(0));
        _bench.Gate.LooksAgainIn(second).Should().BeApproximately(10, 1e-9);
        _clock.Advance(4);
        _bench.Gate.LooksAgainIn(second).Should().BeApproximately(6, 1e-9);
    }

    [Fact]
    public void Who_finds_the_tokens_taken_by_other_processes_gives_its_own_back_and_waits()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(3));
        _clock.Advance(1);
        var turn = _bench.Enter();

        _bench.Gate.Defer(turn, TimeSpan.FromSeconds(4));

        (_bench.Describe("burst").Remaining, _bench.Describe("burst").ResetAfter).Should().Be((0, TimeSpan.FromSeconds(4)));
        var again = _bench.Gate.Join(Ops.Get, false, turn);
        _bench.Gate.Enter(again, 60, false);
        again.Place.Should().Be(turn.Place);
        MoveAndPump(3.9);
        again.Verdict.Should().BeNull();
        MoveAndPump(0.1);
        again.Verdict.Should().Be(GateVerdict.Passed);
        _bench.Describe("burst").Remaining.Should().Be(4, "five are the most there can be, and one is taken");
    }

    [Fact]
    public void A_clock_that_fires_at_once_lets_all_through_one_after_the_other()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        var turns = _bench.EnterMany(5);
        _clock.FiresAtOnce = true;

        _bench.Gate.Pump();

        GateBench.Passed(turns).Should().Be(5);
        turns.Should().OnlyContain(turn => turn.Asynchronous!.Task.IsCompletedSuccessfully);
        _clock.MaxDepth.Should().Be(1, "however many wait, the stack does not grow");
    }

    private void MoveAndPump(double seconds)
    {
        _clock.Advance(seconds);
        _bench.Gate.Pump();
    }

    /// <summary>Two operations with one limit in common, of which no token is left, and one more that lets all through.</summary>
    private void SharedBurst()
    {
        var (one, two) = (_bench.Enter(), _bench.Enter(Ops.Post));
        _bench.Answer(one, GateBench.Burst(1));
        _bench.Answer(two, GateBench.Burst(0), GateBench.Told("wide", 100, 1, 100));
    }
}
