using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>Every way in which an answer over a real socket breaks off.</summary>
public sealed class StreamInterruptionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_of_the_server_carries_what_was_received(bool asynchronous)
    {
        await using var server = await SocketServer.StartAsync(async (socket, context) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(SocketMessages.Token("Once "));
            await socket.SendTextAsync(SocketMessages.Token("upon"));
            context.Abort();
        });
        await using var talk = new Talk(server, asynchronous);

        var error = await talk.DrainAsync();

        var broken = error.Should().BeOfType<StreamInterruptedException>().Which;
        broken.Reason.Should().Be(StreamInterruption.ConnectionLost);
        broken.CloseCode.Should().Be(1006);
        "Once upon".Should().StartWith(broken.ReceivedText);
    }

    [Theory]
    [InlineData(true, 1012, StreamInterruption.ServiceRestarting)]
    [InlineData(false, 1012, StreamInterruption.ServiceRestarting)]
    [InlineData(true, 1009, StreamInterruption.MessageTooBig)]
    [InlineData(false, 1009, StreamInterruption.MessageTooBig)]
    [InlineData(true, 1011, StreamInterruption.ClosedByService)]
    [InlineData(false, 1000, StreamInterruption.ClosedByService)]
    public async Task A_close_in_mid_stream_is_an_interruption(bool asynchronous, int code, StreamInterruption reason)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(SocketMessages.Token("half"));
            await socket.CloseAsync((WebSocketCloseStatus)code, null, default);
        });
        await using var talk = new Talk(server, asynchronous);

        var broken = (await talk.DrainAsync()).Should().BeOfType<StreamInterruptedException>().Which;

        broken.Message.Should().StartWith("Claude Code ", "whoever reads a log of several services must know which one it was");
        broken.Reason.Should().Be(reason);
        broken.CloseCode.Should().Be(code);
        broken.ReceivedText.Should().Be("half");
        broken.Attempts.Should().Be(1, "0 would mean that nothing was sent");
    }

    [Theory]
    [InlineData(true, "not json")]
    [InlineData(false, "not json")]
    [InlineData(true, "[1]")]
    [InlineData(false, "\"text\"")]
    [InlineData(true, "{\"type\":\"token\"} {}")]
    [InlineData(true, "{\"type\":\"done\",\"usage\":7}")]
    public async Task A_garbage_message_is_an_interruption(bool asynchronous, string garbage)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(SocketMessages.Token("so far"));
            await socket.SendTextAsync(garbage);
            await socket.ReceiveTextAsync();
        });
        await using var talk = new Talk(server, asynchronous);

        var broken = (await talk.DrainAsync()).Should().BeOfType<StreamInterruptedException>().Which;

        broken.Reason.Should().Be(StreamInterruption.UnreadableMessage);
        broken.ReceivedText.Should().Be("so far");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_binary_message_is_an_interruption(bool asynchronous)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Binary, true, default);
            await socket.ReceiveTextAsync();
        });
        await using var talk = new Talk(server, asynchronous);

        (await talk.DrainAsync()).Should().BeOfType<StreamInterruptedException>()
            .Which.Reason.Should().Be(StreamInterruption.UnreadableMessage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_huge_message_is_refused_with_1009(bool asynchronous)
    {
        var closed = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(SocketMessages.Token(new string('x', 100_000)));
            await socket.ReceiveTextAsync();
            closed.SetResult(socket.CloseStatus);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        await using var talk = new Talk(server, asynchronous, new StreamLimits { MaxMessageBytes = 10_000 });

        var broken = (await talk.DrainAsync()).Should().BeOfType<StreamInterruptedException>().Which;

        broken.Reason.Should().Be(StreamInterruption.MessageTooBig);
        broken.CloseCode.Should().Be(1009);
        (await closed.Task).Should().Be(WebSocketCloseStatus.MessageTooBig);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_silent_server_is_given_up_after_the_idle_limit(bool asynchronous)
    {
        var asked = new TaskCompletionSource();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            asked.SetResult();
            await socket.ReceiveTextAsync();
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        var time = new FakeTimeProvider();
        await using var talk = new Talk(server, asynchronous, new StreamLimits { IdleTimeout = TimeSpan.FromMinutes(5) }, time);

        var next = Record.ExceptionAsync(talk.NextAsync);
        await asked.Task;
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        (await next).Should().BeOfType<StreamInterruptedException>().Which.Reason.Should().Be(StreamInterruption.IdleTimeout);
    }
}
