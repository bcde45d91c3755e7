using System.Text.Json.Nodes;

namespace Valentina.SpecTool.View;

/// <summary>A parameter as the prepared document declares it.</summary>
internal sealed record ParameterSource(string Name, string In, JsonObject Node, string Pointer);

/// <summary>A request body as the prepared document declares it.</summary>
internal sealed record BodySource(string MediaType, JsonNode? Schema, string Pointer, Usage Usage);

/// <summary>A success answer with content.</summary>
internal sealed record AnswerSource(bool IsFile, JsonNode? Schema, string Pointer);

/// <summary>An operation of the prepared document, read once.</summary>
internal sealed record OperationSource(
    string Id,
    string Method,
    string Path,
    string Pointer,
    JsonObject Node,
    IReadOnlyList<ParameterSource> Parameters,
    BodySource? Body,
    AnswerSource? Answer)
{
    /// <summary>The names in braces, in their order.</summary>
    public List<string> PathParameters { get; } =
        [.. Path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)])];
}
