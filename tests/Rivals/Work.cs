using System.Diagnostics;
using System.Globalization;
using Valentina.Rivals.Clients;

namespace Valentina.Rivals;

/// <summary>What one client does in a process of its own; it prints its figures in one line.</summary>
internal static class Work
{
    private const int AtOnce = 16;
    private const int Reads = 16_000;
    private const int Turns = 20;

    /// <summary>
    /// Long enough that the runtime has compiled everything for good: it does so in the background, on this process's account.
    /// </summary>
    private const int Warm = 24_000;

    /// <summary>The clients, the measure of all first.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["System.Text.Json", "Newtonsoft.Json", "Refit", "NSwag", "Kiota", "this SDK", "this SDK, synchronous"];

    public static async Task RunAsync(string who, string what, Uri address)
    {
        var started = Process.GetCurrentProcess().StartTime;
        var rival = Create(who, address);
        var figures = await (what switch
        {
            "cold" => ColdAsync(rival, started),
            "latency" => LatencyAsync(rival),
            "bytes" => BytesAsync(rival, 1500, 500),
            "alone" => AloneAsync(rival),
            "turns" => InTurnsAsync([Create(Names[0], address), rival, Create(who, address), Create(Names[0], address)]),
            _ => HotAsync(rival),
        });
        Console.WriteLine(string.Join(' ', figures.Select(figure => figure.ToString("0.###", CultureInfo.InvariantCulture))));
    }

    private static IRival Create(string who, Uri address) => who switch
    {
        "System.Text.Json" => new SystemTextJsonRival(address),
        "Newtonsoft.Json" => new NewtonsoftRival(address),
        "Refit" => new RefitRival(address),
        "NSwag" => new NSwagRival(address),
        "Kiota" => new KiotaRival(address),
        _ => new SdkRival(address, isSynchronous: who != "this SDK"),
    };

    /// <summary>Milliseconds from the start of the process to the first answer.</summary>
    private static async Task<double[]> ColdAsync(IRival rival, DateTime started)
    {
        await rival.GetAsync();
        return [(DateTime.Now - started).TotalMilliseconds];
    }

    /// <summary>Milliseconds for the whole list, when connections are there.</summary>
    private static async Task<double[]> LatencyAsync(IRival rival)
    {
        await rival.ListAsync();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 5; round++)
        {
            await rival.ListAsync();
        }

        return [watch.Elapsed.TotalMilliseconds / 5];
    }

    /// <summary>Allocated bytes of a read, and of the whole list.</summary>
    private static async Task<double[]> BytesAsync(IRival rival, int warm, int rounds)
    {
        await RepeatAsync(rival, warm);
        for (var round = 0; round < warm / 150; round++)
        {
            await rival.ListAsync();
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await RepeatAsync(rival, rounds);
        var afterReads = GC.GetTotalAllocatedBytes(precise: true);
        for (var round = 0; round < 10; round++)
        {
            await rival.ListAsync();
        }

        var afterLists = GC.GetTotalAllocatedBytes(precise: true);
        return [(afterReads - before) / (double)rounds, (afterLists - afterReads) / 10d];
    }

    /// <summary>Microseconds of processor time of a read, one after another.</summary>
    private static async Task<double[]> AloneAsync(IRival rival)
    {
        await RepeatAsync(rival, Warm);
        var before = Cpu();
        await RepeatAsync(rival, Reads);
        return [(Cpu() - before) * 1000 / Reads];
    }

    /// <summary>
    /// The same of the measure of all and of a client, some hundred reads each in turns: whatever one process has of luck, with its
    /// threads, its memory or its neighbours, both have. There are two of each, since of two that are alike the second is the cheaper.
    /// </summary>
    /// <param name="clients">The measure, the client, the client, the measure.</param>
    private static async Task<double[]> InTurnsAsync(IRival[] clients)
    {
        foreach (var client in clients)
        {
            await RepeatAsync(client, Warm / 2);
        }

        var spent = new double[2];
        for (var turn = 0; turn < Turns; turn++)
        {
            for (var next = 0; next < clients.Length; next++)
            {
                var which = turn % 2 == 0 ? next : clients.Length - 1 - next;
                var before = Cpu();
                await RepeatAsync(clients[which], Reads / 2 / Turns);
                spent[which is 1 or 2 ? 1 : 0] += Cpu() - before;
            }
        }

        return [.. spent.Select(static milliseconds => milliseconds * 1000 / Reads)];
    }

    /// <summary>
    /// Microseconds of processor time of a read, sixteen at once; bytes of a read; milliseconds, milliseconds of processor time and bytes
    /// of the whole list.
    /// </summary>
    private static async Task<double[]> HotAsync(IRival rival)
    {
        var bytes = await BytesAsync(rival, Warm, 2000);
        var before = Cpu();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => AtOnceAsync(rival, Reads / AtOnce)));
        var together = (Cpu() - before) * 1000 / Reads;
        before = Cpu();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < 20; round++)
        {
            await rival.ListAsync();
        }

        return [together, bytes[0], watch.Elapsed.TotalMilliseconds / 20, (Cpu() - before) / 20, bytes[1]];
    }

    /// <summary>On a thread of its own, where a synchronous client stays.</summary>
    private static Task AtOnceAsync(IRival rival, int times)
        => Task.Factory.StartNew(
            () => RepeatAsync(rival, times), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();

    private static async Task RepeatAsync(IRival rival, int times)
    {
        for (var round = 0; round < times; round++)
        {
            await rival.GetAsync();
        }
    }

    private static double Cpu()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalMilliseconds;
    }
}
