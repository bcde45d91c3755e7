using System.Net.WebSockets;
using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>
/// A request that is cancelled while it is being sent: the server may have it already, and is owed a close frame. The WebSocket is .NET's;
/// the wire below it breaks, as .NET's connection does, when the token of a writing is cancelled.
/// </summary>
public sealed class CancelledSendTests
{
    private const byte CloseFrame = 0x88;

    [Fact]
    public async Task It_ends_at_once_and_the_connection_is_closed_properly()
    {
        using var caller = new CancellationTokenSource();
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, caller.Token);
        using var wire = new SlowWire();
        using var socket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions());
        using var connection = new WebSocketConnection(socket, 1024, isSynchronous: false);

        var sending = connection.SendAsync("hello"u8.ToArray(), watch).AsTask();
        await caller.CancelAsync();

        (await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(caller.Token);

        using var closeTimeout = new CancellationTokenSource();
        var closing = connection.CloseAsync(WebSocketCloseStatus.NormalClosure, closeTimeout.Token);
        wire.Open();
        (await wire.SecondFrame).Should().Be(CloseFrame);
        await closeTimeout.CancelAsync();
        await closing;
    }

    [Fact]
    public async Task One_that_fails_says_so()
    {
        using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, default);
        using var wire = new SlowWire();
        using var socket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions());
        using var connection = new WebSocketConnection(socket, 1024, isSynchronous: false);

        var sending = connection.SendAsync("hello"u8.ToArray(), watch).AsTask();
        wire.Break();

        var ex = await Record.ExceptionAsync(() => sending);
        WebSocketConnection.IsTransport(ex!).Should().BeTrue();
    }

    /// <summary>Takes a first frame slowly, and never answers.</summary>
    private sealed class SlowWire : MemoryStream
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<byte> _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private volatile bool _isBroken;
        private int _frames;

        public Task<byte> SecondFrame => _second.Task;

        public void Open() => _open.SetResult();

        public void Break() => _open.SetException(new IOException("The wire broke."));

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            ObjectDisposedException.ThrowIf(_isBroken, this);
            var first = buffer.Span[0];
            if (++_frames == 2)
            {
                _second.SetResult(first);
            }

            try
            {
                await _open.Task.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                _isBroken = true;
                throw;
            }
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => await _ended.Task.WaitAsync(cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _ended.TrySetResult(0);
            base.Dispose(disposing);
        }
    }
}
