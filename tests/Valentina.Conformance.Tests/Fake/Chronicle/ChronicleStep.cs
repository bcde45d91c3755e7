namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <summary>A step of the walk, and how it ended.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Outcome">OK, EX (refused, by the server or by the client) or NOTE.</param>
/// <param name="Statuses">The statuses of the answers; <c>200x20</c> for twenty requests.</param>
/// <param name="Shown">What it shows of the result, or the words of the error.</param>
internal sealed record ChronicleStep(string Name, string Outcome, string Statuses, string Shown)
{
    /// <summary>What the real server showed; about three quarters of the steps.</summary>
    public static IReadOnlyList<ChronicleStep> Recorded()
        => [.. File.ReadLines(RepositoryRoot.PathOf("tests", "transcripts", "valentina-chronicle.tsv"))
            .Select(line => line.Split('\t'))
            .Select(cells => new ChronicleStep(cells[0], cells[1], cells.ElementAtOrDefault(2) ?? "", cells.ElementAtOrDefault(3) ?? ""))];

    /// <summary>Whether two steps differ at most in the number of pages of a list, or in the words of the same error.</summary>
    public bool IsLike(ChronicleStep other)
        => Outcome == other.Outcome
           && Statuses.Split('x')[0] == other.Statuses.Split('x')[0]
           && (Outcome == "EX" || Shown == other.Shown);

    public override string ToString() => $"{Name}: {Outcome} {Statuses} {Shown}";
}
