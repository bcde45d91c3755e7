using Valentina.SpecTool.Drift.Findings;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>What a comparison depends on beside the two contracts.</summary>
public sealed class CompareOptions
{
    /// <summary>The day deprecations are measured against; by default the first day of all, on which none has passed.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Whether changes of mere words are told too.</summary>
    public bool Texts { get; init; }

    /// <summary>Which methods of the SDK call which operation.</summary>
    public SdkMap Map { get; init; } = SdkMap.RawOnly;
}
