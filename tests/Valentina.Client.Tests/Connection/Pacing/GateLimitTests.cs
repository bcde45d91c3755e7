using Valentina.Connection.Pacing;
using Valentina.Tests.Shared;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>Which limits the gate finds, for which operations, and what it says about them.</summary>
public sealed class GateLimitTests
{
    private readonly SteppedClock _clock = new();
    private readonly GateBench _bench;

    public GateLimitTests() => _bench = new GateBench(_clock);

    [Fact]
    public void A_refusal_closes_the_limit_that_is_used_up_and_no_other()
    {
        _bench.Refuse(_bench.Enter(), 3, GateBench.Burst(0), GateBench.Told("hourly", 100, 3600, 50));

        var state = _bench.Gate.Describe();
        state.Policies.Select(policy => policy.Name).Should().Equal("burst", "hourly");
        state.Policies[0].ResetAfter.Should().BeCloseTo(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(1));
        (state.Policies[1].Remaining, state.Policies[1].ResetAfter).Should().Be((50, TimeSpan.Zero));
        GateBench.LimitsOf(_bench.Enter()).Should().Equal("burst", "hourly");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_refusal_that_names_no_limit_that_is_used_up_is_the_operation_s_own(bool namesAnother)
    {
        RateLimitPolicy[] named = namesAnother ? [GateBench.Told("hourly", 100, 3600, 50)] : [];
        _bench.Refuse(_bench.Enter(), 3, named);

        _bench.Describe("(getThing)").Should().BeEquivalentTo(
            new RateLimitPolicy { Name = "(getThing)", Remaining = 0, ResetAfter = TimeSpan.FromSeconds(3) });
        _bench.Enter(Ops.Post).Verdict.Should().Be(GateVerdict.Passed, "another operation has nothing to do with it");
        var turns = _bench.EnterMany(5);
        _clock.Advance(TimeSpan.FromSeconds(3));
        GateBench.Passed(turns).Should().Be(1);
        _bench.Answer(turns[0], named);
        GateBench.Passed(turns).Should().Be(3, "two at a time after one that passed");
    }

    [Fact]
    public void What_refusals_taught_stays_when_an_answer_tells_another_limit()
    {
        _bench.Refuse(_bench.Enter(), 3);
        var probe = _bench.Enter();
        _clock.Advance(TimeSpan.FromSeconds(3));

        _bench.Answer(probe, GateBench.Burst(4));

        var turns = _bench.EnterMany(4);
        GateBench.LimitsOf(turns[0]).Should().Equal("(getThing)", "burst");
        GateBench.Passed(turns).Should().Be(2);
    }

    [Fact]
    public void What_answers_told_stays_when_a_refusal_names_another_limit()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(4));
        var (one, other) = (_bench.Enter(), _bench.Enter());

        _bench.Refuse(one, 3, GateBench.Told("daily", 10, 86_400, 0), GateBench.Told("hourly", 100, 3600, 50));
        GateBench.LimitsOf(_bench.Enter()).Should().Equal("burst", "daily", "hourly");
        _bench.Refuse(other, 3);

