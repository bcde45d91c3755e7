namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>How soon a call that waits for a silent server notices that it is over.</summary>
internal sealed class StallScenario : IScenario
{
    private static readonly TimeSpan Allowed = TimeSpan.FromMilliseconds(100);

    public string Name => "stall";

    public string About
        => "A server that falls silent: token, deadline and disposal end calls within 100 ms, also while the thread pool is full.";

    public TimeSpan Bound(StressOptions options) => TimeSpan.FromMinutes(options.IsLong ? 60 : 6);

    public void Run(StressOptions options, Tally tally)
    {
        using var gauge = new LatenessGauge();
        for (var round = 0; round < (options.Calls ?? (options.IsLong ? 20 : 1)); round++)
        {
            foreach (var path in StallPaths.All.Where(path => path.IsMeasured))
            {
                foreach (var end in Enum.GetValues<StallEnd>())
                {
                    Measure(path, end, false, false, gauge, tally);
                    if (path.Sync is not null && (end != StallEnd.Cancel || path.TakesTokenSynchronously))
                    {
                        Measure(path, end, true, false, gauge, tally);
                        Measure(path, end, true, true, gauge, tally);
                    }
                }
            }
        }
    }

    private static void Measure(StallPath path, StallEnd end, bool isSynchronous, bool isSaturated, LatenessGauge gauge, Tally tally)
    {
        tally.Count("stalls");

        // The gauge's continuation of the pool would stand still too, and be no measure then.
        var late = new StallTrial(path, end, isSynchronous, tally).Run(gauge, isSaturated ? static () => new SaturatedPool() : null);
        if (late is not { } value)
        {
            return;
        }

        var where = isSaturated ? "sync with a full pool" : isSynchronous ? "sync" : "async";
        tally.High($"{end.ToString().ToLowerInvariant()} {where} ms", Math.Max(0, value.TotalMilliseconds));
        if (value > Allowed)
        {
            tally.Violate(
                $"late {end.ToString().ToLowerInvariant()}",
                $"{path.Name}, {where}: {value.TotalMilliseconds:0} ms beside the machine's own lateness");
        }
    }
}
