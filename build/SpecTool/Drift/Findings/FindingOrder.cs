namespace Valentina.SpecTool.Drift.Findings;

/// <summary>The order of findings, which depends on nothing but the findings.</summary>
public static class FindingOrder
{
    /// <summary>Gravest first, then by place and id.</summary>
    /// <param name="findings">The findings.</param>
    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings) => [.. findings
        .OrderByDescending(finding => finding.Level)
        .ThenBy(finding => finding.Key, StringComparer.Ordinal)
        .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
        .ThenBy(finding => finding.Old, StringComparer.Ordinal)
        .ThenBy(finding => finding.New, StringComparer.Ordinal)];
}
