using Valentina.Raw;

namespace Valentina.Connection.Pacing;

/// <summary>
/// Lets the calls of one key through at the pace that the server's limits allow: at once while there are tokens, then one by one as they
/// come. Learns the limits from the answers. Until the first answer, a few calls go and the others wait for what it says.
/// </summary>
/// <remarks>
/// One lock, held for short moments, around everything; nothing that is not the gate's own runs within it. Calls are let through by
/// <see cref="Pump"/>, which runs when a call comes, when an answer does, by a timer for the next token, and by each synchronous caller
/// when its own wait should be over, so that it needs no thread of the pool.
/// </remarks>
internal sealed partial class PacingGate(TimeProvider time, IRateLimitStore? store = null) : IDisposable
{
    /// <summary>
    /// How many calls go before anything is known about the server. As many again go for every <c>_probeInterval</c> without an answer: a
    /// server that is slow, or waits for all of them, must not be waited for.
    /// </summary>
    private const int MostAtStart = 16;

    /// <summary>Of so many tokens in a row, calls in the background get at least one.</summary>
    private const int BackgroundShare = 10;

    private readonly object _lock = new();

    /// <summary>One process of several finds the tokens used up as likely as not, and asks for one call first.</summary>
    private readonly int _mostAtStart = store is null ? MostAtStart : 1;

    /// <summary>In seconds; longer where other processes may have used the tokens up.</summary>
    private readonly double _probeInterval = store is null ? 0.1 : 1;
    private readonly long _start = time.GetTimestamp();
    private readonly Dictionary<ApiOperation, GateRoute> _routes = [];
    private readonly Dictionary<string, GateLane> _lanes = [];
    private readonly Dictionary<string, RateBucket> _buckets = [];

    /// <summary>Where calls wait whose limits are not known.</summary>
    private readonly Dictionary<GateRoute, GateLane> _unknown = [];

    /// <summary>Let through where no limit was found; woken by the next pump.</summary>
    private readonly List<GateTurn> _freed = [];

    private int _inFlight;
    private int _unknownInFlight;
    private double _unknownSince;
    private int _waiting;
    private int _normalInARow;
    private long _lastPlace;
    private long _lastSequence;
    private double _nextExpiry = double.PositiveInfinity;
    private volatile bool _isOpen;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>Where other processes take tokens from too; null where this one is alone.</summary>
    public IRateLimitStore? Store { get; } = store;

    /// <summary>Whether the server has answered and told no limits: then nothing is counted and nobody waits.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>How many calls wait.</summary>
    public int QueueLength => Volatile.Read(ref _waiting);

    private double Now => Time.GetElapsedTime(_start).TotalSeconds;

    public void Dispose() => DisposeTimer();

    /// <summary>A place for a call; it keeps it when it comes back after a refusal.</summary>
    /// <param name="operation">What is called.</param>
    /// <param name="isBackground">Whether others go first.</param>
    /// <param name="former">The place it had.</param>
    public GateTurn Join(ApiOperation operation, bool isBackground, GateTurn? former)
    {
        lock (_lock)
        {
            if (!_routes.TryGetValue(operation, out var route))
            {
                _routes.Add(operation, route = new GateRoute(operation));
            }

            return new GateTurn(route, isBackground, former?.Place ?? ++_lastPlace);
        }
    }

    /// <summary>Passes at once, or takes a place in the queue, or finds that it would be too late.</summary>
    /// <param name="turn">The place.</param>
    /// <param name="limit">How long it may wait, in seconds.</param>
    /// <param name="isSynchronous">Whether the caller's thread waits.</param>
    public void Enter(GateTurn turn, double limit, bool isSynchronous)
    {
        lock (_lock)
        {
            var now = Now;
            var lane = LaneOf(turn.Route);
            if (lane is null || (_waiting == 0 && CanPass(lane, turn.Route, now)))
            {
                Let(turn, lane);
                return;
            }

            var opens = OpensAt(lane, turn, now) - now;
            if (opens > limit)
            {
                turn.Lane = lane;
                turn.Missing = opens;
                turn.Verdict = GateVerdict.TooLate;
                return;
            }

            turn.ExpiresAt = now + limit;
            _nextExpiry = Math.Min(_nextExpiry, turn.ExpiresAt);
            turn.Asynchronous = isSynchronous ? null : new GateTurn.AsynchronousTurn();
            turn.Synchronous = isSynchronous ? new GateTurn.SynchronousTurn() : null;
            lane.Add(turn);
            _waiting++;
        }

        Pump();
    }

