using Microsoft.Extensions.Time.Testing;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>When the connection of a session is kept, replaced, closed with a word, or dropped.</summary>
public sealed class SessionLifeTests
{
    private const string AsyncClose = "close 1000";
    private const string SyncClose = "close 1000 within 2 s";
    private const string HastySyncClose = "close 1000 within 0.05 s";
    private static readonly string Sent = "send " + System.Text.Encoding.UTF8.GetString(SocketMessages.Request);
    private static readonly string[] LetGo = ["abort", "dispose"];

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(true, true, new[] { SyncClose, "receive close" })]
    [InlineData(true, false, new[] { SyncClose, "receive close" })]
    [InlineData(false, false, new[] { AsyncClose })]
    [InlineData(false, true, new string[0])]
    public async Task An_idle_connection_is_closed_with_the_session(bool sync, bool syncDisposal, string[] close)
    {
        var socket = Answering(sync, 1);
        var session = Session(socket);
        await SendAsync(session, sync);

        await DisposeAsync(session, syncDisposal);

        socket.Done.Should().Equal([Sent, .. close, .. LetGo], "an asynchronous one cannot be waited for by a thread: it is dropped");
        await FluentActions.Awaiting(() => SendAsync(session, sync)).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_of_the_other_kind_is_not_used(bool firstIsSync)
    {
        var (first, second) = (Answering(firstIsSync, 2), Answering(!firstIsSync, 1));
        var session = Session(first, second);

        await SendAsync(session, firstIsSync);
        await SendAsync(session, !firstIsSync);

        first.Done.Should().EndWith(LetGo);
        first.Done.Contains(SyncClose).Should().Be(firstIsSync);
        second.Done.Should().Equal(Sent);
    }

    [Fact]
    public async Task A_synchronous_connection_that_broke_meanwhile_is_not_used()
    {
        var (first, second) = (Answering(true, 2), Answering(true, 1));
        var session = Session(first, second);
        await SendAsync(session, sync: true);

        first.Become(System.Net.WebSockets.WebSocketState.Aborted);
        await SendAsync(session, sync: true);

        second.Done.Should().Equal(Sent);
    }

    [Fact]
    public async Task Whoever_cancels_does_not_wait_for_the_close()
    {
        using var caller = new CancellationTokenSource();
        var socket = new PlayedSocket(false) { EndsReceive = false };
        var session = Session(socket);
        var reading = SendAsync(session, sync: false, caller.Token);
        await socket.Waits.Task;

        await caller.CancelAsync();

        (await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(caller.Token);
        socket.Done.Should().StartWith([Sent, AsyncClose], "the service is told, although its receive has not ended");
        socket.EndReceive();
    }

    [Fact]
    public void A_synchronous_stream_that_is_cancelled_closes_in_haste()
    {
        using var caller = new CancellationTokenSource();
        var socket = new PlayedSocket(true, PlayedSocket.Text(SocketMessages.Token("a")), PlayedSocket.Close(1000));
        var session = Session(socket);

        var read = () =>
        {
            foreach (var _ in session.Send(SocketMessages.Request, new StreamLimits(), caller.Token))
            {
                caller.Cancel();
            }
        };

        read.Should().Throw<OperationCanceledException>().Which.CancellationToken.Should().Be(caller.Token);
        socket.Done.Should().Equal([Sent, HastySyncClose, .. LetGo]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_is_left_early_is_closed_properly(bool sync)
    {
        var socket = new PlayedSocket(sync, PlayedSocket.Text(SocketMessages.Token("a")), PlayedSocket.Close(1000));
        var session = Session(socket);

        if (sync)
        {
            _ = session.Send(SocketMessages.Request, new StreamLimits(), default).First();
        }
        else
        {
            await foreach (var _ in session.SendAsync(SocketMessages.Request, new StreamLimits(), default))
            {
                break;
            }
        }

        socket.Done.Should().Equal([Sent, .. sync ? [SyncClose, "receive close"] : (string[])[AsyncClose], .. LetGo]);
    }

    [Fact]
    public async Task The_end_of_the_client_drops_the_connection()
    {
        using var client = new CancellationTokenSource();
        var socket = new PlayedSocket(false);
        var session = new StreamConnection(new PlayedConnector(socket), _time, client.Token);
        var reading = SendAsync(session, sync: false);
        await socket.Waits.Task;

        await client.CancelAsync();

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<ObjectDisposedException>();
        socket.Done.Should().Equal([Sent, .. LetGo]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_is_disposed_ends_the_stream_that_waits(bool syncDisposal)
    {
        var socket = new PlayedSocket(false);
        var session = Session(socket);
        var reading = SendAsync(session, sync: false);
        await socket.Waits.Task;

        await DisposeAsync(session, syncDisposal);

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<ObjectDisposedException>();
        socket.Done.Should().Equal([Sent, AsyncClose, .. LetGo]);
    }

    [Fact]
    public async Task A_session_that_is_disposed_while_a_stream_is_read_leaves_the_closing_to_the_stream()
    {
        var socket = Answering(false, 1);
        var session = Session(socket);
        await using var reading = session.SendAsync(SocketMessages.Request, new StreamLimits(), default).GetAsyncEnumerator();
        await reading.MoveNextAsync();

        await DisposeAsync(session, sync: true);
        socket.Done.Should().Equal([Sent], "somebody is reading from it");
        (await reading.MoveNextAsync()).Should().BeFalse();

        socket.Done.Should().Equal([Sent, AsyncClose, .. LetGo]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opening_can_be_cancelled(bool sync)
    {
        using var caller = new CancellationTokenSource();
        await caller.CancelAsync();
        var session = new StreamConnection(new PlayedConnector { Gate = new TaskCompletionSource().Task }, _time);

        var cancelled = (await FluentActions.Awaiting(() => SendAsync(session, sync, caller.Token)).Should()
            .ThrowAsync<OperationCanceledException>()).Which;

        (cancelled.CancellationToken, cancelled.Message).Should().Be((caller.Token, "The stream was cancelled."));
    }

    [Fact]
    public async Task One_request_at_a_time_and_the_caller_is_told_what_to_do()
    {
        var session = Session(Answering(false, 2));
        await using var reading = session.SendAsync(SocketMessages.Request, new StreamLimits(), default).GetAsyncEnumerator();
        await reading.MoveNextAsync();

        await FluentActions.Awaiting(() => SendAsync(session, sync: false)).Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("*one request at a time: finish or dispose the running stream, or open another session.");
    }

    private static PlayedSocket Answering(bool sync, int times)
        => new(sync, [.. Enumerable.Repeat(PlayedSocket.Text(SocketMessages.Done), times), .. Closing(sync)]);

    /// <summary>Only a synchronous connection looks for the other side's close itself.</summary>
    private static PlayedSocket.Piece[] Closing(bool sync) => sync ? [PlayedSocket.Close(1000)] : [];

    private static Task SendAsync(StreamConnection session, bool sync, CancellationToken cancellationToken = default)
        => Talk.ReadAsync(session, asynchronous: !sync, cancellationToken);

    private static async Task DisposeAsync(StreamConnection session, bool sync)
    {
        if (sync)
        {
            session.Dispose();
        }
        else
        {
            await session.DisposeAsync();
        }
    }

    private StreamConnection Session(params PlayedSocket[] sockets) => new(new PlayedConnector(sockets), _time);
}
