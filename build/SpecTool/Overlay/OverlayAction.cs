using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Overlay;

/// <summary>One correction: what it changes, why, and the test that shows why.</summary>
/// <param name="Index">Its place in the overlay, from 0.</param>
/// <param name="Target">The values it is about.</param>
/// <param name="Update">What is merged into each of them; <see langword="null"/> for a removal.</param>
/// <param name="Reason">Why the correction exists.</param>
/// <param name="Test">The name of the test method that shows the reason.</param>
public sealed record OverlayAction(int Index, JsonPath Target, JsonNode? Update, string Reason, string Test)
{
    /// <summary>Whether the action takes its targets out of the document.</summary>
    public bool Removes => Update is null;

    /// <inheritdoc/>
    public override string ToString() => $"actions[{Index}] {(Removes ? "remove" : "update")} {Target}";
}
