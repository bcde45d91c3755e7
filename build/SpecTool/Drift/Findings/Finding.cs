using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Findings;

/// <summary>One difference and what it means.</summary>
public sealed partial class Finding
{
    /// <summary>The rule: id, class and both verdicts.</summary>
    public required ChangeRule Rule { get; init; }

    /// <summary>Where, as a JSON pointer into the new document, or into the old one if the place is gone.</summary>
    public required string Pointer { get; init; }

    /// <summary>
    /// The place without what shifts when something else moves (the index of a parameter); the fingerprint is made from it.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>What stood there; null = nothing.</summary>
    public string? Old { get; init; }

    /// <summary>What stands there; null = nothing.</summary>
    public string? New { get; init; }

    /// <summary>The method, model or member, as its users name it.</summary>
    public required string Subject { get; init; }

    /// <summary>The operations concerned as <c>METHOD path</c>, in the order of the document; empty = the whole document.</summary>
    public required IReadOnlyList<string> Operations { get; init; }

    /// <summary>The SDK methods concerned.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The graver of the two verdicts.</summary>
    public Verdict Level => Rule.Level;

    /// <summary>What it means for a user of this SDK, in one sentence.</summary>
    public string Meaning
        => (Key.Contains("/parameters/header:", StringComparison.Ordinal) ? Rule.HeaderMeaning ?? Rule.Meaning : Rule.Meaning)
        .Replace("{0}", Subject, StringComparison.Ordinal);

    /// <summary>Names the finding: the same in every run over the same difference.</summary>
    public string Fingerprint
    {
        get
        {
            var text = string.Join('\n', Rule.Id, UnionIndex().Replace(Key, ""), Old, New);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        }
    }

    [GeneratedRegex("/(oneOf|anyOf|allOf)/[0-9]+")]
    private static partial Regex UnionIndex();
}
