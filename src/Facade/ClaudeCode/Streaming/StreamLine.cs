using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using Valentina.Connection;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// Asks questions over a connection, one after the other. It opens the connection when it needs one, keeps it while its
/// answers come to their end, and closes it when one is cut short, since the service would go on sending.
/// </summary>
[GenerateSync]
internal sealed partial class StreamLine(IStreamDialer dialer, TimeProvider time, CancellationToken clientDisposal = default) : IAsyncDisposable, IDisposable
{
    /// <summary>A close frame that finds no room at once is not worth waiting for: whoever cancelled wants to go on.</summary>
    private static readonly TimeSpan HastyClose = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The service pings every 20 seconds and hangs up 20 seconds later when nobody answers, which only a reader does.
    /// A connection silent for longer than this is therefore replaced rather than reused.
    /// </summary>
    private static readonly TimeSpan ReuseWithin = TimeSpan.FromSeconds(15);

    private readonly StreamLimits _closing = new();
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(clientDisposal);
    private StreamConnection? _connection;
    private long _lastUse;
    private int _busy;
    private bool _disposed;

    /// <summary>Sends one question and yields its answer as it comes.</summary>
    public async IAsyncEnumerable<StreamEvent> AskAsync(
        ReadOnlyMemory<byte> question,
        StreamLimits limits,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        CancellationToken second = default)
    {
        Enter();
        try
        {
            using var watch = new StreamWatch(limits, time, cancellationToken, second, _end.Token);
            var connection = await ConnectAsync(watch).ConfigureAwait(false);
            using var exchange = new StreamExchange(connection, limits, watch);
            try
            {
                await exchange.SendAsync(question).ConfigureAwait(false);
                while (!exchange.IsFinished)
                {
                    yield return await exchange.NextAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                _lastUse = time.GetTimestamp();
                if (!exchange.IsFinished)
                {
                    await HangUpAsync(exchange.Goodbye, isHasty: exchange.IsOver).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Leave();
            if (_disposed)
            {
                await HangUpAsync(WebSocketCloseStatus.NormalClosure, isHasty: true).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends a stream that is being waited for, which closes the connection itself; closes an idle one.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _end.CancelAsync().ConfigureAwait(false);
        if (Volatile.Read(ref _busy) == 0)
        {
            await HangUpAsync(WebSocketCloseStatus.NormalClosure, isHasty: false).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        _disposed = true;
        _end.Cancel();
        if (Volatile.Read(ref _busy) == 0)
        {
            HangUp(WebSocketCloseStatus.NormalClosure, isHasty: false);
        }
    }

    private async Task<StreamConnection> ConnectAsync(StreamWatch watch)
    {
        if (_connection is not null && !IsReusable())
        {
            await HangUpAsync(WebSocketCloseStatus.NormalClosure, isHasty: false).ConfigureAwait(false);
        }

        try
        {
            return _connection ??= await dialer.DialAsync(watch.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException ex) when (watch.IsCancelled)
        {
            throw new OperationCanceledException("The stream was cancelled.", ex, watch.Cause);
        }
    }

    private StreamConnection Connect(StreamWatch watch)
    {
        if (_connection is not null && (!_connection.IsSynchronous || !_connection.IsOpen || time.GetElapsedTime(_lastUse) > ReuseWithin))
        {
            HangUp(WebSocketCloseStatus.NormalClosure, isHasty: false);
        }

        try
        {
            return _connection ??= dialer.Dial(watch.Token);
        }
        catch (OperationCanceledException ex) when (watch.IsCancelled)
        {
            throw new OperationCanceledException("The stream was cancelled.", ex, watch.Cause);
        }
    }

    private bool IsReusable() =>
        !_connection!.IsSynchronous && time.GetElapsedTime(_lastUse) <= ReuseWithin && _connection.IsStillOpen();

    /// <param name="status">With which code.</param>
    /// <param name="isHasty">Whether the caller does not wait for the server's close: it was cancelled, or waited long enough.</param>
    private async Task HangUpAsync(WebSocketCloseStatus status, bool isHasty)
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } connection)
        {
            return;
        }

        if (connection.IsSynchronous)
        {
            Close(connection, status, isHasty);
        }
        else if (clientDisposal.IsCancellationRequested)
        {
            connection.Abort();
            connection.Dispose();
        }
        else if (isHasty)
        {
            _ = connection.CloseWithinAsync(_closing.CloseTimeout, time, status, clientDisposal);
        }
        else
        {
            await connection.CloseWithinAsync(_closing.CloseTimeout, time, status, clientDisposal).ConfigureAwait(false);
        }
    }

    /// <summary>An asynchronous connection cannot be waited for here: it is dropped.</summary>
    private void HangUp(WebSocketCloseStatus status, bool isHasty)
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } connection)
        {
            return;
        }

        if (connection.IsSynchronous)
        {
            Close(connection, status, isHasty);
        }
        else
        {
            connection.Abort();
            connection.Dispose();
        }
    }

    private void Close(StreamConnection connection, WebSocketCloseStatus status, bool isHasty)
    {
        using var deadline = Deadline.Start(isHasty ? HastyClose : _closing.CloseTimeout, time, CancellationToken.None, CancellationToken.None);
        connection.Close(status, deadline, awaitsReply: !isHasty);
    }

    private void Enter()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            throw new InvalidOperationException("A stream session answers one question at a time: finish or dispose the running stream, or open another session.");
        }
    }

    private void Leave() => Interlocked.Exchange(ref _busy, 0);
}