        GateBench.LimitsOf(_bench.Enter()).Should().Equal("(getThing)", "burst", "daily", "hourly");
    }

    [Fact]
    public void What_the_server_counts_by_the_minute_holds_for_every_operation()
    {
        var (one, two, three) = (_bench.Enter(), _bench.Enter(Ops.Post), _bench.Enter(Ops.Patch));
        var late = _bench.Enter(Ops.Delete);
        _bench.Answer(one, GateBench.Told("hourly", 100, 3600, 50));
        _bench.Answer(two);

        _bench.RefuseMinute(three, 20);
        _bench.Answer(late);

        GateBench.LimitsOf(_bench.Enter()).Should().Equal("", "hourly");
        GateBench.LimitsOf(_bench.Enter(Ops.Post)).Should().Equal("");
        GateBench.LimitsOf(_bench.Enter(Ops.Patch)).Should().Equal("");
        GateBench.LimitsOf(_bench.Enter(Ops.Delete)).Should().Equal([""], "also where the first answer comes later");
        _bench.Gate.QueueLength.Should().Be(4);
        _bench.Gate.Describe().Policies.Select(policy => policy.Name).Should().BeEquivalentTo("hourly", "");
        _bench.Describe("").Window.Should().Be(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void What_the_server_counts_by_the_minute_holds_also_for_operations_that_were_never_answered()
    {
        var refused = _bench.Enter();
        var waiting = _bench.EnterMany(20, Ops.Post);
        var passed = GateBench.Passed(waiting);

        _bench.RefuseMinute(refused, 20);
        var first = _bench.Enter(Ops.Patch);
        _clock.Advance(TimeSpan.FromSeconds(19));

        first.Verdict.Should().BeNull();
        GateBench.LimitsOf(first).Should().Equal("");
        GateBench.Passed(waiting).Should().Be(passed, "those who waited for a first answer wait for the minute now");
        _clock.Advance(TimeSpan.FromSeconds(1));
        GateBench.Passed(waiting.Append(first)).Should().Be(passed + 1, "one finds out");
    }

    [Fact]
    public void What_an_operation_alone_is_refused_for_does_not_hold_others()
    {
        var (one, two) = (_bench.Enter(), _bench.Enter(Ops.Post));
        _bench.Answer(two);

        _bench.Refuse(one, 20);

        _bench.Enter(Ops.Post).Verdict.Should().Be(GateVerdict.Passed);
        _bench.Gate.Describe().Policies.Select(policy => policy.Name).Should().Equal("(getThing)");
    }

    [Fact]
    public void Only_those_wait_for_a_new_limit_whose_operation_has_it()
    {
        var (one, two) = (_bench.Enter(), _bench.Enter(Ops.Post));
        _bench.Answer(one, GateBench.Burst(2));
        _bench.Answer(two, GateBench.Burst(1));
        var sent = _bench.Enter();
        var (waiting, other) = (_bench.Enter(), _bench.Enter(Ops.Post));
        (sent.Verdict, waiting.Verdict, other.Verdict).Should().Be((GateVerdict.Passed, null, null));

        _bench.Answer(sent, GateBench.Burst(0), GateBench.Told("slow", 1, 30, 0));
        _clock.Advance(TimeSpan.FromSeconds(10));

        other.Verdict.Should().Be(GateVerdict.Passed);
        waiting.Verdict.Should().BeNull("it came first, but needs a token of both limits");
        GateBench.LimitsOf(waiting).Should().Equal("burst", "slow");
        _clock.Advance(TimeSpan.FromSeconds(20));
        waiting.Verdict.Should().Be(GateVerdict.Passed);
        _bench.Gate.QueueLength.Should().Be(0);
    }

    [Fact]
    public void One_call_alone_finds_out_also_while_older_ones_end()
    {
        _bench.Refuse(_bench.Enter(), 3);
        var probe = _bench.Enter();
        _clock.Advance(TimeSpan.FromSeconds(3));
        _bench.Answer(probe);
        var (one, other) = (_bench.Enter(), _bench.Enter());
        _bench.Refuse(one, 3);
        var turns = _bench.EnterMany(2);
        _clock.Advance(TimeSpan.FromSeconds(10));
        GateBench.Passed(turns).Should().Be(1);

        _bench.Gate.Leave(other);

        GateBench.Passed(turns).Should().Be(1, "the one that asks has no answer yet");
    }

    [Fact]
    public void Calls_one_after_the_other_leave_nothing_uncertain()
    {
        _bench.Answer(_bench.Enter(), GateBench.Told("burst", 50, 50, 10));

        _bench.Answer(_bench.Enter(), GateBench.Told("burst", 50, 50, 40));

        _bench.Describe("burst").Remaining.Should().Be(40);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_calls_that_are_on_their_way_together_the_server_may_have_counted_any(int answered)
    {
        GateTurn[] turns = [_bench.Enter(), _bench.Enter()];

        _bench.Answer(turns[answered], GateBench.Told("burst", 50, 50, 40));

        _bench.Describe("burst").Remaining.Should().Be(39);
    }

    [Fact]
    public void Calls_without_limits_take_nothing_from_the_limits_of_others()
    {
        var (one, two) = (_bench.Enter(), _bench.Enter(Ops.Post));
        _bench.Answer(one, GateBench.Told("burst", 50, 50, 10));
        _bench.Answer(two);
        _bench.EnterMany(3, Ops.Post);

        _bench.Answer(_bench.Enter(), GateBench.Told("burst", 50, 50, 40));

        _bench.Describe("burst").Remaining.Should().Be(40);
    }

    [Fact]
    public void The_limits_of_one_call_can_be_looked_at_alone()
    {
        _bench.Answer(_bench.Enter(), GateBench.Burst(4));
        var other = _bench.Enter(Ops.Post);
        _bench.Answer(other, GateBench.Told("slow", 1, 30, 0));
        var turn = _bench.Enter();

        _bench.Gate.Describe(turn.Lane).Policies.Should().ContainSingle().Which.Name.Should().Be("burst");
        _bench.Gate.Describe().Policies.Should().HaveCount(2);
    }
}
