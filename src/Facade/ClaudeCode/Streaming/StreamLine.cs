using System.Net.WebSockets;
using System.Runtime.CompilerServices;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// Asks questions over a connection, one after the other. It opens the connection when it needs one, keeps it while its
/// answers come to their end, and closes it when one is cut short, since the service would go on sending.
/// </summary>
[GenerateSync]
internal sealed partial class StreamLine(IStreamDialer dialer, TimeProvider time) : IAsyncDisposable, IDisposable
{
    /// <summary>
    /// The service pings every 20 seconds and hangs up 20 seconds later when nobody answers, which only a reader does.
    /// A connection silent for longer than this is therefore replaced rather than reused.
    /// </summary>
    private static readonly TimeSpan ReuseWithin = TimeSpan.FromSeconds(15);

    private readonly StreamLimits _closing = new();
    private StreamConnection? _connection;
    private long _lastUse;
    private int _busy;
    private bool _disposed;

    /// <summary>Sends one question and yields its answer as it comes.</summary>
    public async IAsyncEnumerable<StreamEvent> AskAsync(
        ReadOnlyMemory<byte> question,
        StreamLimits limits,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            using var exchange = new StreamExchange(connection, limits, time, cancellationToken);
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
                    await HangUpAsync(exchange.Goodbye).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        await HangUpAsync(WebSocketCloseStatus.NormalClosure).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _disposed = true;
        HangUp(WebSocketCloseStatus.NormalClosure);
    }

    private async Task<StreamConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_connection is not null && !IsReusable())
        {
            await HangUpAsync(WebSocketCloseStatus.NormalClosure).ConfigureAwait(false);
        }

        return _connection ??= await dialer.DialAsync(cancellationToken).ConfigureAwait(false);
    }

    private StreamConnection Connect(CancellationToken cancellationToken)
    {
        if (_connection is not null && (!_connection.IsSynchronous || !_connection.IsOpen || time.GetElapsedTime(_lastUse) > ReuseWithin))
        {
            HangUp(WebSocketCloseStatus.NormalClosure);
        }

        return _connection ??= dialer.Dial(cancellationToken);
    }

    private bool IsReusable() =>
        !_connection!.IsSynchronous && time.GetElapsedTime(_lastUse) <= ReuseWithin && _connection.IsStillOpen();

    private async Task HangUpAsync(WebSocketCloseStatus status)
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } connection)
        {
            return;
        }

        using var patience = new CancellationTokenSource(_closing.CloseTimeout, time);
        if (connection.IsSynchronous)
        {
            connection.Close(status, patience.Token);
        }
        else
        {
            await connection.CloseAsync(status, patience.Token).ConfigureAwait(false);
        }
    }

    /// <summary>An asynchronous connection cannot be waited for here: it is dropped.</summary>
    private void HangUp(WebSocketCloseStatus status)
    {
        if (Interlocked.Exchange(ref _connection, null) is not { } connection)
        {
            return;
        }

        if (connection.IsSynchronous)
        {
            using var patience = new CancellationTokenSource(_closing.CloseTimeout, time);
            connection.Close(status, patience.Token);
        }
        else
        {
            connection.Abort();
            connection.Dispose();
        }
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
