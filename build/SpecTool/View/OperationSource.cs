using System.Text.Json.Nodes;

namespace Valentina.SpecTool.View;

/// <summary>A parameter as the prepared document declares it.</summary>
internal sealed record ParameterSource(string Name, string In, JsonObject Node, string Pointer);

/// <summary>What a body is made of.</summary>
internal enum BodyKind
{
    /// <summary>A JSON value.</summary>
    Json,

    /// <summary>The parts of a form, a file among them.</summary>
    Multipart,

    /// <summary>The fields of a form, as they stand in an address.</summary>
    Fields,

    /// <summary>Bytes as they are.</summary>
    Bytes,
}

/// <summary>A request body as the prepared document declares it.</summary>
internal sealed record BodySource(BodyKind Kind, string MediaType, JsonNode? Schema, string Pointer, Usage Usage);

/// <summary>What an answer is read as.</summary>
internal enum AnswerKind
{
    /// <summary>A JSON value.</summary>
    Json,

    /// <summary>Bytes as they are.</summary>
    File,

    /// <summary>Events, one after the other.</summary>
    Events,
}

/// <summary>A success answer with content.</summary>
/// <param name="Kind">What it is read as.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Pointer">Where the schema stands.</param>
/// <param name="MayBeEmpty">Whether the operation may also succeed without content.</param>
internal sealed record AnswerSource(AnswerKind Kind, string MediaType, JsonNode? Schema, string Pointer, bool MayBeEmpty);

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
