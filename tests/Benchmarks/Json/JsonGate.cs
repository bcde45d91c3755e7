using System.Diagnostics;

namespace Valentina.Benchmarks.Json;

/// <summary>
/// What a change must not make worse unseen: bytes and time of reading and writing beside code by hand, in the same run. The best of many
/// rounds counts, and the limit of time is wide, so that a busy machine does not fail it.
/// </summary>
internal static class JsonGate
{
    private const double MostBytes = 1.1;
    private const double MostTime = 1.8;
    private const int Rounds = 30;
    private const int Times = 60;

    /// <returns>The exit code.</returns>
    public static int Run()
    {
        var work = new JsonBenchmarks();
        var holds = Holds("reading a page of 100", work.Read_page, work.Read_by_hand)
            & Holds("writing the body of a creation", work.Write_body, work.Write_by_hand);
        return holds ? 0 : 1;
    }

    private static bool Holds(string what, Func<object> ours, Func<object> byHand)
    {
        // In turn, so that what disturbs one disturbs the other.
        var (our, hand) = (new Best(), new Best());
        for (var round = 0; round < Rounds; round++)
        {
            our.Take(ours);
            hand.Take(byHand);
        }

        var (bytes, time) = (our.Bytes / (double)hand.Bytes, our.Ticks / (double)hand.Ticks);
        var holds = bytes <= MostBytes && time <= MostTime;
        Console.WriteLine(FormattableString.Invariant(
            $"{(holds ? "ok" : "TOO MUCH")}: {what}: bytes {bytes:0.00} (at most {MostBytes}), time {time:0.00} (at most {MostTime})"));
        return holds;
    }

    private sealed class Best
    {
        public long Bytes { get; private set; } = long.MaxValue;

        public long Ticks { get; private set; } = long.MaxValue;

        public void Take(Func<object> work)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            for (var time = 0; time < Times; time++)
            {
                work();
            }

            Ticks = Math.Min(Ticks, Stopwatch.GetTimestamp() - start);
            Bytes = Math.Min(Bytes, (GC.GetAllocatedBytesForCurrentThread() - bytes) / Times);
        }
    }
}
