using System.Diagnostics;
using Valentina.Connection.Retries;

namespace Valentina.Testing;

/// <summary>
/// The clock of a fake. It stands still until the SDK or the fake waits, and then jumps to the end of the wait: a test of three retries
/// takes milliseconds and every date is the same on every run. A deadline that falls within the jump fires on the way, as it would in real
/// time.
/// </summary>
/// <remarks>
/// It jumps over waits between attempts and over the time that a fake's answer takes. All other timers, deadlines and those of your own
/// code (<c>Task.Delay</c>, <see cref="CancellationTokenSource"/>), move nothing: they fire when the clock passes them, by a jump or by
/// <see cref="Advance"/>. One clock serves one flow of calls well; for calls that run at the same time and have deadlines, give the fake a
/// clock you move by hand.
/// </remarks>
public sealed class FakeClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now;
    private long _startedAt;
    private bool _running;

    /// <summary>Creates a clock.</summary>
    /// <param name="now">The time it shows; 2026-01-01, midnight UTC, when left out.</param>
    public FakeClock(DateTimeOffset? now = null) => _now = now ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether it runs with real time since <see cref="Start"/>.</summary>
    public bool IsRunning => Volatile.Read(ref _running);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _running ? _now + Stopwatch.GetElapsedTime(_startedAt) : _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>Lets it run with real time from now on, as a server for other processes needs it.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (!_running)
            {
                _startedAt = Stopwatch.GetTimestamp();
                Volatile.Write(ref _running, true);
            }
        }
    }

    /// <summary>Moves it forward and fires what falls due, in order.</summary>
    /// <param name="time">How far; not negative.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        MoveTo(GetUtcNow() + time);
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (IsRunning)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        var timer = new FakeTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Schedule(FakeTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        DateTimeOffset due;
        lock (_gate)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = due = _now + dueTime;
            timer.Period = period;
            _timers.Add(timer);
        }

        if (timer.IsWait || dueTime == TimeSpan.Zero)
        {
            MoveTo(due);
        }
    }

    private void Cancel(FakeTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private void MoveTo(DateTimeOffset target)
    {
        while (Next(target) is { } timer)
        {
            timer.Fire();
        }
    }

    private FakeTimer? Next(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null)
            {
                _now = target > _now ? target : _now;
                return null;
            }

            _now = next.Due > _now ? next.Due : _now;
            if (next.Period > TimeSpan.Zero)
            {
                next.Due += next.Period;
            }
            else
            {
                _timers.Remove(next);
            }

            return next;
        }
    }

    private sealed class FakeTimer(FakeClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public bool IsWait => state is IWait;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Schedule(this, dueTime, period);
            return true;
        }

        public void Dispose() => clock.Cancel(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
