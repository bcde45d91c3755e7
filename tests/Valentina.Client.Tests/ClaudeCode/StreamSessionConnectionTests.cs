using System.Net.WebSockets;
using Valentina.ClaudeCode;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>Requests and answers over a real socket.</summary>
public sealed class StreamSessionConnectionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_token_arrives_before_the_last_is_sent(bool asynchronous)
    {
        var goOn = new SemaphoreSlim(0);
        await using var server = await SocketServer.StartAsync(async (socket, context) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(SocketMessages.Token("first"));
            await goOn.WaitAsync(context.RequestAborted);
            await socket.SendTextAsync(SocketMessages.Token("last"));
            await socket.SendTextAsync(SocketMessages.Done);
            await socket.ReceiveTextAsync();
        });
        await using var talk = new Talk(server, asynchronous);

        (await talk.NextAsync()).Should().BeOfType<TokenEvent>().Which.Text.Should().Be("first");
        goOn.Release();
        (await talk.NextAsync()).Should().BeOfType<TokenEvent>().Which.Text.Should().Be("last");
        var done = (await talk.NextAsync()).Should().BeOfType<DoneEvent>().Which;
        done.Usage.TotalTokens.Should().Be(3);
        done.Cost.Should().Be(0.5m);
        done.Model.Value.Should().Be("haiku");
        (await talk.NextAsync()).Should().BeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_early_break_closes_the_socket(bool asynchronous)
    {
        var closed = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(SocketMessages.Token("a"));
            await socket.SendTextAsync(SocketMessages.Token("b"));
            await socket.ReceiveTextAsync();
            closed.SetResult(socket.CloseStatus);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        await using (var talk = new Talk(server, asynchronous))
        {
            await talk.NextAsync();
        }

        (await closed.Task).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_surfaces_as_cancellation_and_closes_the_socket(bool asynchronous)
    {
        using var cancel = new CancellationTokenSource();
        var waiting = new TaskCompletionSource();
        var closed = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            waiting.SetResult();
            await socket.ReceiveTextAsync();
            closed.SetResult(socket.CloseStatus);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        await using var talk = new Talk(server, asynchronous, cancellationToken: cancel.Token);

        var next = talk.NextAsync();
        await waiting.Task;
        cancel.Cancel();

        var exception = await Record.ExceptionAsync(() => next);
        exception.Should().BeAssignableTo<OperationCanceledException>().Which.CancellationToken.Should().Be(cancel.Token);
        (await closed.Task).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_event_is_handed_on(bool asynchronous)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync("""{"type":"tool_call","name":"Read","new":[1]}""");
            await socket.SendTextAsync(SocketMessages.Done);
            await socket.ReceiveTextAsync();
        });
        await using var talk = new Talk(server, asynchronous);

        var unknown = (await talk.NextAsync()).Should().BeOfType<UnknownEvent>().Which;
        unknown.Type.Should().Be("tool_call");
        unknown.Json.Should().Contain("\"new\":[1]");
        (await talk.NextAsync()).Should().BeOfType<DoneEvent>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slow_reader_holds_the_server_back(bool asynchronous)
    {
        var sent = 0;
        var service = new ScriptedSocket(_ => Endless());
        await using var talk = new Talk(service.Address, asynchronous, handler: service);

        for (var read = 1; read <= 20; read++)
        {
            (await talk.NextAsync()).Should().BeOfType<TokenEvent>();
            Volatile.Read(ref sent).Should().BeLessThanOrEqualTo(
                read + 1, "what nobody reads yet stays with the server, and must not fill the client's memory");
        }

        // The script goes on only when the connection is read with nothing left to give.
        IEnumerable<SocketStep> Endless()
        {
            while (true)
            {
                Interlocked.Increment(ref sent);
                yield return SocketStep.Text(SocketMessages.Token(new string('x', 64 * 1024)));
            }
        }
    }
}
