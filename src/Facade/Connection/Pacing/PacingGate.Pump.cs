using Valentina.Connection.Retries;

namespace Valentina.Connection.Pacing;

/// <content>Lets through who may go, in order.</content>
internal sealed partial class PacingGate
{
    private const double SecondsPerYear = 31_536_000;

    private ITimer? _timer;
    private bool _isScheduling;
    private bool _hasChanged;

    /// <summary>Lets through whom the tokens allow, turns away whose time is over, and sets the timer for the next.</summary>
    /// <remarks>
    /// A clock of a test may fire the timer within the call that sets it, so that this method runs within itself: it then only notes that
    /// there is more to do.
    /// </remarks>
    public void Pump()
    {
        while (true)
        {
            List<GateTurn> settled = [];
            double? next;
            lock (_lock)
            {
                var now = Now;
                settled.AddRange(_freed);
                _freed.Clear();
                LetThrough(settled, now);
                TurnAway(settled, now);
                next = Next(now);
                _hasChanged = true;
                if (_isScheduling)
                {
                    next = null;
                }
                else if (next is not null)
                {
                    _isScheduling = true;
                    _hasChanged = false;
                }
            }

            foreach (var turn in settled)
            {
                turn.Wake();
            }

            if (next is not { } wait)
            {
                return;
            }

            Schedule(wait);
            lock (_lock)
            {
                _isScheduling = false;
                if (!_hasChanged)
                {
                    return;
                }
            }
        }
    }

    private void LetThrough(List<GateTurn> settled, double now)
    {
        while (_waiting > 0 && Choose(now) is { } turn)
        {
            var lane = turn.Lane!;
            lane.Remove(turn);
            _waiting--;
            Let(turn, lane);
            settled.Add(turn);
        }
    }

    /// <summary>Who goes next: the first of those whose limits all have a token; one in the background after nine others.</summary>
    private GateTurn? Choose(double now)
    {
        GateTurn? normal = null;
        GateTurn? background = null;
        foreach (var lane in Lanes())
        {
            if (lane.Count == 0)
            {
                continue;
            }

            var (first, second) = (lane.First(isBackground: false), lane.First(isBackground: true));
            if (!CanPass(lane, (first ?? second)!.Route, now))
            {
                continue;
            }

            normal = Earlier(normal, first);
            background = Earlier(background, second);
        }

        if (background is not null && (normal is null || _normalInARow >= BackgroundShare - 1))
        {
            _normalInARow = 0;
            return background;
        }

        if (normal is not null)
        {
            _normalInARow = background is null ? 0 : _normalInARow + 1;
        }

        return normal;
    }

    private IEnumerable<GateLane> Lanes() => _lanes.Values.Concat(_unknown.Values);

    private static GateTurn? Earlier(GateTurn? one, GateTurn? other)
        => one is null || (other is not null && other.Place < one.Place) ? other : one;

    private void TurnAway(List<GateTurn> settled, double now)
    {
        if (now < _nextExpiry)
        {
            return;
        }

        _nextExpiry = double.PositiveInfinity;
        foreach (var lane in Lanes())
        {
            foreach (var turn in lane.All.ToList())
            {
                if (turn.ExpiresAt > now)
                {
                    _nextExpiry = Math.Min(_nextExpiry, turn.ExpiresAt);
                    continue;
                }

                turn.Missing = OpensAt(lane, turn, now) - now;
                lane.Remove(turn);
                _waiting--;
                turn.Verdict = GateVerdict.TooLate;
                settled.Add(turn);
            }
        }
    }

    /// <summary>The seconds until somebody may go or must be turned away; null when nobody waits.</summary>
    private double? Next(double now)
    {
        if (_waiting == 0)
        {
            return null;
        }

        var next = _nextExpiry;
        foreach (var lane in Lanes())
        {
            if (lane.Count > 0)
            {
                var opens = lane.Buckets.Length > 0 ? lane.OpensAt(now, static _ => 0) : now + _probeInterval;
                next = Math.Min(next, opens > now ? opens : double.PositiveInfinity);
            }
        }

        return double.IsPositiveInfinity(next) ? null : Math.Max(0, next - now);
    }

    private void Schedule(double seconds)
    {
        // A part of a tick more, and there is no token yet when the timer fires; what arithmetic adds to whole ticks is no such part.
        var ticks = Math.Ceiling((Math.Min(seconds, SecondsPerYear) * TimeSpan.TicksPerSecond) - 0.001);
        var timer = Time.CreateTimer(
            static state => ((TimerState)state!).Gate.Pump(),
            new TimerState(this),
            TimeSpan.FromTicks((long)Math.Max(0, ticks)),
            Timeout.InfiniteTimeSpan);
        Interlocked.Exchange(ref _timer, timer)?.Dispose();
    }

    private void DisposeTimer() => Volatile.Read(ref _timer)?.Dispose();

    /// <summary>Says to the clock of a test that somebody waits for this timer.</summary>
    private sealed class TimerState(PacingGate gate) : IWait
    {
        public PacingGate Gate { get; } = gate;
    }
}
