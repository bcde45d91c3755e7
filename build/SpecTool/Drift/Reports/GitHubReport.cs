using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Rules;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Drift.Reports;

/// <summary>For GitHub Actions: an annotation for each finding.</summary>
internal sealed class GitHubReport : IReportWriter
{
    /// <inheritdoc/>
    public void Write(DriftReport report, FailOn threshold, TextWriter output)
    {
        foreach (var comparison in report.Comparisons)
        {
            foreach (var finding in comparison.Findings)
            {
                Write(finding, output);
            }

            output.WriteLine("Contract drift: "
                + Data($"{Wording.Plain(comparison.Title)} {Wording.Versions(comparison)}: {Wording.Summary(comparison)}"));
        }
    }

    private static void Write(Finding finding, TextWriter output)
    {
        var command = finding.Level switch
        {
            Verdict.Breaking => "error",
            Verdict.Warning => "warning",
            _ => "notice",
        };
        var text = string.Join("\n", ((string[])
        [
            $"{Wording.Where(finding)} {Wording.Plain(finding.Pointer)} {Wording.Change(finding)}".TrimEnd(),
            Wording.Plain(finding.Meaning),
            finding.Methods.Count == 0 ? "" : $"Methods: {Wording.Methods(finding)}",
            $"Fingerprint: {finding.Fingerprint}",
        ]).Where(line => line.Length > 0));
        output.WriteLine($"::{command} title={Property(finding.Rule.Id)}::{Data(text)}");
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
