using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Drift.Reports;

/// <summary>For a console: a line of facts for each finding, and below it what the finding means.</summary>
internal sealed class TextReport : IReportWriter
{
    /// <inheritdoc/>
    public void Write(DriftReport report, FailOn threshold, TextWriter output)
    {
        foreach (var comparison in report.Comparisons)
        {
            output.WriteLine($"{Wording.Plain(comparison.Title)} {Wording.Versions(comparison)}: {Wording.Summary(comparison)}");
            output.WriteLine($"  {Wording.Plain(comparison.Between)}");
            foreach (var finding in comparison.Findings)
            {
                Write(finding, output);
            }

            foreach (var (finding, decision) in comparison.Accepted)
            {
                output.WriteLine($"accepted    {Facts(finding)}");
                output.WriteLine($"            {Wording.Plain(decision.Reason)}");
            }
        }
    }

    private static void Write(Finding finding, TextWriter output)
    {
        output.WriteLine($"{Wording.Level(finding.Level),-11} {Facts(finding)}");
        var methods = finding.Methods.Count == 0 ? "" : $" Methods: {Wording.Methods(finding)}.";
        output.WriteLine($"            {Wording.Plain(finding.Meaning)}{methods}");
    }

    private static string Facts(Finding finding) => string.Join("  ", ((string[])
    [
        finding.Rule.Id,
        Wording.Where(finding),
        Wording.Plain(finding.Pointer),
        Wording.Change(finding),
        $"[{finding.Fingerprint}]",
    ]).Where(part => part.Length > 0));
}
