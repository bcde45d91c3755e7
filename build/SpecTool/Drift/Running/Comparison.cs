using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Running;

/// <summary>What one look at one API found.</summary>
public sealed class Comparison
{
    /// <summary>The API or document looked at.</summary>
    public required string Title { get; init; }

    /// <summary>What was compared with what, in a few words.</summary>
    public required string Between { get; init; }

    /// <summary>The version of the old side.</summary>
    public string? OldVersion { get; init; }

    /// <summary>The version of the new side.</summary>
    public string? NewVersion { get; init; }

    /// <summary>What was found and counts.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What was found and is accepted.</summary>
    public IReadOnlyList<(Finding Finding, AcceptedFinding Decision)> Accepted { get; init; } = [];

    /// <summary>Why breaking findings are in order here; null when they are not.</summary>
    public string? Announced { get; init; }

    /// <summary>How many findings have a level.</summary>
    /// <param name="level">The level.</param>
    public int Count(Verdict level) => Findings.Count(finding => finding.Level == level);
}
