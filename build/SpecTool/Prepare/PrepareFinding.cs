using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Prepare;

/// <summary>Something a reader of the report should know; it does not stop the preparation by itself.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Text">What it is, in one sentence.</param>
public sealed record PrepareFinding(JsonPointer Place, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Text}";
}
