namespace Valentina.SpecTool.Drift.Model;

/// <summary>One method on one path.</summary>
public sealed class Operation
{
    /// <summary>The HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The path as the document writes it.</summary>
    public required string Path { get; init; }

    /// <summary>The path with the names of its parameters left out: two paths with the same pattern are one address.</summary>
    public required string Pattern { get; init; }

    /// <summary>Where the operation stands in its document.</summary>
    public required string Pointer { get; init; }

    /// <summary>The <c>operationId</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The method's name in C#.</summary>
    public string? SdkName { get; init; }

    /// <summary>The raw client's name in C#, without "Client".</summary>
    public string? SdkGroup { get; init; }

    /// <summary>The tags, as the document writes them.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Whether the operation is marked deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>The day after which a deprecated operation may go (<c>x-sunset</c>).</summary>
    public DateOnly? Sunset { get; init; }

    /// <summary>The names of the path's parameters, in the path's order.</summary>
    public required IReadOnlyList<string> PathParameters { get; init; }

    /// <summary>The parameters, in the order of the document.</summary>
    public required IReadOnlyList<Parameter> Parameters { get; init; }

    /// <summary>The request body, if the operation takes one.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>The answers by status; <c>default</c> stands for every other.</summary>
    public required IReadOnlyDictionary<string, Response> Responses { get; init; }

    /// <summary>The ways to be let in; empty = anybody.</summary>
    public required IReadOnlyList<SecurityAlternative> Security { get; init; }

    /// <summary>Where the security requirement is written: the operation's own or the document's.</summary>
    public required string SecurityPointer { get; init; }

    /// <summary>The servers that answer this operation alone; none = those of the document.</summary>
    public ServerList Servers { get; init; } = ServerList.None;

    /// <summary>What the server sends by itself after this call.</summary>
    public ExpandedText? Callbacks { get; init; }

    /// <summary>Where its answers point to.</summary>
    public ExpandedText? Links { get; init; }

    /// <summary>Summary and description.</summary>
    public string? Text { get; init; }

    /// <summary><c>METHOD path</c>.</summary>
    public string Address => $"{Method} {Path}";
}

/// <summary>A parameter of an operation.</summary>
public sealed class Parameter
{
    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The argument's name in C#.</summary>
    public required string SdkName { get; init; }

    /// <summary><c>path</c>, <c>query</c>, <c>header</c> or <c>cookie</c>.</summary>
    public required string In { get; init; }

    /// <summary>Where the parameter stands in its document.</summary>
    public required string Pointer { get; init; }

    /// <summary>Whether a request without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the parameter is marked deprecated.</summary>
    public bool Deprecated { get; init; }

    /// <summary>Whether only the path's template speaks of it.</summary>
    public bool Implied { get; init; }

    /// <summary>How a list or object is written, the default filled in.</summary>
    public required string Style { get; init; }

    /// <summary>Whether every element gets its own parameter, the default filled in.</summary>
    public bool Explode { get; init; }

    /// <summary>Whether reserved characters travel unescaped.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>The value's schema.</summary>
    public required SchemaUse Schema { get; init; }

    /// <summary>The description.</summary>
    public string? Text { get; init; }
}

/// <summary>What a request carries.</summary>
/// <param name="Pointer">Where the body stands in its document.</param>
/// <param name="Required">Whether a request without a body is refused.</param>
/// <param name="Content">The schema by media type.</param>
/// <param name="Text">The description.</param>
public sealed record RequestBody(string Pointer, bool Required, IReadOnlyDictionary<string, MediaType> Content, string? Text);

/// <summary>One answer of an operation.</summary>
/// <param name="UsePointer">Where the operation names it.</param>
/// <param name="Pointer">Where it is described: there, or in a component.</param>
/// <param name="Content">The schema by media type.</param>
/// <param name="Headers">The headers by lower-case name.</param>
/// <param name="Text">The description.</param>
public sealed record Response(
    string UsePointer,
    string Pointer,
    IReadOnlyDictionary<string, MediaType> Content,
    IReadOnlyDictionary<string, ResponseHeader> Headers,
    string? Text);

/// <summary>A body in one media type.</summary>
/// <param name="Pointer">Where the media type stands in its document.</param>
/// <param name="Schema">The body's schema.</param>
/// <param name="Encoding">How the parts of a form are written, by the name of the part.</param>
public sealed record MediaType(string Pointer, SchemaUse Schema, IReadOnlyDictionary<string, PartEncoding> Encoding);

/// <summary>How one part of a form is written.</summary>
/// <param name="Pointer">Where the document says so.</param>
/// <param name="Form">Content type, style and headers in a few words; empty = as every part is.</param>
public sealed record PartEncoding(string Pointer, string Form);

/// <summary>A header of an answer.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Pointer">Where the header stands in its document.</param>
/// <param name="Required">Whether every such answer carries it.</param>
/// <param name="Schema">The value's schema.</param>
public sealed record ResponseHeader(string Name, string Pointer, bool Required, SchemaUse Schema);
