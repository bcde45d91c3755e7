using System.Net.WebSockets;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>Watches one exchange: the caller's token, and the time the server may be silent. The consumer's own time never counts.</summary>
internal sealed class StreamWatch : IDisposable
{
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _either;
    private readonly CancellationToken _caller;
    private readonly StreamLimits _limits;
    private readonly TimeProvider _time;

    public StreamWatch(StreamLimits limits, TimeProvider time, CancellationToken caller)
    {
        _limits = limits;
        _time = time;
        _caller = caller;
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_silence.Token, caller);
    }

    /// <summary>Cancelled by the caller or by silence.</summary>
    public CancellationToken Token => _either.Token;

    public bool IsOver => _either.IsCancellationRequested;

    public bool IsSilent => _silence.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <summary>Starts the clock before a wait for the server, and stops it after.</summary>
    public Wait Waiting()
    {
        _caller.ThrowIfCancellationRequested();
        _silence.CancelAfter(_limits.IdleTimeout);
        return new Wait(_silence);
    }

    /// <summary>
    /// While a synchronous receive waits: being over sends the goodbye from the thread that says so, and drops the
    /// connection when the server does not answer it in time.
    /// </summary>
    public IDisposable EndSoftly(StreamConnection connection) => new SoftEnd(connection, this);

    /// <summary>While a synchronous send waits: being over drops the connection.</summary>
    public CancellationTokenRegistration EndAtOnce(StreamConnection connection) =>
        Token.UnsafeRegister(static state => ((StreamConnection)state!).Abort(), connection);

    public void Dispose()
    {
        _either.Dispose();
        _silence.Dispose();
    }

    internal readonly struct Wait(CancellationTokenSource silence) : IDisposable
    {
        public void Dispose() => silence.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    private sealed class SoftEnd : IDisposable
    {
        private readonly StreamConnection _connection;
        private readonly StreamWatch _watch;
        private readonly CancellationTokenRegistration _registration;
        private CancellationTokenSource? _deadline;

        public SoftEnd(StreamConnection connection, StreamWatch watch)
        {
            _connection = connection;
            _watch = watch;
            _registration = watch.Token.UnsafeRegister(static state => ((SoftEnd)state!).End(), this);
        }

        public void Dispose()
        {
            _registration.Dispose();
            _deadline?.Dispose();
        }

        private void End()
        {
            _deadline = new CancellationTokenSource(_watch._limits.CloseTimeout, _watch._time);
            _deadline.Token.UnsafeRegister(static state => ((StreamConnection)state!).Abort(), _connection);
            _connection.SayGoodbye(WebSocketCloseStatus.NormalClosure);
        }
    }
}
