using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>What the caller is told of an answer without an end, word by word, and what the service is told.</summary>
public sealed class ExchangeEndTests
{
    private readonly FakeTimeProvider _time = new();

    public static TheoryData<string, StreamInterruption, int?, string, WebSocketCloseStatus> Endings() => new()
    {
        {
            "binary", StreamInterruption.UnreadableMessage, null,
            "Claude Code sent a binary message where text was due.", WebSocketCloseStatus.InvalidMessageType
        },
        {
            "big", StreamInterruption.MessageTooBig, 1009,
            "Claude Code sent a message above the limit of 1000 bytes.", WebSocketCloseStatus.MessageTooBig
        },
        {
            "1009", StreamInterruption.MessageTooBig, 1009,
            "Claude Code rejected the request as too big (it takes 16 MiB).", WebSocketCloseStatus.NormalClosure
        },
        {
            "1012", StreamInterruption.ServiceRestarting, 1012,
            "Claude Code is shutting down or restarting; what it was doing is lost.", WebSocketCloseStatus.NormalClosure
        },
        {
            "none", StreamInterruption.ClosedByService, null,
            "Claude Code closed the stream before its end.", WebSocketCloseStatus.NormalClosure
        },
        {
            "1005", StreamInterruption.ClosedByService, 1005,
            "Claude Code closed the stream before its end.", WebSocketCloseStatus.NormalClosure
        },
        {
            "1000", StreamInterruption.ClosedByService, 1000,
            "Claude Code closed the stream before its end (code 1000).", WebSocketCloseStatus.NormalClosure
        },
        {
            "1011 why", StreamInterruption.ClosedByService, 1011,
            "Claude Code closed the stream before its end (code 1011: why).", WebSocketCloseStatus.NormalClosure
        },
        {
            "lost", StreamInterruption.ConnectionLost, 1006,
            "Claude Code broke off the connection before the end of the stream.", WebSocketCloseStatus.NormalClosure
        },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task An_ending_is_told_in_words_a_reason_and_a_code(
        string what, StreamInterruption reason, int? code, string message, WebSocketCloseStatus answer)
    {
        foreach (var sync in new[] { true, false })
        {
            var socket = new PlayedSocket(sync, Pieces(what));
            using var exchange = Exchange(socket, sync, new StreamLimits { MaxMessageBytes = 1000 });
            if (what == "lost")
            {
                socket.EndReceive();
            }

            (await NextAsync(exchange, sync)).Should().BeOfType<TokenEvent>();
            var broken = (await FluentActions.Awaiting(() => NextAsync(exchange, sync)).Should()
                .ThrowAsync<StreamInterruptedException>()).Which;

            (broken.Reason, broken.CloseCode, broken.Message, broken.ReceivedText).Should().Be((reason, code, message, "so far"));
            (exchange.CloseStatus, exchange.IsFinished, exchange.IsOver).Should().Be((answer, false, false));
        }
    }

    [Fact]
    public async Task Silence_is_told_in_seconds()
    {
        var socket = new PlayedSocket(false);
        using var exchange = Exchange(socket, sync: false, new StreamLimits { IdleTimeout = TimeSpan.FromSeconds(2.5) });
        var next = exchange.NextAsync();

        _time.Advance(TimeSpan.FromSeconds(2.5));

        var broken = (await FluentActions.Awaiting(() => next).Should().ThrowAsync<StreamInterruptedException>()).Which;
        (broken.Reason, broken.CloseCode, broken.Message).Should()
            .Be((StreamInterruption.IdleTimeout, null, "Claude Code was silent for 2.5 seconds."));
        exchange.IsOver.Should().BeTrue();
        socket.EndReceive();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_close_that_answers_a_cancellation_is_the_cancellation(bool sync)
    {
        using var caller = new CancellationTokenSource();
        var socket = new PlayedSocket(sync, PlayedSocket.Close(1000)) { OnReceive = caller.Cancel };
        using var exchange = Exchange(socket, sync, new StreamLimits(), caller.Token);

        var cancelled = (await FluentActions.Awaiting(() => NextAsync(exchange, sync)).Should()
            .ThrowAsync<OperationCanceledException>()).Which;

        cancelled.CancellationToken.Should().Be(caller.Token);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_that_cannot_be_sent_is_a_connection_lost(bool sync)
    {
        var socket = new PlayedSocket(sync) { Gate = Task.FromException(new WebSocketException("It is gone.")) };
        using var exchange = Exchange(socket, sync, new StreamLimits());

        var send = () => sync ? Send(exchange) : exchange.SendAsync("{}"u8.ToArray());

        (await send.Should().ThrowAsync<StreamInterruptedException>()).Which.Reason.Should().Be(StreamInterruption.ConnectionLost);
    }

    [Fact]
    public async Task A_fault_of_the_sdk_itself_is_not_called_a_lost_connection()
    {
        var socket = new PlayedSocket(false) { Gate = Task.FromException(new NotSupportedException()) };
        using var exchange = Exchange(socket, sync: false, new StreamLimits());

        await exchange.Awaiting(one => one.SendAsync("{}"u8.ToArray())).Should().ThrowAsync<NotSupportedException>();
    }

    private static Task Send(StreamExchange exchange)
    {
        exchange.Send("{}"u8.ToArray());
        return Task.CompletedTask;
    }

    private static PlayedSocket.Piece[] Pieces(string what)
    {
        var words = what.Split(' ');
        return
        [
            PlayedSocket.Text(SocketMessages.Token("so far")),
            .. words[0] switch
            {
                "binary" => [PlayedSocket.Binary(3)],
                "big" => [PlayedSocket.Text(new string('x', 1001))],
                "lost" => [],
                "none" => [PlayedSocket.Close(null)],
                _ => (PlayedSocket.Piece[])[PlayedSocket.Close(int.Parse(words[0]), words.ElementAtOrDefault(1))],
            },
        ];
    }

    private static async Task<StreamEvent> NextAsync(StreamExchange exchange, bool sync)
        => sync ? exchange.Next() : await exchange.NextAsync();

    private StreamExchange Exchange(
        PlayedSocket socket, bool sync, StreamLimits limits, CancellationToken cancellationToken = default)
        => new(
            new WebSocketConnection(socket, 1000, sync),
            limits,
            new StreamWatch(limits, _time, cancellationToken),
            FailureFactory.WithoutKeys(ClaudeCodeProfile.Instance));
}
