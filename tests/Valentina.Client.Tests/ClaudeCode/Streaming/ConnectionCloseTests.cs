using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Connection;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>How a connection says goodbye, and that it is let go of whatever the other side does.</summary>
public sealed class ConnectionCloseTests
{
    private static readonly string[] LetGo = ["abort", "dispose"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_synchronous_close_reads_to_the_others_close_or_not_at_all(bool awaitsReply)
    {
        var socket = new PlayedSocket(true, PlayedSocket.Text("late"), PlayedSocket.Text("later"), PlayedSocket.Close(1000));
        var connection = new WebSocketConnection(socket, 1000, isSynchronous: true);

        Close(connection, awaitsReply);

        socket.Done.Should().Equal(["close 1009 within 3 s", .. awaitsReply ? ["receive close"] : (string[])[], .. LetGo]);
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);
        connection.Invoking(one => one.Receive(watch)).Should().Throw<ObjectDisposedException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_close_that_the_other_side_began_is_answered(bool sync)
    {
        var socket = new PlayedSocket(sync);
        socket.Become(WebSocketState.CloseReceived);

        await CloseAsync(socket, sync);

        socket.Done.Should().Equal([sync ? "close 1009 within 3 s" : "close 1009", .. LetGo]);
    }

    [Theory]
    [InlineData(true, WebSocketState.Aborted)]
    [InlineData(false, WebSocketState.Aborted)]
    [InlineData(true, WebSocketState.CloseSent)]
    [InlineData(false, WebSocketState.CloseSent)]
    public async Task Nothing_is_sent_on_a_connection_that_is_closed_already(bool sync, WebSocketState state)
    {
        var socket = new PlayedSocket(sync, PlayedSocket.Close(1000));
        socket.Become(state);

        await CloseAsync(socket, sync);

        socket.Done.Should().NotContain(what => what.StartsWith("close")).And.EndWith(LetGo);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_close_that_fails_is_no_failure_of_the_call(bool sync)
    {
        var socket = new PlayedSocket(sync) { CloseFailure = new WebSocketException("It is gone.") };

        await CloseAsync(socket, sync);

        socket.Done.Should().EndWith(LetGo);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fault_of_another_kind_is_not_hidden(bool sync)
    {
        var socket = new PlayedSocket(sync) { CloseFailure = new NotSupportedException() };

        await FluentActions.Awaiting(() => CloseAsync(socket, sync)).Should().ThrowAsync<NotSupportedException>();
    }

    [Fact]
    public async Task An_asynchronous_close_is_over_when_its_receive_is()
    {
        var socket = new PlayedSocket(false) { EndsReceive = false };
        var connection = new WebSocketConnection(socket, 1000, isSynchronous: false);
        connection.IsStillOpen().Should().BeTrue();

        var closing = connection.CloseAsync(WebSocketCloseStatus.NormalClosure, default);

        socket.Done.Should().Equal(["close 1000", .. LetGo]);
        closing.IsCompleted.Should().BeFalse("the receive still holds the buffer");
        socket.EndReceive();
        await closing;
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);
        await connection.Awaiting(one => one.ReceiveAsync(watch)).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task The_others_close_is_waited_for_as_long_as_the_limit_says()
    {
        var time = new FakeTimeProvider();
        var socket = new PlayedSocket(false) { Gate = new TaskCompletionSource().Task };
        var connection = new WebSocketConnection(socket, 1000, isSynchronous: false);

        var closing = connection.CloseWithinAsync(TimeSpan.FromSeconds(2), time, WebSocketCloseStatus.NormalClosure, default);
        time.Advance(TimeSpan.FromSeconds(1.9));
        closing.IsCompleted.Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(0.2));
        await closing;

        socket.Done.Should().Equal(["close 1000", .. LetGo]);
    }

    [Fact]
    public async Task The_end_of_the_client_ends_the_wait_for_the_others_close()
    {
        using var client = new CancellationTokenSource();
        var socket = new PlayedSocket(false) { Gate = new TaskCompletionSource().Task };
        var connection = new WebSocketConnection(socket, 1000, isSynchronous: false);

        var closing = connection.CloseWithinAsync(
            TimeSpan.FromSeconds(2), new FakeTimeProvider(), WebSocketCloseStatus.NormalClosure, client.Token);
        await client.CancelAsync();
        await closing;

        socket.Done.Should().EndWith(LetGo);
    }

    [Theory]
    [InlineData(typeof(WebSocketException), true)]
    [InlineData(typeof(IOException), true)]
    [InlineData(typeof(OperationCanceledException), true)]
    [InlineData(typeof(InvalidOperationException), true)]
    [InlineData(typeof(ArgumentException), false)]
    public void What_comes_from_the_connection_is_known_by_its_kind(Type kind, bool expected)
        => WebSocketConnection.IsTransport((Exception)Activator.CreateInstance(kind)!).Should().Be(expected);

    private static async Task CloseAsync(PlayedSocket socket, bool sync)
    {
        var connection = new WebSocketConnection(socket, 1000, sync);
        if (sync)
        {
            Close(connection, awaitsReply: true);
        }
        else
        {
            await connection.CloseAsync(WebSocketCloseStatus.MessageTooBig, default);
        }
    }

    private static void Close(WebSocketConnection connection, bool awaitsReply)
    {
        using var deadline = Deadline.Start(TimeSpan.FromSeconds(3), new FakeTimeProvider(), default, default);
        connection.Close(WebSocketCloseStatus.MessageTooBig, deadline, awaitsReply);
    }
}
