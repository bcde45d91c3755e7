using System.Net.WebSockets;
using Valentina.Connection;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// One WebSocket, asynchronous or synchronous for its whole life. It receives only when asked to, so that a slow reader
/// holds the server back by TCP instead of filling memory, and it never holds more than one message.
/// </summary>
internal sealed class WebSocketConnection(
    WebSocket socket, int maxMessageBytes, bool isSynchronous, CloseFrameWatch? closing = null) : IDisposable
{
    private const int Idle = 0;
    private const int Receiving = 1;
    private const int Disposed = 2;

    /// <summary>How many receives without a pause one turn of the pool may hold; each turn costs a hundred bytes.</summary>
    private const int ReceivesOfATurn = 64;

    /// <summary>What RFC 6455 (7.4.1) calls a close without a code.</summary>
    private const int NoCode = 1005;

    private readonly ReceiveBuffer _buffer = new(maxMessageBytes);
    private Task<StreamMessage>? _pending;
    private int _receiving;
    private int _received;

    /// <summary>Whether its calls stay on the caller's thread.</summary>
    public bool IsSynchronous => isSynchronous;

    public bool IsOpen => socket.State == WebSocketState.Open;

    /// <summary>Whether an idle connection can be used again: it is open and no close frame of the server lies unread.</summary>
    /// <remarks>Starts the receive that the next <see cref="ReceiveAsync"/> takes over; only for an asynchronous connection.</remarks>
    public bool IsStillOpen()
    {
        if (!IsOpen)
        {
            return false;
        }

        _pending ??= ReceiveCoreAsync();
        return !_pending.IsCompleted;
    }

    /// <summary>Sends a message, which must stay as it is even when the wait for it was cancelled.</summary>
    /// <remarks>
    /// A watch that is over leaves the sending going, for the same reason as in <see cref="ReceiveAsync"/>: the server may have the message
    /// already although the sending has not come back.
    /// </remarks>
    public ValueTask SendAsync(ReadOnlyMemory<byte> message, StreamWatch watch)
    {
        var sending = socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        return sending.IsCompleted ? sending : new ValueTask(WithinAsync(sending.AsTask(), watch.Token));
    }

    public void Send(ReadOnlyMemory<byte> message, StreamWatch watch)
    {
        using var work = watch.Work();
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).EnsureCompleted();
    }

    /// <summary>Waits for one whole message, or the end of the connection.</summary>
    /// <remarks>
    /// A watch that is over leaves the receive going, since cancelling it would drop the connection without a close frame;
    /// <see cref="CloseAsync"/> ends it.
    /// </remarks>
    public async Task<StreamMessage> ReceiveAsync(StreamWatch watch)
    {
        _pending ??= ReceiveElsewhereAsync();
        var message = await _pending.WaitAsync(watch.Token).ConfigureAwait(false);
        _pending = null;
        return message;
    }

    /// <inheritdoc cref="ReceiveAsync"/>
    public StreamMessage Receive(StreamWatch watch)
    {
        using var work = watch.Work();
        Enter();
        try
        {
            while (true)
            {
                var part = socket.ReceiveAsync(_buffer.Free(), CancellationToken.None).EnsureCompleted();
                if (Take(part) is { } message)
                {
                    return message;
                }

                if (watch.IsOver)
                {
                    throw new OperationCanceledException("The wait is over.");
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Sends the close frame, waits for the server's as long as the token allows, and lets the connection go.</summary>
    public async Task CloseAsync(WebSocketCloseStatus status, CancellationToken cancellationToken)
    {
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseAsync(status, null, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception ex) when (IsTransport(ex))
        {
            // Nobody is left to close it with.
        }

        Abort();
        if (_pending is { } receive)
        {
            _pending = null;
            await ((Task)receive).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Dispose();
    }

    /// <summary>
    /// Closes it as <see cref="CloseAsync"/> does. Nobody else holds it any more, so that this may go on while the caller does something
    /// else.
    /// </summary>
    public async Task CloseWithinAsync(TimeSpan limit, TimeProvider time, WebSocketCloseStatus status, CancellationToken abort)
    {
        using var closeTimeout = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(closeTimeout.Token, abort);
        await CloseAsync(status, both.Token).ConfigureAwait(false);
    }

    /// <summary>
    /// Sends the close frame, waits for the server's as long as the deadline allows unless told not to, and lets the connection go. All on
    /// the calling thread.
    /// </summary>
    public void Close(WebSocketCloseStatus status, Deadline deadline, bool awaitsReply)
    {
        using (SynchronousWork.Begin(deadline))
        {
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    socket.CloseOutputAsync(status, null, CancellationToken.None).EnsureCompleted();
                }

                while (awaitsReply && socket.State == WebSocketState.CloseSent)
                {
                    _buffer.Clear();
                    _ = socket.ReceiveAsync(_buffer.Free(), CancellationToken.None).EnsureCompleted();
                }
            }
            catch (Exception ex) when (IsTransport(ex))
            {
                // Nobody is left to close it with.
            }
        }

        Abort();
        Dispose();
    }

    /// <summary>Drops the connection; a receive that waits, on whatever thread, ends with an exception.</summary>
    public void Abort()
    {
        socket.Abort();
        socket.Dispose();
    }

    public void Dispose()
    {
        socket.Dispose();

        Forget(_pending);
        if (Interlocked.CompareExchange(ref _receiving, Disposed, Idle) == Idle)
        {
            _buffer.Dispose();
        }
    }

    /// <summary>Whether an exception came from the connection itself. .NET reports an aborted socket as a cancelled operation.</summary>
    public static bool IsTransport(Exception exception)
        => exception is WebSocketException
            or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;

    private static async Task WithinAsync(Task sending, CancellationToken cancellationToken)
    {
        try
        {
            await sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!sending.IsCompleted)
        {
            Forget(sending);
            throw;
        }
    }

    /// <summary>Nobody waits for it any more, so that its exception must not count as unobserved.</summary>
    private static void Forget(Task? task)
        => task?.ContinueWith(
            static left => left.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>
    /// Receives on a thread of the pool: a flood of pings or of empty pieces is there at once, again and again, and would keep the
    /// caller's own thread from ever looking at its watch. Now and then it lets everybody else go first.
    /// </summary>
    private async Task<StreamMessage> ReceiveElsewhereAsync()
    {
        if (IsTurnOver())
        {
            await default(PoolTurn);
        }
        else
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        return await ReceiveCoreAsync().ConfigureAwait(false);
    }

    private async Task<StreamMessage> ReceiveCoreAsync()
    {
        Enter();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(_buffer.Free(), CancellationToken.None).ConfigureAwait(false);
                if (Take(part) is { } message)
                {
                    return message;
                }

                if (IsTurnOver())
                {
                    await default(PoolTurn);
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    private bool IsTurnOver() => ++_received % ReceivesOfATurn == 0;

    private StreamMessage? Take(ValueWebSocketReceiveResult part)
    {
        if (part.MessageType == WebSocketMessageType.Close)
        {
            return StreamMessage.Closed(
                closing is { SawEmptyClose: true } ? NoCode : (int?)socket.CloseStatus, socket.CloseStatusDescription);
        }

        _buffer.Advance(part.Count);
        if (_buffer.IsOverLimit)
        {
            _buffer.Clear();
            return StreamMessage.TooBig;
        }

        if (!part.EndOfMessage)
        {
            return null;
        }

        if (part.MessageType == WebSocketMessageType.Binary)
        {
            _buffer.Clear();
            return StreamMessage.Binary;
        }

        return StreamMessage.FromText(_buffer.Take());
    }

    private void Enter()
    {
        if (Interlocked.CompareExchange(ref _receiving, Receiving, Idle) != Idle)
        {
            throw new ObjectDisposedException(nameof(WebSocketConnection));
        }
    }

    private void Leave() => Interlocked.Exchange(ref _receiving, Idle);
}
