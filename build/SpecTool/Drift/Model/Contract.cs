namespace Valentina.SpecTool.Drift.Model;

/// <summary>An OpenAPI document reduced to what its clients can notice.</summary>
public sealed class Contract
{
    /// <summary><c>info.title</c>.</summary>
    public required string Title { get; init; }

    /// <summary><c>info.version</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The servers; one without an address when the document names none.</summary>
    public required ServerList Servers { get; init; }

    /// <summary>What the server sends by itself (<c>webhooks</c>).</summary>
    public ExpandedText? Webhooks { get; init; }

    /// <summary>The security schemes by component name.</summary>
    public required IReadOnlyDictionary<string, SecurityScheme> SecuritySchemes { get; init; }

    /// <summary>Every operation, in the order of the document.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>The names under <c>components/schemas</c>.</summary>
    public required IReadOnlySet<string> SchemaNames { get; init; }
}

/// <summary>A way to prove who is calling, in the form it has on the wire.</summary>
/// <param name="Type"><c>apiKey</c>, <c>http</c>, <c>oauth2</c>, …</param>
/// <param name="Form">What the request carries: the header's or parameter's name and place, or the HTTP scheme.</param>
/// <param name="Pointer">Where the document says so.</param>
public sealed record SecurityScheme(string Type, string Form, string Pointer)
{
    /// <summary>Type and form in one text; two schemes with the same text are the same to a client.</summary>
    public string OnTheWire => $"{Type} {Form}".TrimEnd();

    /// <summary>The addresses tokens are asked for at, by flow and kind.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; init; } = new Dictionary<string, string>();

    /// <summary>The permissions offered, by flow and name, with the words about each.</summary>
    public IReadOnlyDictionary<string, string> Scopes { get; init; } = new Dictionary<string, string>();
}

/// <summary>One way to be let in: every listed scheme (in its wire form) with its scopes.</summary>
/// <param name="Schemes">Wire form of a scheme → scopes, sorted.</param>
public sealed record SecurityAlternative(IReadOnlyList<SecurityRequirement> Schemes)
{
    /// <summary>The schemes without their scopes.</summary>
    public string SchemesText => string.Join(" + ", Schemes.Select(scheme => scheme.OnTheWire));

    /// <inheritdoc/>
    public override string ToString() => string.Join(" + ", Schemes.Select(scheme =>
        scheme.Scopes.Count == 0 ? scheme.OnTheWire : $"{scheme.OnTheWire} ({string.Join(", ", scheme.Scopes)})"));
}

/// <summary>A scheme an operation asks for.</summary>
/// <param name="Component">The component's name.</param>
/// <param name="OnTheWire">The scheme's wire form.</param>
/// <param name="Scopes">The scopes asked for, sorted.</param>
public sealed record SecurityRequirement(string Component, string OnTheWire, IReadOnlyList<string> Scopes);
