namespace Valentina.SpecTool.Drift.Rules;

/// <summary>One kind of change and the two verdicts on it.</summary>
/// <param name="Id">The rule's id; oasdiff's own where it has one.</param>
/// <param name="Class">The change class (1 to 50) the rule belongs to; 0 for findings about the tool's own files.</param>
/// <param name="Wire">Does a client that is already shipped still work against the new server?</param>
/// <param name="Sdk">Does a user's C# code still compile and behave after the SDK is regenerated?</param>
/// <param name="Meaning">What it means for a user of this SDK; <c>{0}</c> stands for the method, model or member concerned.</param>
/// <param name="Texts">Whether only words changed; such findings are shown on request.</param>
public sealed record ChangeRule(string Id, int Class, Verdict Wire, Verdict Sdk, string Meaning, bool Texts = false)
{
    /// <summary>What it means when the parameter is a header, which is no argument of a method; null = the same.</summary>
    public string? HeaderMeaning { get; init; }

    /// <summary>The graver of the two verdicts.</summary>
    public Verdict Level => Wire > Sdk ? Wire : Sdk;
}
