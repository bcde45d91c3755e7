using System.Net.WebSockets;
using System.Text;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Connection;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>The socket itself, below any meaning of its messages.</summary>
public sealed class WebSocketConnectionTests
{
    private static readonly byte[] Hello = Encoding.UTF8.GetBytes("hello");

    [Fact]
    public async Task An_asynchronous_connection_sends_receives_and_closes()
    {
        var closed = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) => await EchoAsync(socket, closed));
        using var chain = new HttpMessageInvoker(Transport.CreateHandler());
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);
        using var connection = await StreamHandshake.ConnectAsync(chain, server.Address, new StreamLimits(), default);

        await connection.SendAsync(Hello, watch);
        var answer = await connection.ReceiveAsync(watch);
        await connection.CloseAsync(WebSocketCloseStatus.NormalClosure, default);

        Encoding.UTF8.GetString(answer.Json!).Should().Be("echo hello");
        (await closed.Task).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task A_synchronous_connection_does_the_same_without_leaving_its_thread()
    {
        var closed = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) => await EchoAsync(socket, closed));
        using var chain = new HttpMessageInvoker(Transport.CreateHandler());
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);

        var thread = Environment.CurrentManagedThreadId;
        using var connection = StreamHandshake.Connect(chain, server.Address, new StreamLimits(), default);
        connection.Send(Hello, watch);
        var answer = connection.Receive(watch);
        using (var deadline = Deadline.Start(TimeSpan.FromSeconds(30), TimeProvider.System, default, default))
        {
            connection.Close(WebSocketCloseStatus.NormalClosure, deadline, awaitsReply: true);
        }

        Encoding.UTF8.GetString(answer.Json!).Should().Be("echo hello");
        Environment.CurrentManagedThreadId.Should().Be(thread);
        (await closed.Task).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task A_blocked_synchronous_receive_ends_itself_and_can_still_close()
    {
        var closed = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            closed.TrySetResult(socket.CloseStatus);
        });
        using var cancellation = new CancellationTokenSource();
        using var handler = Transport.CreateHandler();
        using var chain = new HttpMessageInvoker(handler);
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, cancellation.Token);
        using var connection = StreamHandshake.Connect(chain, server.Address, new StreamLimits(), default);
        Exception? failure = null;
        var waiting = new Thread(() =>
        {
            failure = Record.Exception(() =>
            {
                using var wait = watch.Waiting();
                connection.Receive(watch);
            });
            using var deadline = Deadline.Start(TimeSpan.FromSeconds(1), TimeProvider.System, default, default);
            connection.Close(WebSocketCloseStatus.NormalClosure, deadline, awaitsReply: false);
        })
        { IsBackground = true };
        waiting.Start();

        cancellation.Cancel();

        waiting.Join(TimeSpan.FromSeconds(30)).Should().BeTrue();
        failure.Should().BeAssignableTo<OperationCanceledException>();
        (await closed.Task.WaitAsync(TimeSpan.FromSeconds(30))).Should().Be(WebSocketCloseStatus.NormalClosure);
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
        using var chain = new HttpMessageInvoker(Transport.CreateHandler());
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);
        var limits = new StreamLimits { MaxMessageBytes = 3_000 };
        using var connection = asynchronous
            ? await StreamHandshake.ConnectAsync(chain, server.Address, limits, default)
            : StreamHandshake.Connect(chain, server.Address, limits, default);

        var allowed = asynchronous ? await connection.ReceiveAsync(watch) : connection.Receive(watch);
        var refused = asynchronous ? await connection.ReceiveAsync(watch) : connection.Receive(watch);

        Encoding.UTF8.GetString(allowed.Json!).Should().HaveLength(3_000);
        refused.Kind.Should().Be(StreamMessageKind.TooBig);
    }

    private static async Task EchoAsync(WebSocket socket, TaskCompletionSource<WebSocketCloseStatus?> closed)
    {
        var text = await socket.ReceiveTextAsync();
        await socket.SendTextAsync("echo " + text);
        await socket.ReceiveTextAsync();
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        closed.TrySetResult(socket.CloseStatus);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_flood_that_makes_no_message_does_not_outlast_the_caller(bool sync)
    {
        using var source = new CancellationTokenSource();
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, source.Token);
        using var flood = new FloodingSocket();
        using var connection = new WebSocketConnection(flood, 1024, sync);
        using var wait = watch.Waiting();

        var receive = Task.Run(() => sync ? Task.FromResult(connection.Receive(watch)) : connection.ReceiveAsync(watch));
        await flood.IsFlooding.WaitAsync(TimeSpan.FromSeconds(60));
        await source.CancelAsync();
        var end = () => receive.WaitAsync(TimeSpan.FromSeconds(60));

        await end.Should().ThrowAsync<OperationCanceledException>();
        connection.Abort();
    }

    /// <summary>Has an empty piece of a message ready whenever it is asked.</summary>
    private sealed class FloodingSocket : WebSocket
    {
        private readonly TaskCompletionSource _flooding = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _aborted;
        private int _pieces;

        public Task IsFlooding => _flooding.Task;

        public override WebSocketCloseStatus? CloseStatus => null;

        public override string? CloseStatusDescription => null;

        public override WebSocketState State => WebSocketState.Open;

        public override string? SubProtocol => null;

        public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            if (_pieces++ == 100)
            {
                _flooding.SetResult();
            }

            return _aborted
                ? throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely)
                : new(new ValueWebSocketReceiveResult(0, WebSocketMessageType.Text, endOfMessage: false));
        }

        public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        public override Task SendAsync(
            ArraySegment<byte> buffer,
            WebSocketMessageType messageType,
            bool endOfMessage,
            CancellationToken cancellationToken) => Task.CompletedTask;

        public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
            => Task.CompletedTask;

        public override Task CloseOutputAsync(
            WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Abort() => _aborted = true;

        public override void Dispose() => _aborted = true;
    }
}
