using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.Prepare;

/// <summary>Something a reader of the report should know; it does not stop the preparation by itself.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Text">What it is, in one sentence.</param>
public sealed record PrepareFinding(JsonPointer Place, string Text)
{
    /// <summary>The overlay action that settles it; null = the one that follows from place and text.</summary>
    public Cure? Cure { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Text}";
}
