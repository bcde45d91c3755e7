using System.Net.WebSockets;
using System.Text;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>The socket itself, below any meaning of its messages.</summary>
public sealed class StreamConnectionTests
{
    private static readonly byte[] Hello = Encoding.UTF8.GetBytes("hello");

    [Fact]
    public async Task An_asynchronous_connection_sends_receives_and_says_goodbye()
    {
        var goodbye = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) => await EchoAsync(socket, goodbye));
        using var chain = new HttpMessageInvoker(new SocketsHttpHandler());
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);
        using var connection = await StreamHandshake.ConnectAsync(chain, server.Address, new StreamLimits(), default);

        await connection.SendAsync(Hello, watch);
        var answer = await connection.ReceiveAsync(watch);
        await connection.CloseAsync(WebSocketCloseStatus.NormalClosure, default);

        answer.Text.Should().Be("echo hello");
        (await goodbye.Task).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task A_synchronous_connection_does_the_same_without_leaving_its_thread()
    {
        var goodbye = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) => await EchoAsync(socket, goodbye));
        using var chain = new HttpMessageInvoker(new SocketsHttpHandler());
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);

        var thread = Environment.CurrentManagedThreadId;
        using var connection = StreamHandshake.Connect(chain, server.Address, new StreamLimits(), default);
        connection.Send(Hello, watch);
        var answer = connection.Receive(watch);
        connection.Close(WebSocketCloseStatus.NormalClosure, default);

        answer.Text.Should().Be("echo hello");
        Environment.CurrentManagedThreadId.Should().Be(thread);
        (await goodbye.Task).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task A_blocked_synchronous_receive_ends_when_the_connection_is_aborted()
    {
        await using var server = await SocketServer.StartAsync((socket, _) => socket.ReceiveTextAsync());
        using var chain = new HttpMessageInvoker(new SocketsHttpHandler());
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);
        using var connection = StreamHandshake.Connect(chain, server.Address, new StreamLimits(), default);
        Exception? fault = null;
        var waiting = new Thread(() => fault = Record.Exception(() => connection.Receive(watch)));
        waiting.Start();

        SpinWait.SpinUntil(() => waiting.ThreadState.HasFlag(ThreadState.WaitSleepJoin), TimeSpan.FromSeconds(5));
        connection.Abort();

        waiting.Join(TimeSpan.FromSeconds(10)).Should().BeTrue();
        fault.Should().NotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_above_the_limit_is_refused_before_it_is_held(bool asynchronous)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.SendTextAsync(new string('x', 3_000));
            await socket.SendTextAsync(new string('x', 3_001));
            await socket.ReceiveTextAsync();
        });
        using var chain = new HttpMessageInvoker(new SocketsHttpHandler());
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);
        var limits = new StreamLimits { MaxMessageBytes = 3_000 };
        using var connection = asynchronous
            ? await StreamHandshake.ConnectAsync(chain, server.Address, limits, default)
            : StreamHandshake.Connect(chain, server.Address, limits, default);

        var allowed = asynchronous ? await connection.ReceiveAsync(watch) : connection.Receive(watch);
        var refused = asynchronous ? await connection.ReceiveAsync(watch) : connection.Receive(watch);

        allowed.Text.Should().HaveLength(3_000);
        refused.Kind.Should().Be(StreamMessageKind.TooBig);
    }

    private static async Task EchoAsync(WebSocket socket, TaskCompletionSource<WebSocketCloseStatus?> goodbye)
    {
        var text = await socket.ReceiveTextAsync();
        await socket.SendTextAsync("echo " + text);
        await socket.ReceiveTextAsync();
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        goodbye.TrySetResult(socket.CloseStatus);
    }
}
