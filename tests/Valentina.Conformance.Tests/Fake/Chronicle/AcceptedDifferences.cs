namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <summary>The steps in which the fake differs from the real server, each with its reason.</summary>
internal static class AcceptedDifferences
{
    /// <summary>How many of them may differ in outcome, status or value; the others differ in words, or in the number of pages.</summary>
    public const int MostInValue = 8;

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["bp.traits.enumerate.page37"] = "The real catalogue has twenty pages of traits, the invented one has one.",
        ["dict.all.sync50"] = "The real dictionary has more than a hundred terms, the invented one has few.",
        ["tr.custom.short"] = "The client knows the limit by now and refuses before sending.",
        ["char.update.playerNull"] = "The client of that day refused it; now it asks the server, which alone knows the character's type.",
        ["tr.bulk"] = "The trait of that place has another name and another least value in the real catalogue.",
    };

    /// <summary>What is still to be mended. This list only gets shorter.</summary>
    public static IReadOnlyList<string> ToBeMended { get; } =
    [
    ];
}
