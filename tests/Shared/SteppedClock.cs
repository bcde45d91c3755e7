namespace Valentina.Tests.Shared;

/// <summary>A clock that stands still until a test moves it, to the end of the next timer or by a time.</summary>
public sealed class SteppedClock : TimeProvider
{
    private readonly object _lock = new();
    private readonly List<SteppedTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SteppedTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves to the end of the next timer and fires it; false where there is none.</summary>
    public bool AdvanceToNext()
    {
        SteppedTimer? next;
        lock (_lock)
        {
            next = _timers.MinBy(timer => timer.Due);
            if (next is null)
            {
                return false;
            }

            _timers.Remove(next);
            _now = next.Due > _now ? next.Due : _now;
        }

        next.Fire();
        return true;
    }

    /// <summary>Moves by a time and fires what falls due on the way.</summary>
    public void Advance(TimeSpan time)
    {
        var target = GetUtcNow() + time;
        while (NextDue() <= target)
        {
            AdvanceToNext();
        }

        lock (_lock)
        {
            _now = target > _now ? target : _now;
        }
    }

    private DateTimeOffset NextDue()
    {
        lock (_lock)
        {
            return _timers.Count == 0 ? DateTimeOffset.MaxValue : _timers.Min(timer => timer.Due);
        }
    }

    private sealed class SteppedTimer(SteppedClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    clock._timers.Add(this);
                }
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
