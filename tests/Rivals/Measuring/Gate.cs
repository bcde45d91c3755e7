using Valentina.Rivals.Clients;

namespace Valentina.Rivals.Measuring;

/// <summary>
/// What a change must not make worse unseen: allocated bytes beside a client written by hand with System.Text.Json, in the same run. Time
/// is not asked about, since a busy machine would answer.
/// </summary>
internal static class Gate
{
    private const double MostOfARead = 1.1;
    private const double MostOfAList = 1.1;

    public static async Task<int> RunAsync()
    {
        using var server = await OtherProcess.ServeAsync(2000, 0);
        var measure = await server.RunAsync(Work.Names[0], "bytes");
        var ours = await server.RunAsync("this SDK", "bytes");
        return Holds("read", ours[0], measure[0], MostOfARead) & Holds("list of 2,000", ours[1], measure[1], MostOfAList) ? 0 : 1;
    }

    private static bool Holds(string what, double ours, double measure, double most)
    {
        var holds = ours <= measure * most;
        var ratio = FormattableString.Invariant($"ratio {ours / measure:0.00}, at most {most:0.00}");
        Console.WriteLine(FormattableString.Invariant(
            $"{(holds ? "ok" : "TOO MUCH")}: {what}: {ours:0} bytes, by hand {measure:0}, {ratio}"));
        return holds;
    }
}
