namespace Valentina.Stress.Scenarios.Mutations;

/// <summary>
/// What the real servers answered, with bytes, values, headers and frames changed by chance: each ends as a success or as an exception of
/// the SDK, in time.
/// </summary>
internal sealed class MutationScenario : IScenario
{
    private const int Workers = 4;
    private const int LongCount = 200_000;
    private const int ShortCount = 10_000;

    public string Name => "mutations";

    public string About => "Recorded answers with bytes, values, headers and frames changed by chance: typed, none over 2 s.";

    public TimeSpan Bound(StressOptions options) => TimeSpan.FromMinutes(options.IsLong || options.Calls is not null ? 90 : 5);

    public void Run(StressOptions options, Tally tally)
    {
        var answers = RecordedAnswer.Load().Where(MutationWorker.IsSent).ToList();
        var streams = RecordedAnswer.Streams();
        tally.Count("recorded answers", answers.Count);
        tally.Count("recorded streams", streams.Count);
        var last = options.Calls ?? (options.IsLong ? LongCount : ShortCount);
        var number = 0;
        var threads = Enumerable.Range(0, Workers).Select(_ => new Thread(() =>
        {
            using var worker = new MutationWorker(options, answers, streams, tally);
            while (Interlocked.Increment(ref number) is var mine && mine <= last)
            {
                tally.Count("mutations");
                worker.Try(mine);
            }
        })
        { IsBackground = true }).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }
}
