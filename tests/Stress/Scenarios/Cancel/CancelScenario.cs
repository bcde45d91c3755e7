using System.Diagnostics;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Cancel;

/// <summary>
/// Synchronous calls that end in the middle of their answers, beside others that do not: nobody may crash, get an answer that is not his,
/// or fail because someone else gave up.
/// </summary>
internal sealed class CancelScenario : IScenario
{
    private const int LongCalls = 500_000;
    private const int ShortSeconds = 20;

    /// <summary>After how long calls are ended at the latest.</summary>
    private const int LatestMicroseconds = 8_000;

    private static readonly int[] Threads = [1, 2, 4, 8];

    public string Name => "cancel";

    public string About => "Synchronous calls cancelled after 0 to 8 ms, by 1 to 8 threads, in every encoding and over TLS.";

    public TimeSpan Bound(StressOptions options) => options.IsLong || options.Calls is not null
        ? TimeSpan.FromHours(3)
        : TimeSpan.FromSeconds((options.Seconds ?? ShortSeconds) + 120);

    public void Run(StressOptions options, Tally tally)
    {
        var calls = options.Calls ?? (options is { IsLong: true, Seconds: null } ? LongCalls : int.MaxValue / 2);
        var seconds = options.Calls is null && !options.IsLong || options.Seconds is not null ? options.Seconds ?? ShortSeconds : 0;
        var answers = new TaggedAnswers(options.Seed);
        for (var tag = 0; tag < TaggedAnswers.Tags; tag++)
        {
            Array.ForEach(["", "gzip", "deflate", "br"], encoding => answers.Body(tag, encoding));
        }

        using var plain = new RawServer(answers.Answer);
        using var secure = new RawServer(answers.Answer, isSecure: true);
        using var trusting = Clients.TrustingHandler();
        using var clients = new CancelClients(plain.Url, secure.Url, trusting);
        var number = 0;
        foreach (var count in Threads)
        {
            var last = number + (calls / Threads.Length);
            var until = Stopwatch.GetTimestamp() + (seconds == 0 ? long.MaxValue / 2 : Stopwatch.Frequency * seconds / Threads.Length);
            var threads = Enumerable.Range(0, count).Select(index => new Thread(() =>
            {
                var chances = options.Chances((count * 100) + index);
                while (Stopwatch.GetTimestamp() < until && Interlocked.Increment(ref number) is var call && call <= last)
                {
                    CancelledCall.Draw(call, chances, LatestMicroseconds).Run(clients, tally);
                }
            })
            { IsBackground = true }).ToArray();
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        }

        foreach (var failure in new[] { plain.Failure, secure.Failure })
        {
            if (failure is not null)
            {
                tally.Violate("server failed", failure.ToString());
            }
        }

        tally.Count("connections", plain.Connections + secure.Connections);
    }
}
