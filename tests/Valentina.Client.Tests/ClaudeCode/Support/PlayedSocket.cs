using System.Net.WebSockets;
using System.Text;
using Valentina.Connection;

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>
/// A WebSocket without a wire: it gives the pieces it was made with and notes what is done to it. When there are no more, an asynchronous
/// receive waits for the end of the socket, and a synchronous one finds the connection lost.
/// </summary>
internal sealed class PlayedSocket(bool isSynchronous, params PlayedSocket.Piece[] pieces) : WebSocket
{
    private readonly Queue<Piece> _pieces = new(pieces);
    private readonly TaskCompletionSource<ValueWebSocketReceiveResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _done = [];
    private WebSocketState _state = WebSocketState.Open;
    private WebSocketCloseStatus? _status;
    private string? _description;

    /// <summary>What was done to it, in order.</summary>
    public IReadOnlyList<string> Done
    {
        get
        {
            lock (_done)
            {
                return [.. _done];
            }
        }
    }

    /// <summary>Whether the end of the socket ends a receive that waits; otherwise <see cref="EndReceive"/> does.</summary>
    public bool EndsReceive { get; init; } = true;

    /// <summary>What its sending and its closing wait for.</summary>
    public Task Gate { get; init; } = Task.CompletedTask;

    /// <summary>What its closing throws.</summary>
    public Exception? CloseFailure { get; init; }

    /// <summary>Called by every receive.</summary>
    public Action OnReceive { get; init; } = static () => { };

    /// <summary>Told when a receive finds nothing.</summary>
    public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override WebSocketCloseStatus? CloseStatus => _status;

    public override string? CloseStatusDescription => _description;

    public override WebSocketState State => _state;

    public override string? SubProtocol => null;

    public static Piece Text(string text, bool isEnd = true) => new(WebSocketMessageType.Text, Encoding.UTF8.GetBytes(text), isEnd);

    public static Piece Binary(int length) => new(WebSocketMessageType.Binary, new byte[length], true);

    public static Piece Close(int? code, string? reason = null) => new(WebSocketMessageType.Close, [], true, code, reason);

    /// <summary>Ends a receive that waits.</summary>
    public void EndReceive() => _end.TrySetException(new WebSocketException(WebSocketError.ConnectionClosedPrematurely));

    /// <summary>What the state is from now on, as if the connection had done it.</summary>
    public void Become(WebSocketState state) => _state = state;

    public override async ValueTask SendAsync(
        ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        Note($"send {Encoding.UTF8.GetString(buffer.Span)}");
        await Gate;
    }

    public override ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        OnReceive();
        if (_pieces.Count == 0)
        {
            Waits.TrySetResult();
            return isSynchronous
                ? ValueTask.FromException<ValueWebSocketReceiveResult>(new WebSocketException("The connection is lost."))
                : new ValueTask<ValueWebSocketReceiveResult>(_end.Task);
        }

        var piece = _pieces.Dequeue();
        if (piece.Type == WebSocketMessageType.Close)
        {
            Note("receive close");
            _status = (WebSocketCloseStatus?)piece.Code;
            _description = piece.Reason;
            _state = _state == WebSocketState.CloseSent ? WebSocketState.Closed : WebSocketState.CloseReceived;
            return new ValueTask<ValueWebSocketReceiveResult>(new ValueWebSocketReceiveResult(0, WebSocketMessageType.Close, true));
        }

        var count = Math.Min(buffer.Length, piece.Bytes.Length);
        piece.Bytes.AsSpan(0, count).CopyTo(buffer.Span);
        var isWhole = count == piece.Bytes.Length;
        if (!isWhole)
        {
            var rest = piece with { Bytes = piece.Bytes[count..] };
            var others = _pieces.ToArray();
            _pieces.Clear();
            _pieces.Enqueue(rest);
            Array.ForEach(others, _pieces.Enqueue);
        }

        return new ValueTask<ValueWebSocketReceiveResult>(new ValueWebSocketReceiveResult(count, piece.Type, isWhole && piece.IsEnd));
    }

    public override async Task CloseAsync(
        WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        Note($"close {(int)closeStatus}");
        await Gate.WaitAsync(cancellationToken);
        ThrowIfFailing();
        _state = WebSocketState.Closed;
    }

    /// <summary>Only synchronous work closes in this way; it is noted how long that may take.</summary>
    public override Task CloseOutputAsync(
        WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        Note($"close {(int)closeStatus} within {SynchronousWork.Deadline?.Limit.TotalSeconds} s");
        ThrowIfFailing();
        _state = WebSocketState.CloseSent;
        return Task.CompletedTask;
    }

    public override void Abort()
    {
        Note("abort");
        _state = WebSocketState.Aborted;
        if (EndsReceive)
        {
            EndReceive();
        }
    }

    public override void Dispose()
    {
        Note("dispose");
        if (EndsReceive)
        {
            EndReceive();
        }
    }

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        var result = await ReceiveAsync(buffer.AsMemory(), cancellationToken);
        return new WebSocketReceiveResult(result.Count, result.MessageType, result.EndOfMessage);
    }

    public override Task SendAsync(
        ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
        => SendAsync(buffer.AsMemory(), messageType, endOfMessage, cancellationToken).AsTask();

    private void ThrowIfFailing()
    {
        if (CloseFailure is not null)
        {
            throw CloseFailure;
        }
    }

    /// <summary>The same thing twice in a row is one thing: letting go twice does no harm.</summary>
    private void Note(string what)
    {
        lock (_done)
        {
            if (_done.Count == 0 || _done[^1] != what)
            {
                _done.Add(what);
            }
        }
    }

    internal sealed record Piece(WebSocketMessageType Type, byte[] Bytes, bool IsEnd, int? Code = null, string? Reason = null);
}
