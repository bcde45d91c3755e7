using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Required">Whether a request without it is refused.</param>
/// <param name="Schema">Its schema.</param>
internal sealed record ContractParameter(string Name, string In, bool Required, ContractSchema Schema);

/// <summary>The body of a request or an answer.</summary>
/// <param name="MediaType">Its media type.</param>
/// <param name="Schema">Its schema; null for bytes.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record ContractBody(string MediaType, ContractSchema? Schema, bool Required)
{
    /// <summary>Whether it is JSON.</summary>
    public bool IsJson => MediaType.EndsWith("json", StringComparison.Ordinal);
}

/// <summary>One operation of a contract.</summary>
internal sealed class ContractOperation
{
    public required string Id { get; init; }

    /// <summary>The PascalCase name the SDK gives it.</summary>
    public required string Name { get; init; }

    public required string Group { get; init; }

    public required string Method { get; init; }

    /// <summary>The path template.</summary>
    public required string Path { get; init; }

    /// <summary>The segments of the template, without slashes.</summary>
    public required IReadOnlyList<string> Segments { get; init; }

    public required IReadOnlyList<ContractParameter> Parameters { get; init; }

    public ContractBody? RequestBody { get; init; }

    /// <summary>The declared answers by status; an answer without content has no body.</summary>
    public required IReadOnlyDictionary<int, ContractBody?> Answers { get; init; }

    /// <summary>The operation as written, for its extensions.</summary>
    public required JsonObject Source { get; init; }

    /// <summary>The rules over its parameters.</summary>
    public IReadOnlyList<ContractRule> Rules { get; init; } = [];

    /// <summary>The lowest declared status that means success.</summary>
    public int SuccessStatus => Answers.Keys.Where(status => status is >= 200 and < 300).DefaultIfEmpty(200).Min();

    /// <summary>The body of the successful answer.</summary>
    public ContractBody? SuccessBody => Answers.GetValueOrDefault(SuccessStatus);

    /// <summary>How the server treats the acting user's header: <c>required</c>, <c>honoured</c> or <c>ignored</c>.</summary>
    public string OnBehalfOf => Source["x-on-behalf-of"]?.GetValue<string>() ?? "ignored";

    /// <summary>Whether it takes a file.</summary>
    public bool IsUpload => RequestBody?.MediaType == "multipart/form-data";

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} ({Id})";
}
