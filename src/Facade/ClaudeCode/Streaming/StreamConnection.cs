using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using Valentina.Connection;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// Sends requests over a connection, one after the other. It opens the connection when it needs one, keeps it while its
/// answers come to their end, and closes it when one is cut short, since the service would go on sending.
/// </summary>
[GenerateSync]
internal sealed partial class StreamConnection : IAsyncDisposable, IDisposable
{
    /// <summary>A close frame that finds no room at once is not worth waiting for: whoever cancelled wants to go on.</summary>
    private static readonly TimeSpan HastyClose = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The service pings every 20 seconds and closes the connection 20 seconds later when nobody answers, which only a reader does.
    /// A connection silent for longer than this is therefore replaced rather than reused.
    /// </summary>
    private static readonly TimeSpan ReuseWithin = TimeSpan.FromSeconds(15);

    private readonly StreamLimits _closing = new();
    private readonly IStreamConnector _connector;
    private readonly TimeProvider _time;
    private readonly CancellationToken _clientDisposal;
    private readonly FailureFactory _failures;

    /// <summary>
    /// Never disposed, so that a stream and whoever disposes the session may come in any order; it has nothing that needs it.
    /// </summary>
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenRegistration _onClientDisposed;
    private WebSocketConnection? _connection;
    private long _lastUse;
    private int _busy;
    private bool _disposed;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="connector">Opens connections.</param>
    /// <param name="time">The clock.</param>
    /// <param name="clientDisposal">Ends what is going on.</param>
    /// <param name="failures">Makes what it throws; null where there are no keys to take out.</param>
    public StreamConnection(
        IStreamConnector connector, TimeProvider time, CancellationToken clientDisposal = default, FailureFactory? failures = null)
    {
        _connector = connector;
        _time = time;
        _clientDisposal = clientDisposal;
        _failures = failures ?? FailureFactory.WithoutKeys(ClaudeCodeProfile.Instance);
        _onClientDisposed = clientDisposal.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), _end);
    }

    /// <summary>Sends one request and yields its answer as it comes.</summary>
    public async IAsyncEnumerable<StreamEvent> SendAsync(
        ReadOnlyMemory<byte> request,
        StreamLimits limits,
        [EnumeratorCancellation] CancellationToken cancellationToken,
        CancellationToken second = default)
    {
        Enter();
        try
        {
            using var watch = new StreamWatch(limits, _time, cancellationToken, second, _end.Token);
            var connection = await ConnectAsync(watch).ConfigureAwait(false);
            using var exchange = new StreamExchange(connection, limits, watch, _failures);
            try
            {
                await exchange.SendAsync(request).ConfigureAwait(false);
                while (!exchange.IsFinished)
                {
                    yield return await exchange.NextAsync().ConfigureAwait(false);
                }
            }
            finally
            {
                _lastUse = _time.GetTimestamp();
                if (!exchange.IsFinished)
                {
                    await CloseConnectionAsync(exchange.CloseStatus, isHasty: exchange.IsOver).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Leave();
            if (_disposed)
            {
                await CloseConnectionAsync(WebSocketCloseStatus.NormalClosure, isHasty: true).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Ends a stream that is being waited for, which closes the connection itself; closes an idle one.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await _end.CancelAsync().ConfigureAwait(false);
        _onClientDisposed.Unregister();
        if (Volatile.Read(ref _busy) == 0)
        {
            await CloseConnectionAsync(WebSocketCloseStatus.NormalClosure, isHasty: false).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose()
    {
        _disposed = true;
        _end.Cancel();
        _onClientDisposed.Unregister();
        if (Volatile.Read(ref _busy) == 0)
        {
            CloseConnection(WebSocketCloseStatus.NormalClosure, isHasty: false);
        }
    }

    private async Task<WebSocketConnection> ConnectAsync(StreamWatch watch)
    {
        if (_connection is not null && !IsReusable())
        {
            await CloseConnectionAsync(WebSocketCloseStatus.NormalClosure, isHasty: false).ConfigureAwait(false);
        }

        try
        {
            return _connection ??= await _connector.ConnectAsync(watch.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException ex) when (watch.IsCancelled)
        {
            throw _failures.StreamCancelled(ex, watch.Cause);
        }
    }

    private WebSocketConnection Connect(StreamWatch watch)
    {
        if (_connection is not null && (!_connection.IsSynchronous || !_connection.IsOpen || _time.GetElapsedTime(_lastUse) > ReuseWithin))
        {
            CloseConnection(WebSocketCloseStatus.NormalClosure, isHasty: false);
        }

        try
        {
            return _connection ??= _connector.Connect(watch.Token);
        }
        catch (OperationCanceledException ex) when (watch.IsCancelled)
        {
            throw _failures.StreamCancelled(ex, watch.Cause);
        }
    }

    private bool IsReusable()
        => !_connection!.IsSynchronous && _time.GetElapsedTime(_lastUse) <= ReuseWithin && _connection.IsStillOpen();

    /// <param name="status">With which code.</param>
    /// <param name="isHasty">Whether the caller does not wait for the server's close: it was cancelled, or waited long enough.</param>
    private async Task CloseConnectionAsync(WebSocketCloseStatus status, bool isHasty)
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } connection)
        {
            return;
        }

        if (connection.IsSynchronous)
        {
            Close(connection, status, isHasty);
        }
        else if (_clientDisposal.IsCancellationRequested)
        {
            connection.Abort();
            connection.Dispose();
        }
        else if (isHasty)
        {
            _ = connection.CloseWithinAsync(_closing.CloseTimeout, _time, status, _clientDisposal);
        }
        else
        {
            await connection.CloseWithinAsync(_closing.CloseTimeout, _time, status, _clientDisposal).ConfigureAwait(false);
        }
    }

    /// <summary>An asynchronous connection cannot be waited for here: it is dropped.</summary>
    private void CloseConnection(WebSocketCloseStatus status, bool isHasty)
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

    private void Close(WebSocketConnection connection, WebSocketCloseStatus status, bool isHasty)
    {
        using var deadline = Deadline.Start(
            isHasty ? HastyClose : _closing.CloseTimeout, _time, CancellationToken.None, CancellationToken.None);
        connection.Close(status, deadline, awaitsReply: !isHasty);
    }

    private void Enter()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.Exchange(ref _busy, 1) != 0)
        {
            throw new InvalidOperationException(
                "A stream session answers one request at a time: finish or dispose the running stream, or open another session.");
        }
    }

    private void Leave() => Interlocked.Exchange(ref _busy, 0);
}
