using System.Diagnostics;

namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>A cancellation at every place where a call can wait.</summary>
internal sealed class AwaitsScenario : IScenario
{
    public string Name => "awaits";

    public string About => "Cancellation at every await: the right type, the caller's token, and the sockets come back.";

    public TimeSpan Bound(StressOptions options) => TimeSpan.FromMinutes(options.IsLong ? 60 : 6);

    public void Run(StressOptions options, Tally tally)
    {
        using var gauge = new LatenessGauge();
        Round(gauge, new Tally());
        var before = Handles.Open();
        for (var round = 0; round < (options.Calls ?? (options.IsLong ? 50 : 1)); round++)
        {
            Round(gauge, tally);
        }

        // What was closed a moment ago is still on its way.
        var waited = Stopwatch.StartNew();
        while (Handles.Open() > before + 3 && waited.Elapsed < TimeSpan.FromSeconds(5))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Thread.Sleep(50);
        }

        var after = Handles.Open();
        tally.Note("handles", $"{before} -> {after}");
        if (after > before + 3)
        {
            tally.Violate("handles leak", $"{before} before, {after} after");
        }
    }

    private static void Round(LatenessGauge gauge, Tally tally)
    {
        tally.High("paths", StallPaths.All.Count);
        foreach (var path in StallPaths.All)
        {
            Cancel(path, isSynchronous: false, gauge, tally);
            if (path is { Sync: not null, TakesTokenSynchronously: true })
            {
                Cancel(path, isSynchronous: true, gauge, tally);
            }
        }
    }

    private static void Cancel(StallPath path, bool isSynchronous, LatenessGauge gauge, Tally tally)
    {
        tally.Count("cancellations");
        if (new StallTrial(path, StallEnd.Cancel, isSynchronous, tally).Run(gauge) is { } late)
        {
            tally.High("latest ms", Math.Max(0, late.TotalMilliseconds));
        }
    }
}
