using Valentina.Connection.Pacing;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>Calls that wait for the same limits stand in the order they came, and need a token of each.</summary>
public sealed class GateLaneTests
{
    private readonly HiddenBucket _one = new("one", period: null);
    private readonly HiddenBucket _two = new("two", period: null);
    private readonly GateLane _lane;

    public GateLaneTests() => _lane = new GateLane("one\ntwo", [_one, _two]);

    [Fact]
    public void The_order_is_that_of_the_places_and_not_of_the_coming()
    {
        foreach (var place in new[] { 5, 2, 7, 3, 1 })
        {
            _lane.Add(Turn(place));
        }

        _lane.All.Select(turn => turn.Place).Should().Equal(1, 2, 3, 5, 7);
        _lane.First(isBackground: false)!.Place.Should().Be(1);
        _lane.First(isBackground: true).Should().BeNull();
    }

    [Fact]
    public void Those_in_the_background_stand_apart_and_are_counted_apart()
    {
        var (normal, background, other) = (Turn(2), Turn(1, isBackground: true), Turn(3, isBackground: true));
        foreach (var turn in new[] { normal, background, other })
        {
            _lane.Add(turn);
        }

        _lane.Count.Should().Be(3);
        _lane.First(isBackground: true).Should().BeSameAs(background);
        _lane.First(isBackground: false).Should().BeSameAs(normal);
        _one.Waiting.Should().Equal(1, 2);
        _two.Waiting.Should().Equal(1, 2);
    }

    [Fact]
    public void Who_leaves_waits_for_nothing_any_longer_and_leaves_once()
    {
        var (normal, background) = (Turn(1), Turn(2, isBackground: true));
        _lane.Add(normal);
        _lane.Add(background);

        _lane.Remove(normal).Should().BeTrue();
        _one.Waiting.Should().Equal(0, 1);
        _lane.Remove(normal).Should().BeFalse("it has left already");
        _one.Waiting.Should().Equal(0, 1);
        _lane.Remove(background).Should().BeTrue();

        _two.Waiting.Should().Equal(0, 0);
        _lane.Count.Should().Be(0);
    }

    [Fact]
    public void A_call_needs_every_one_of_its_limits()
    {
        _one.Close(2, 0);
        _two.Close(5, 0);

        _lane.OpensAt(0, _ => 0).Should().Be(5);
        _lane.CanPass(3).Should().BeFalse();
        _lane.CanPass(5).Should().BeTrue();
    }

    [Fact]
    public void A_call_finds_out_about_those_limits_that_refused()
    {
        _two.Refuse(1, 0);
        var (first, second) = (Turn(1), Turn(2));
        second.Probes = 3;

        _lane.Take(first);
        _lane.Take(second);

        (first.Probes, second.Probes).Should().Be((2UL, 0UL));
    }

    private static GateTurn Turn(long place, bool isBackground = false) => new(new GateRoute(Ops.Get), isBackground, place);
}
