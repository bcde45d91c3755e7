using Valentina.Connection.Pacing;
using Valentina.Tests.Shared;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>Who goes before it is known which limits apply, and what the first answers change.</summary>
public sealed class GateStartTests
{
    private readonly SteppedClock _clock = new();
    private readonly GateBench _bench;

    public GateStartTests() => _bench = new GateBench(_clock);

    [Fact]
    public void As_many_again_go_for_every_tenth_of_a_second_without_an_answer()
    {
        Advance(5);
        var turns = _bench.EnterMany(40);

        Passed(turns).Should().Be(16);
        Advance(0.09);
        Passed(turns).Should().Be(16);
        Advance(0.01);
        Passed(turns).Should().Be(32);
        Advance(0.1);
        Passed(turns).Should().Be(40);
    }

    [Fact]
    public void With_other_processes_one_goes_at_first_and_one_more_each_second()
    {
        var bench = new GateBench(_clock, new NoStore());
        var turns = bench.EnterMany(3);

        Passed(turns).Should().Be(1);
        Advance(0.9);
        Passed(turns).Should().Be(1);
        Advance(0.1);
        Passed(turns).Should().Be(2);
    }

    [Fact]
    public void Calls_that_came_to_nothing_are_not_waited_for()
    {
        foreach (var turn in _bench.EnterMany(16))
        {
            _bench.Gate.Leave(turn);
        }

        Passed(_bench.EnterMany(17)).Should().Be(16);
    }

    [Fact]
    public void Who_waits_for_the_first_answer_goes_when_it_tells_no_limits()
    {
        var turns = _bench.EnterMany(20);
        _bench.Gate.QueueLength.Should().Be(4);

        _bench.Answer(turns[0]);

        Passed(turns).Should().Be(20);
        turns.Skip(16).Should().OnlyContain(turn => turn.Asynchronous!.Task.IsCompletedSuccessfully, "their callers are woken");
        _bench.Gate.QueueLength.Should().Be(0);
        _bench.Gate.IsOpen.Should().BeTrue();
        _bench.EnterMany(50).Should().OnlyContain(turn => turn.Verdict == GateVerdict.Passed);
    }

    [Fact]
    public void Who_waits_for_the_first_answer_goes_by_the_limits_that_it_tells()
    {
        var turns = _bench.EnterMany(20);

        _bench.Answer(turns[0], GateBench.Told("burst", 50, 50, 17));

        Passed(turns).Should().Be(18, "the server may still have to count the fifteen others that were sent");
        turns[16].Asynchronous!.Task.IsCompletedSuccessfully.Should().BeTrue();
        turns.Skip(16).SelectMany(GateBench.LimitsOf).Should().Equal("burst", "burst", "burst", "burst");
        _bench.Gate.QueueLength.Should().Be(2);
        Advance(1);
        Passed(turns).Should().Be(19);
    }

    [Fact]
    public void Of_an_operation_without_an_answer_one_goes_once_others_have_limits()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(4));
        Advance(5);

        var turns = _bench.EnterMany(4, Ops.Post);

        Passed(turns).Should().Be(1);
        Advance(0.1);
        Passed(turns).Should().Be(2);
        Advance(0.1);
        Passed(turns).Should().Be(3, "it is counted from the first that has no answer");
    }

    [Fact]
    public void An_operation_whose_first_call_came_to_nothing_sends_the_next()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(4));
        var turns = _bench.EnterMany(2, Ops.Post);

        _bench.Gate.Leave(turns[0]);

        turns[1].Verdict.Should().Be(GateVerdict.Passed);
        _bench.Enter(Ops.Post).Verdict.Should().BeNull("the second is on its way");
    }

    [Fact]
    public void An_operation_without_limits_waits_for_nobody()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(0));
        var waiting = _bench.Enter();
        var turns = _bench.EnterMany(3, Ops.Post);

        _bench.Answer(turns[0]);

        Passed(turns).Should().Be(3);
        turns[2].Asynchronous!.Task.IsCompletedSuccessfully.Should().BeTrue();
        Passed(_bench.EnterMany(20, Ops.Post)).Should().Be(20);
        waiting.Verdict.Should().BeNull();
        _bench.Gate.QueueLength.Should().Be(1);
        _bench.Gate.IsOpen.Should().BeFalse();
    }

    [Fact]
    public void An_answer_that_names_no_limits_takes_none_away()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(1));

        _bench.Answer(_bench.Enter());

        var next = _bench.Enter();
        next.Verdict.Should().BeNull();
        GateBench.LimitsOf(next).Should().Equal("burst");
    }

    [Fact]
    public void A_call_that_nobody_counted_can_be_the_first_to_tell_limits()
    {
        _bench.Answer(_bench.Enter());
        _bench.Gate.IsOpen.Should().BeTrue();

        _bench.Gate.Answered(null, Ops.Post, new RateLimitState([GateBench.Burst(1)]));

        _bench.Gate.IsOpen.Should().BeFalse();
        _bench.Describe("burst").Remaining.Should().Be(1);
        Passed(_bench.EnterMany(2, Ops.Post)).Should().Be(1);
        Passed(_bench.EnterMany(2)).Should().Be(2, "that the other operation has no limits was known before");
    }

    private void Advance(double seconds) => _clock.Advance(TimeSpan.FromSeconds(seconds));

    private static int Passed(IEnumerable<GateTurn> turns) => GateBench.Passed(turns);

    private sealed class NoStore : IRateLimitStore
    {
        public ValueTask<TimeSpan> TakeAsync(string scope, IReadOnlyList<RateLimitPolicy> limits, CancellationToken cancellationToken)
            => new(TimeSpan.Zero);

        public TimeSpan Take(string scope, IReadOnlyList<RateLimitPolicy> limits) => TimeSpan.Zero;

        public void Close(string scope, IReadOnlyList<RateLimitPolicy> limits, TimeSpan wait)
        {
        }
    }
}
