using Valentina.Connection.Retries;

namespace Valentina.Connection.Pacing;

/// <summary>A call's place at the gate: it waits there, passes with a token of each of its limits, and tells how it ended.</summary>
internal sealed class GateTurn(GateRoute route, bool isBackground, long place)
{
    /// <summary>The operation.</summary>
    public GateRoute Route { get; } = route;

    /// <summary>Whether others go first.</summary>
    public bool IsBackground { get; } = isBackground;

    /// <summary>First come, first served: the lower goes first. A call that comes back after a refusal keeps its place.</summary>
    public long Place { get; } = place;

    /// <summary>The limits it waits for or has taken a token of; null while they are not known.</summary>
    public GateLane? Lane { get; set; }

    /// <summary>Which of the lane's limits it finds out about, by bit.</summary>
    public ulong Probes { get; set; }

    /// <summary>The number of the sending, which tells which answers are older than others.</summary>
    public long Sequence { get; set; }

    /// <summary>How many were on their way when it was sent: the server may see them before or after it.</summary>
    public long Ahead { get; set; }

    /// <summary>Latest time to wait until, in seconds of the gate.</summary>
    public double ExpiresAt { get; set; }

    /// <summary>What it came to; null while it waits.</summary>
    public GateVerdict? Verdict { get; set; }

    /// <summary>How long it would have to wait still, where it was too late.</summary>
    public double Missing { get; set; }

    /// <summary>Wakes an asynchronous caller.</summary>
    public AsynchronousTurn? Asynchronous { get; set; }

    /// <summary>Wakes a synchronous caller.</summary>
    public SynchronousTurn? Synchronous { get; set; }

    /// <summary>Lets the caller go on. Outside of the gate's lock, since a clock of a test may run the caller at once.</summary>
    public void Wake()
    {
        Asynchronous?.TrySetResult();
        Synchronous?.Wake();
    }

    internal sealed class AsynchronousTurn() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), IWait;

    /// <summary>
    /// The caller looks at the verdict by itself too, and may be gone before the thread that reached the verdict wakes it.
    /// </summary>
    internal sealed class SynchronousTurn() : EventWaitHandle(initialState: false, EventResetMode.ManualReset), IWait
    {
        private readonly object _lock = new();
        private bool _isGone;

        public void Wake()
        {
            lock (_lock)
            {
                if (!_isGone)
                {
                    Set();
                }
            }
        }

        protected override void Dispose(bool explicitDisposing)
        {
            lock (_lock)
            {
                _isGone = true;
                base.Dispose(explicitDisposing);
            }
        }
    }
}

/// <summary>What waiting at the gate comes to.</summary>
internal enum GateVerdict
{
    /// <summary>The call may be sent.</summary>
    Passed,

    /// <summary>Its place is later than it may wait.</summary>
    TooLate,

    /// <summary>The caller cancelled, or the client was disposed.</summary>
    Ended,
}
