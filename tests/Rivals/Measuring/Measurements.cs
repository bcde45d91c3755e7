using System.Globalization;

namespace Valentina.Rivals.Measuring;

/// <summary>All clients on all works, several rounds in turn, printed as a table of minimum, median and maximum.</summary>
internal static class Measurements
{
    private const int Rounds = 5;

    /// <summary>
    /// How long threads of the pool look for work before they sleep is most of this figure, and differs by a factor of two from one process
    /// to the next: fewer rounds say nothing.
    /// </summary>
    private const int RoundsAlone = 21;

    private static readonly Line[] Lines =
    [
        new("alone", ["read, one after another: CPU in µs"], RoundsAlone),
        new("alone", ["the same, where the pool does not look for work before it sleeps"], RoundsAlone, PoolLooks: false),
        new("turns", ["the same by System.Text.Json, in turns with the column's client in one process", "and by that client"], RoundsAlone),
        new("hot", [
            "read, 16 at once: CPU in µs", "read: bytes", "list of 2,000: ms", "list of 2,000: CPU in ms", "list of 2,000: bytes",
        ]),
        new("hot", ["read, 16 at once, where the pool does not look for work before it sleeps"], PoolLooks: false),
        new("cold", ["start to first answer: ms"]),
        new("latency", ["list of 2,000 at 20 ms latency: ms"], Milliseconds: 20),
    ];

    public static async Task<int> PrintAsync()
    {
        Console.WriteLine($"| | {string.Join(" | ", Work.Names)} |");
        Console.WriteLine($"| --- |{string.Concat(Work.Names.Select(_ => " --- |"))}");
        foreach (var line in Lines)
        {
            using var server = await OtherProcess.ServeAsync(2000, line.Milliseconds);
            var results = Work.Names.ToDictionary(name => name, _ => new List<double[]>());
            for (var round = 0; round < line.Rounds; round++)
            {
                foreach (var name in Work.Names)
                {
                    results[name].Add(await server.RunAsync(name, line.Work, line.PoolLooks));
                }
            }

            for (var figure = 0; figure < line.Figures.Length; figure++)
            {
                var cells = Work.Names.Select(name => Cell([.. results[name].Select(result => result[figure]).Order()]));
                Console.WriteLine($"| {line.Figures[figure]} | {string.Join(" | ", cells)} |");
            }
        }

        Console.WriteLine();
        await PrintAsync("enumerate", () => OtherProcess.ServeAsync(100_000, 0));
        await PrintAsync("threads", () => OtherProcess.ServeAsync(1, 20));
        await PrintAsync("files", () => OtherProcess.ServeAsync("bulk"));
        await PrintAsync("tokens", () => OtherProcess.ServeAsync("bulk"));
        return 0;
    }

    private static async Task PrintAsync(string work, Func<Task<OtherProcess>> serve)
    {
        using var server = await serve();
        Console.WriteLine($"- {(await server.PrintedAsync("sdk", work)).ReplaceLineEndings("\n- ")}");
    }

    private static string Cell(double[] sorted)
        => $"{Number(sorted[0])} · **{Number(sorted[sorted.Length / 2])}** · {Number(sorted[^1])}";

    private static string Number(double figure) => figure.ToString(figure < 100 ? "0.0" : "#,##0", CultureInfo.InvariantCulture);

    /// <summary>What one work says, in lines of the table.</summary>
    /// <param name="Work">What every client does.</param>
    /// <param name="Figures">What its first figures are.</param>
    /// <param name="Rounds">How often, all clients in turn.</param>
    /// <param name="Milliseconds">How long the server takes to answer.</param>
    /// <param name="PoolLooks">
    /// Whether threads of the pool look for work before they sleep, as they do by default; without that, what is left is the client's.
    /// </param>
    private sealed record Line(string Work, string[] Figures, int Rounds = Rounds, int Milliseconds = 0, bool PoolLooks = true);
}
