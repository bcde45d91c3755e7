using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Findings;

namespace Valentina.SpecTool.Drift.Running;

/// <summary>What holds for every comparison of a run.</summary>
public sealed class DriftSettings
{
    /// <summary>The folder of the contracts.</summary>
    public required string Folder { get; init; }

    /// <summary>The day deprecations and acceptances are measured against.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What is accepted.</summary>
    public AcceptanceFile Accepted { get; init; } = AcceptanceFile.None;

    /// <summary>Whether our corrections are merged into both sides.</summary>
    public bool UseOverlay { get; init; } = true;

    /// <summary>Whether changes of mere words are told too.</summary>
    public bool Texts { get; init; }

    /// <summary>Which SDK methods call which operation, by API.</summary>
    public Func<string, SdkMap> Maps { get; init; } = _ => SdkMap.RawOnly;
}
