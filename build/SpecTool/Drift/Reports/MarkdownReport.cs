using System.Globalization;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Rules;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Drift.Reports;

/// <summary>For a pull request, a job summary or a changelog.</summary>
internal sealed class MarkdownReport : IReportWriter
{
    /// <inheritdoc/>
    public void Write(DriftReport report, FailOn threshold, TextWriter output)
    {
        output.WriteLine("# Contract drift");
        foreach (var comparison in report.Comparisons)
        {
            output.WriteLine();
            output.WriteLine($"## {Cell(Wording.Plain(comparison.Title))} {Cell(Wording.Versions(comparison))}");
            output.WriteLine();
            output.WriteLine($"{Code(comparison.Between)}: {Cell(Wording.Summary(comparison))}.");
            foreach (var level in (Verdict[])[Verdict.Breaking, Verdict.Warning, Verdict.Compatible])
            {
                Write(level, [.. comparison.Findings.Where(finding => finding.Level == level)], output);
            }

            WriteAccepted(comparison, output);
        }
    }

    private static void Write(Verdict level, IReadOnlyList<Finding> findings, TextWriter output)
    {
        if (findings.Count == 0)
        {
            return;
        }

        var word = Wording.Level(level);
        output.WriteLine();
        output.WriteLine($"### {char.ToUpperInvariant(word[0])}{word[1..]} ({Wording.Number(findings.Count)})");
        output.WriteLine();
        output.WriteLine("| id | wire | SDK | operation | place | change | what it means | methods | fingerprint |");
        output.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var finding in findings)
        {
            output.WriteLine("| " + string.Join(" | ",
                Code(finding.Rule.Id),
                Wording.Level(finding.Rule.Wire),
                Wording.Level(finding.Rule.Sdk),
                Code(Wording.Where(finding)),
                Code(finding.Pointer),
                Cell(Wording.Change(finding)),
                Cell(Wording.Plain(finding.Meaning)),
                Cell(Wording.Methods(finding)),
                Code(finding.Fingerprint)) + " |");
        }
    }

    private static void WriteAccepted(Comparison comparison, TextWriter output)
    {
        if (comparison.Accepted.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"### Accepted ({Wording.Number(comparison.Accepted.Count)})");
        output.WriteLine();
        output.WriteLine("| id | place | reason | until | fingerprint |");
        output.WriteLine("| --- | --- | --- | --- | --- |");
        foreach (var (finding, decision) in comparison.Accepted)
        {
            output.WriteLine("| " + string.Join(" | ",
                Code(finding.Rule.Id),
                Code(finding.Pointer),
                Cell(Wording.Plain(decision.Reason)),
                decision.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Code(finding.Fingerprint)) + " |");
        }
    }

    private static string Code(string text) => $"`{Wording.Plain(text).Replace('`', '\'').Replace("|", "\\|", StringComparison.Ordinal)}`";

    private static string Cell(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal);
}