    /// <summary>Leaves the queue; a token that was taken meanwhile goes back.</summary>
    public void Withdraw(GateTurn turn)
    {
        lock (_lock)
        {
            if (turn.Verdict == GateVerdict.Passed)
            {
                Settle(turn, static (bucket, isProbe) => bucket.Return(isProbe));
            }
            else if (turn.Lane?.Remove(turn) == true)
            {
                _waiting--;
            }

            turn.Verdict = GateVerdict.Ended;
        }

        turn.Wake();
        Pump();
    }

    /// <summary>Other processes have taken the tokens: the call goes back to its place, and nobody goes before the time.</summary>
    public void Defer(GateTurn turn, TimeSpan wait)
    {
        lock (_lock)
        {
            var now = Now;
            Settle(turn, (bucket, isProbe) =>
            {
                bucket.Return(isProbe);
                bucket.Close(wait.TotalSeconds, now);
            });
        }
    }

    /// <summary>When somebody who waits should look again, in seconds from now.</summary>
    public double LooksAgainIn(GateTurn turn)
    {
        lock (_lock)
        {
            var now = Now;
            return turn.Verdict is null && turn.Lane is { } lane
                ? Math.Min(OpensAt(lane, turn, now), turn.ExpiresAt) - now
                : 0;
        }
    }

    /// <summary>Everything known, for those who look at it.</summary>
    public RateLimitState Describe(GateLane? only = null)
    {
        lock (_lock)
        {
            var now = Now;
            var policies = (only?.Buckets ?? [.. _buckets.Values]).Select(bucket => bucket.Describe(now)).ToList();
            return new RateLimitState(policies) { Waiting = _waiting };
        }
    }

    /// <summary>
    /// The limits that apply, that of the whole key also to an operation that was never answered; a place to wait for what the first answer
    /// says; null where nobody has to wait.
    /// </summary>
    private GateLane? LaneOf(GateRoute route)
    {
        if (!route.IsKnown && _buckets.ContainsKey(""))
        {
            Relane(route, []);
        }

        if (route.IsKnown || _isOpen)
        {
            return route.Lane;
        }

        if (!_unknown.TryGetValue(route, out var lane))
        {
            _unknown.Add(route, lane = new GateLane("", []));
        }

        return lane;
    }

    private bool CanPass(GateLane lane, GateRoute route, double now)
        => lane.Buckets.Length > 0 ? lane.CanPass(now)
            : _buckets.Count == 0 ? _unknownInFlight < Most(_mostAtStart, _unknownInFlight, _unknownSince, now)
            : route.Unknown < Most(1, route.Unknown, route.UnknownSince, now);

    private double Most(int first, int inFlight, double since, double now)
        => inFlight == 0 ? first : first * (1 + Math.Floor(((now - since) / _probeInterval) + 1e-6));

    /// <summary>What goes before: those who came earlier, and one in ten of those in the background.</summary>
    private static double OpensAt(GateLane lane, GateTurn turn, double now) => lane.OpensAt(
        now,
        bucket => turn.Verdict is null && lane.First(turn.IsBackground) == turn ? 0
            : turn.IsBackground ? bucket.Waiting[0] + bucket.Waiting[1]
            : bucket.Waiting[1] > 0 ? bucket.Waiting[0] * BackgroundShare / (BackgroundShare - 1d)
            : bucket.Waiting[0]);

    private void Let(GateTurn turn, GateLane? lane)
    {
        turn.Lane = lane;
        turn.Sequence = ++_lastSequence;
        turn.Ahead = lane is null ? 0 : _inFlight++;
        turn.Verdict = GateVerdict.Passed;
        if (lane is { Buckets.Length: > 0 })
        {
            lane.Take(turn);
        }
        else if (lane is not null)
        {
            var now = Now;
            turn.Route.UnknownSince = turn.Route.Unknown == 0 ? now : turn.Route.UnknownSince;
            _unknownSince = _unknownInFlight == 0 ? now : _unknownSince;
            turn.Route.Unknown++;
            _unknownInFlight++;
        }
    }
}
