using System.Diagnostics;
using Valentina.ClaudeCode;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Soak;

/// <summary>
/// Everything at full speed for a long time. After every round the work stands still for a moment and the process is measured; flat is
/// what does not grow over the rounds, the warm-up aside (<see cref="Growth"/>).
/// </summary>
internal sealed class SoakScenario : IScenario
{
    private const int LongSeconds = 30 * 60;
    private const int ShortSeconds = 30;
    private const int SynchronousWorkers = 4;
    private const int AsynchronousWorkers = 8;

    /// <summary>The warm-up goes on until the server was asked so often: a slow machine does little in the time of a round.</summary>
    private const int WarmUpRequests = 2000;
    private static readonly TimeSpan MostWarmUp = TimeSpan.FromSeconds(30);

    /// <summary>How much more counts as flat: memory in parts and in bytes, whichever is more; handles and threads in numbers.</summary>
    private const double MemoryGrowth = 0.10;
    private const long MemorySlack = 2 * 1024 * 1024;
    private const int HandleGrowth = 10;
    private const int ThreadGrowth = 8;

    public string Name => "soak";

    public string About => "Mixed work at full speed: memory, handles and threads stay flat.";

    public TimeSpan Bound(StressOptions options) => TimeSpan.FromSeconds((Seconds(options) * 2) + 120);

    public void Run(StressOptions options, Tally tally)
    {
        using var server = new RawServer(SoakServer.Answer);
        using var client = Clients.Valentina(server.Url);
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.Url, ApiKey = Clients.Key });
        var rounds = options.IsLong ? 60 : 12;
        var length = TimeSpan.FromSeconds((double)Seconds(options) / (rounds + 1));
        bool IsWarm(TimeSpan elapsed) => elapsed > MostWarmUp || (elapsed > length && server.Requests > WarmUpRequests);
        Round(client, claude, options, 0, IsWarm, new Tally());
        var before = server.Requests;
        var samples = new List<(long Memory, int Handles, int Threads, int Connections)>();
        var watch = Stopwatch.StartNew();
        for (var round = 1; round <= rounds; round++)
        {
            Round(client, claude, options, round, elapsed => elapsed > length, tally);
            samples.Add(Sample(server));
        }

        Compare(
            "memory KB", [.. samples.Select(sample => sample.Memory / 1024)],
            first => Math.Max((long)(first * MemoryGrowth), MemorySlack / 1024), tally);
        Compare("handles", [.. samples.Select(sample => (long)sample.Handles)], _ => HandleGrowth, tally);
        Compare("threads", [.. samples.Select(sample => (long)sample.Threads)], _ => ThreadGrowth, tally);
        Compare(
            "connections", [.. samples.Select(sample => (long)sample.Connections)], _ => SynchronousWorkers + AsynchronousWorkers,
            tally);
        tally.Note("working set MB", $"{Environment.WorkingSet / 1024 / 1024}");
        tally.Note("requests per second", $"{(server.Requests - before) / watch.Elapsed.TotalSeconds:0}");
        if (server.Failure is { } failure)
        {
            tally.Violate("server failed", failure.ToString());
        }
    }

    private static int Seconds(StressOptions options) => options.Seconds ?? (options.IsLong ? LongSeconds : ShortSeconds);

    private static void Round(
        ValentinaClient client, ClaudeCodeClient claude, StressOptions options, int round, Func<TimeSpan, bool> isOver, Tally tally)
    {
        var watch = Stopwatch.StartNew();
        bool IsOver() => isOver(watch.Elapsed);
        SoakWorker Worker(int index) => new(client, claude, options.Chances((round * 100) + index), tally);
        var threads = Enumerable.Range(0, SynchronousWorkers)
            .Select(index => new Thread(() => Worker(index).Run(IsOver)) { IsBackground = true })
            .ToArray();
        Array.ForEach(threads, thread => thread.Start());
        var tasks = Enumerable.Range(SynchronousWorkers, AsynchronousWorkers)
            .Select(index => Task.Run(() => Worker(index).RunAsync(IsOver)))
            .ToArray();
        Task.WaitAll(tasks);
        Array.ForEach(threads, thread => thread.Join());
    }

    private static (long Memory, int Handles, int Threads, int Connections) Sample(RawServer server)
    {
        for (var time = 0; time < 3; time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // What the last full collection left alive; GC.GetTotalMemory estimates, now and then below zero.
        var heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        var connections = server.OpenConnections;

        // How many idle connections the pool keeps is chance; both ends of each are this process's, and the server has a thread for each.
        return (
            heap.HeapSizeBytes - heap.FragmentedBytes, Handles.Open() - (2 * connections), Handles.Threads() - connections, connections);
    }

    private static void Compare(string what, long[] values, Func<long, long> allowed, Tally tally)
    {
        var growth = new Growth(values, allowed);
        tally.Note(what, $"{growth.First} -> {growth.Last}");
        if (growth.IsGrowing)
        {
            tally.Violate($"{what} grow", string.Join(' ', values));
        }
    }
}
