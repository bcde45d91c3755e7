using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Rules;
using Valentina.SpecTool.Drift.Running;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Reports;

/// <summary>For programs; the member <c>schemaVersion</c> rises when a member changes its meaning or goes.</summary>
internal sealed class JsonReport : IReportWriter
{
    private const int SchemaVersion = 1;

    /// <inheritdoc/>
    public void Write(DriftReport report, FailOn threshold, TextWriter output)
    {
        var root = new JsonObject
        {
            ["schemaVersion"] = SchemaVersion,
            ["failed"] = report.Fails(threshold),
            ["summary"] = new JsonObject
            {
                ["breaking"] = report.Count(Verdict.Breaking),
                ["warning"] = report.Count(Verdict.Warning),
                ["compatible"] = report.Count(Verdict.Compatible),
                ["accepted"] = report.Comparisons.Sum(comparison => comparison.Accepted.Count),
            },
            ["comparisons"] = new JsonArray([.. report.Comparisons.Select(Write)]),
        };
        output.Write(JsonText.Write(root));
    }

    private static JsonObject Write(Comparison comparison)
    {
        var written = new JsonObject
        {
            ["title"] = comparison.Title,
            ["between"] = comparison.Between,
            ["oldVersion"] = comparison.OldVersion,
            ["newVersion"] = comparison.NewVersion,
            ["announced"] = comparison.Announced,
            ["findings"] = new JsonArray([.. comparison.Findings.Select(Write)]),
        };
        written["accepted"] = new JsonArray([.. comparison.Accepted.Select(entry =>
        {
            var finding = Write(entry.Finding);
            finding["reason"] = entry.Decision.Reason;
            finding["until"] = entry.Decision.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return finding;
        })]);
        return written;
    }

    private static JsonObject Write(Finding finding) => new()
    {
        ["level"] = Wording.Level(finding.Level),
        ["id"] = finding.Rule.Id,
        ["class"] = finding.Rule.Class,
        ["wire"] = Wording.Level(finding.Rule.Wire),
        ["sdk"] = Wording.Level(finding.Rule.Sdk),
        ["operations"] = List(finding.Operations),
        ["pointer"] = finding.Pointer,
        ["old"] = finding.Old,
        ["new"] = finding.New,
        ["subject"] = finding.Subject,
        ["methods"] = List(finding.Methods),
        ["meaning"] = finding.Meaning,
        ["fingerprint"] = finding.Fingerprint,
    };

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
