using Valentina.Connection.Pacing;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>A gate alone, with calls that come, answers that come back, and a clock that is moved by hand.</summary>
internal sealed class GateBench(TimeProvider clock, IRateLimitStore? store = null)
{
    public PacingGate Gate { get; } = new(clock, store);

    public GateTurn Enter(ApiOperation? operation = null, bool isBackground = false, double limit = 60, bool isSynchronous = false)
    {
        var turn = Gate.Join(operation ?? Ops.Get, isBackground, null);
        Gate.Enter(turn, limit, isSynchronous);
        return turn;
    }

    public List<GateTurn> EnterMany(int count, ApiOperation? operation = null, double limit = 60)
        => [.. Enumerable.Range(0, count).Select(_ => Enter(operation, limit: limit))];

    public void Answer(GateTurn turn, params RateLimitPolicy[] policies)
        => Gate.Answered(turn, turn.Route.Operation, policies.Length == 0 ? null : new RateLimitState(policies));

    public void Refuse(GateTurn turn, double wait, params RateLimitPolicy[] policies)
        => Gate.Refused(
            turn,
            turn.Route.Operation,
            policies.Length == 0 ? null : new RateLimitState(policies),
            TimeSpan.FromSeconds(wait),
            null);

    /// <summary>Refuses as a server does that counts by the minute.</summary>
    public void RefuseMinute(GateTurn turn, double wait)
        => Gate.Refused(turn, turn.Route.Operation, null, TimeSpan.FromSeconds(wait), TimeSpan.FromMinutes(1));

    public RateLimitPolicy Describe(string name) => Gate.Describe().Policies.Single(policy => policy.Name == name);

    /// <summary>A limit as an answer tells it.</summary>
    public static RateLimitPolicy Told(string name, long quota, double window, long left) => new()
    {
        Name = name,
        Quota = quota,
        Window = TimeSpan.FromSeconds(window),
        Remaining = left,
        ResetAfter = TimeSpan.Zero,
    };

    /// <summary>Five calls in ten seconds.</summary>
    public static RateLimitPolicy Burst(long left) => Told("burst", 5, 10, left);

    public static int Passed(IEnumerable<GateTurn> turns) => turns.Count(turn => turn.Verdict == GateVerdict.Passed);

    public static IEnumerable<string> LimitsOf(GateTurn turn) => turn.Lane?.Buckets.Select(bucket => bucket.Name) ?? [];
}

/// <summary>
/// A clock whose timers never fire by themselves: like a machine that is late. When told to, it moves to the end of each timer that is
/// set and fires it within the call that sets it.
/// </summary>
internal sealed class HandClock : TimeProvider
{
    private TimeSpan _now;
    private int _depth;

    public bool FiresAtOnce { get; set; }

    /// <summary>How many such calls were under way within each other.</summary>
    public int MaxDepth { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(double seconds) => _now += TimeSpan.FromSeconds(seconds);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (FiresAtOnce)
        {
            MaxDepth = Math.Max(MaxDepth, ++_depth);
            _now += dueTime;
            callback(state);
            _depth--;
        }

        return new SilentTimer();
    }

    private sealed class SilentTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
