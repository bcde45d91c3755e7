using System.Globalization;
using System.Text;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Rules;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Drift.Reports;

/// <summary>Words all formats share. Documents are foreign: what they say is shown on one line and cannot steer a terminal.</summary>
internal static class Wording
{
    private const int LongestValue = 200;

    public static string Level(Verdict level) => level switch
    {
        Verdict.Breaking => "breaking",
        Verdict.Warning => "warning",
        _ => "compatible",
    };

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stood there and what stands there: <c>a → b</c>.</summary>
    public static string Change(Finding finding) => (finding.Old, finding.New) switch
    {
        (null, null) => "",
        (null, { } now) => $"nothing → {Plain(now)}",
        ({ } old, null) => $"{Plain(old)} → nothing",
        ({ } old, { } now) => $"{Plain(old)} → {Plain(now)}",
    };

    /// <summary>The first operation concerned and how many more there are.</summary>
    public static string Where(Finding finding) => finding.Operations switch
    {
        [] => "document",
        [var only] => Plain(only),
        [var first, ..] => $"{Plain(first)} (+{Number(finding.Operations.Count - 1)})",
    };

    /// <summary>The SDK methods concerned, the first few by name.</summary>
    public static string Methods(Finding finding, int most = 4)
    {
        var shown = string.Join(", ", finding.Methods.Take(most).Select(Plain));
        return finding.Methods.Count > most ? $"{shown} and {Number(finding.Methods.Count - most)} more" : shown;
    }

    /// <summary>How many findings there are, by level.</summary>
    public static string Summary(Comparison comparison)
    {
        if (comparison.Findings.Count == 0)
        {
            return comparison.Accepted.Count == 0 ? "no difference" : $"no difference beside {Number(comparison.Accepted.Count)} accepted";
        }

        var counts = $"{Number(comparison.Count(Verdict.Breaking))} breaking, {Number(comparison.Count(Verdict.Warning))} warnings, {Number(comparison.Count(Verdict.Compatible))} compatible";
        var accepted = comparison.Accepted.Count == 0 ? "" : $", {Number(comparison.Accepted.Count)} accepted";
        return counts + accepted + (comparison.Announced is { } word ? $"; {word}" : "");
    }

    /// <summary>The two versions, or the only one.</summary>
    public static string Versions(Comparison comparison) => (comparison.OldVersion, comparison.NewVersion) switch
    {
        (null or "", var now) => Plain(now ?? ""),
        (var old, null or "") => Plain(old),
        var (old, now) => old == now ? Plain(old) : $"{Plain(old)} → {Plain(now)}",
    };

    /// <summary>A foreign text on one line, without control characters and not too long.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, LongestValue));
        foreach (var rune in text.EnumerateRunes())
        {
            if (plain.Length >= LongestValue)
            {
                plain.Append('…');
                break;
            }

            plain.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => "",
                _ => rune.ToString(),
            });
        }

        return plain.ToString();
    }
}
