using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Loading;

/// <summary>A document as it was found.</summary>
/// <param name="Name">Where it was found, as messages name it.</param>
/// <param name="Root">The document.</param>
/// <param name="Text">Its text, unchanged.</param>
/// <param name="IsJson">Whether it is written in JSON (else in YAML).</param>
public sealed record LoadedDocument(string Name, JsonObject Root, string Text, bool IsJson);
