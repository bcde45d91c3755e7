using Valentina.Connection.Pacing;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>Whoever waits at the gate is woken, and whoever has gone is left alone.</summary>
public sealed class GateTurnTests
{
    [Fact]
    public void A_caller_is_woken_in_the_way_it_waits()
    {
        using var synchronous = new GateTurn.SynchronousTurn();
        var asynchronous = new GateTurn.AsynchronousTurn();
        var turn = new GateTurn(new GateRoute(Ops.Get), isBackground: false, place: 1);
        turn.Wake();

        turn.Synchronous = synchronous;
        turn.Asynchronous = asynchronous;
        (synchronous.WaitOne(0), asynchronous.Task.IsCompleted).Should().Be((false, false));
        turn.Wake();
        turn.Wake();

        (synchronous.WaitOne(0), asynchronous.Task.IsCompletedSuccessfully).Should().Be((true, true));
    }

    [Fact]
    public void A_caller_that_has_gone_is_left_alone()
    {
        var synchronous = new GateTurn.SynchronousTurn();
        synchronous.Dispose();

        FluentActions.Invoking(synchronous.Wake).Should().NotThrow("the thread that reached the verdict comes later");
        FluentActions.Invoking(() => synchronous.WaitOne(0)).Should().Throw<ObjectDisposedException>();
    }
}
