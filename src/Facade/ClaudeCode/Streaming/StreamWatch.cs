using Valentina.Connection;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// Watches one exchange: the caller's tokens, the disposal of session or client, and the time the server may be silent. The consumer's
/// own time never counts.
/// </summary>
internal sealed class StreamWatch : IDisposable
{
    private readonly StreamLimits _limits;
    private readonly TimeProvider _time;
    private readonly CancellationToken _first;
    private readonly CancellationToken _second;
    private readonly CancellationToken _disposal;
    private readonly CancellationTokenSource? _linked;
    private readonly CancellationToken _caller;
    private Deadline? _deadline;
    private bool _wasSilent;
    private long _askedAt;

    /// <summary>Makes a watch.</summary>
    /// <param name="limits">How long the server may be silent.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">The method's token.</param>
    /// <param name="second">The token of the call's options.</param>
    /// <param name="disposal">Cancelled when session or client are disposed.</param>
    public StreamWatch(
        StreamLimits limits,
        TimeProvider time,
        CancellationToken caller,
        CancellationToken second = default,
        CancellationToken disposal = default)
    {
        _limits = limits;
        _time = time;
        _first = caller;
        _second = second;
        _disposal = disposal;
        _linked = second.CanBeCanceled && caller.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(caller, second) : null;
        _caller = _linked?.Token ?? (second.CanBeCanceled ? second : caller);
    }

    /// <summary>Cancelled by the caller, by disposal or by silence.</summary>
    public CancellationToken Token => _deadline?.Token ?? _caller;

    public bool IsCancelled => _caller.IsCancellationRequested;

    public bool IsDisposed => _disposal.IsCancellationRequested;

    public bool IsSilent => !IsCancelled && !IsDisposed && (_wasSilent || _deadline is { HasPassed: true });

    public bool IsOver => IsCancelled || IsDisposed || IsSilent;

    /// <summary>The token that the caller cancelled.</summary>
    public CancellationToken Cause => _second.IsCancellationRequested && !_first.IsCancellationRequested ? _second : _first;

    /// <summary>
    /// How long ago the request was sent. The consumer's own time counts here: what came meanwhile does not say when it came.
    /// </summary>
    public TimeSpan SinceAsked => _time.GetElapsedTime(_askedAt);

    /// <summary>Notes that the request is sent now.</summary>
    public void Ask() => _askedAt = _time.GetTimestamp();

    /// <summary>Starts the clock before a wait for the server, and stops it after.</summary>
    public Wait Waiting()
    {
        if (IsCancelled)
        {
            throw new OperationCanceledException("The stream was cancelled.", Cause);
        }

        _deadline = Deadline.Start(_limits.IdleTimeout, _time, _caller, _disposal);
        return new Wait(this);
    }

    /// <summary>While the calling thread does the wait itself: its sockets look at the deadline.</summary>
    public SynchronousWork Work() => SynchronousWork.Begin(_deadline);

    public void Dispose() => _linked?.Dispose();

    private void Stop()
    {
        _wasSilent = IsSilent;
        _deadline?.Dispose();
        _deadline = null;
    }

    internal readonly struct Wait(StreamWatch watch) : IDisposable
    {
        public void Dispose() => watch.Stop();
    }
}
