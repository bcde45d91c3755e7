using System.Collections.Concurrent;
using System.Diagnostics;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <summary>
/// Every kind of answer that no sane server gives, met by ordinary calls: each ends in time, as a success or as an exception of the SDK,
/// and none of them takes the memory away.
/// </summary>
internal sealed class HostileScenario : IScenario
{
    /// <summary>How many kinds are tried at once; most of the time they wait.</summary>
    private const int Workers = 16;
    private const int FewestKinds = 190;

    /// <summary>More than every limit together, and a busy machine.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>When the caller gives up: a server may send sound messages for ever, which no limit ends.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(2);

    public string Name => "hostile";

    public string About => "Hostile answers over raw sockets, HTTP and WebSocket: typed, in time, in little memory.";

    public TimeSpan Bound(StressOptions options) => TimeSpan.FromMinutes(options.IsLong ? 60 : 5);

    public void Run(StressOptions options, Tally tally)
    {
        var kinds = HostileKinds.All();
        Check(kinds, tally);
        using var memory = new MemoryGauge(tally);
        var chances = options.Chances();
        var watch = Stopwatch.StartNew();
        bool IsOver() => watch.Elapsed.TotalSeconds > (options.Seconds ?? int.MaxValue);
        for (var round = 0; round < (options.Calls ?? (options.IsLong ? 20 : 1)) && !IsOver(); round++)
        {
            // With a limit of time, some of each; without one, first those that take longest.
            var mixed = kinds.Select(one => one.Kind).OrderBy(_ => chances.Next()).ToList();
            var light = new ConcurrentQueue<HostileKind>(
                mixed.Where(kind => !kind.IsHeavy).OrderByDescending(kind => options.Seconds is null && kind.IsSlow));
            var threads = Enumerable.Range(0, Workers).Select(_ => new Thread(() =>
            {
                while (!IsOver() && light.TryDequeue(out var kind))
                {
                    Meet(kind, tally);
                }
            })
            { IsBackground = true }).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
            foreach (var kind in mixed.Where(kind => kind.IsHeavy).TakeWhile(_ => !IsOver()))
            {
                memory.Begin(kind.Name);
                Meet(kind, tally);
            }

            memory.Begin("the many");
        }
    }

    private static void Check(IReadOnlyList<(string Family, HostileKind Kind)> kinds, Tally tally)
    {
        tally.Count("kinds", kinds.Count);
        foreach (var name in kinds.GroupBy(one => (one.Family, one.Kind.Name)).Where(group => group.Count() > 1))
        {
            tally.Violate("two kinds of one name", $"{name.Key}");
        }

        if (kinds.Count < FewestKinds)
        {
            tally.Violate("kinds are missing", $"{kinds.Count} of {FewestKinds}");
        }
    }

    private static void Meet(HostileKind kind, Tally tally)
    {
        tally.Count("met");
        using var server = new RawServer(kind.Answer) { OnAccepted = kind.OnAccepted };
        using var clients = new HostileClients(
            kind.IsSecure ? server.Url.Replace("http:", "https:", StringComparison.Ordinal) : server.Url);
        foreach (var call in Enum.GetValues<HostileCalls>().Where(call => int.IsPow2((int)call) && kind.Calls.HasFlag(call)))
        {
            Meet(kind, call, isSynchronous: false, clients, tally);
            Meet(kind, call, isSynchronous: true, clients, tally);
        }

        if (server.Failure is { } failure)
        {
            tally.Violate("server failed", $"{kind}: {failure}");
        }
    }

    private static void Meet(HostileKind kind, HostileCalls call, bool isSynchronous, HostileClients clients, Tally tally)
    {
        tally.Count("calls");
        using var timeout = new CancellationTokenSource(CallTimeout);
        var watch = Stopwatch.StartNew();
        try
        {
            clients.Call(call, isSynchronous, timeout.Token);
            tally.Count("answered");
        }
        catch (OperationCanceledException ex) when (ex.CancellationToken == timeout.Token && timeout.IsCancellationRequested)
        {
            tally.Count("cancelled");
        }
        catch (ValentinaException ex) when (!string.IsNullOrWhiteSpace(ex.Message) && ex.ToString().Length > 0)
        {
            tally.Count("typed");
        }
        catch (Exception ex)
        {
            // Nobody disposes here, so that not even that is right.
            tally.Violate($"untyped {ex.GetType().Name}", $"{kind}, {call}, {(isSynchronous ? "sync" : "async")}: {ex}");
        }

        tally.High("slowest ms", watch.ElapsedMilliseconds);
        if (watch.Elapsed > Longest)
        {
            tally.Violate("too slow", $"{kind}, {call}, {(isSynchronous ? "sync" : "async")}: {watch.Elapsed}");
        }
    }
}
