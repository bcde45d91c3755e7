using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Running;

/// <summary>From which level on findings make the run fail.</summary>
public enum FailOn
{
    /// <summary>From breaking findings on.</summary>
    Breaking,

    /// <summary>From warnings on.</summary>
    Warning,

    /// <summary>Any finding at all.</summary>
    Any,
}

/// <summary>Everything a run found.</summary>
/// <param name="Comparisons">One for each API looked at.</param>
public sealed record DriftReport(IReadOnlyList<Comparison> Comparisons)
{
    /// <summary>How many findings have a level.</summary>
    /// <param name="level">The level.</param>
    public int Count(Verdict level) => Comparisons.Sum(comparison => comparison.Count(level));

    /// <summary>Whether a finding reaches the threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    public bool Fails(FailOn threshold) => Comparisons
        .Where(comparison => comparison.Announced is null)
        .Any(comparison => comparison.Findings.Any(finding => Reaches(finding.Level, threshold)));

    /// <summary>Whether a level reaches a threshold.</summary>
    /// <param name="level">The level.</param>
    /// <param name="threshold">The threshold.</param>
    public static bool Reaches(Verdict level, FailOn threshold) => threshold switch
    {
        FailOn.Breaking => level == Verdict.Breaking,
        FailOn.Warning => level >= Verdict.Warning,
        _ => true,
    };
}
