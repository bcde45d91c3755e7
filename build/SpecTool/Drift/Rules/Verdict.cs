namespace Valentina.SpecTool.Drift.Rules;

/// <summary>What a change does to somebody who did nothing.</summary>
public enum Verdict
{
    /// <summary>Nothing: what worked still works.</summary>
    Compatible,

    /// <summary>It still works, but somebody wants to know.</summary>
    Warning,

    /// <summary>Something that worked no longer does.</summary>
    Breaking,
}
