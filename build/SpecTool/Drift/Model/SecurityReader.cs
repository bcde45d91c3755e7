using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Reads who is let in: the schemes by their form on the wire, never by their name in the document.</summary>
internal sealed class SecurityReader
{
    private readonly JsonObject _root;

    public SecurityReader(JsonObject root)
    {
        _root = root;
        Schemes = (root.Map("components")?.Map("securitySchemes") ?? [])
            .Where(entry => entry.Value is JsonObject)
            .ToDictionary(
                entry => entry.Key,
                entry => Read((JsonObject)entry.Value!, Pointers.Join("/components/securitySchemes", entry.Key)),
                StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, SecurityScheme> Schemes { get; }

    public (List<SecurityAlternative> Alternatives, string Pointer) Of(JsonObject operation, string pointer)
    {
        var own = operation.List("security");
        var alternatives = (own ?? _root.List("security") ?? [])
            .OfType<JsonObject>()
            .Select(Read)
            .OrderBy(alternative => alternative.ToString(), StringComparer.Ordinal)
            .ToList();
        if (alternatives.Any(alternative => alternative.Schemes.Count == 0))
        {
            // "{}" among the alternatives lets anybody in.
            alternatives.Clear();
        }

        return (alternatives, own is null ? "/security" : Pointers.Join(pointer, "security"));
    }

    private static SecurityScheme Read(JsonObject scheme, string pointer)
    {
        var type = scheme.Text("type") ?? "";
        var form = type switch
        {
            "apiKey" => $"{scheme.Text("in")} {scheme.Text("name")}",
            "http" => (scheme.Text("scheme") ?? "").ToLowerInvariant(),
            "oauth2" => string.Join(" ", (scheme.Map("flows") ?? []).Select(flow => flow.Key).Order(StringComparer.Ordinal)),
            "openIdConnect" => scheme.Text("openIdConnectUrl") ?? "",
            _ => "",
        };
        return new SecurityScheme(type, form, pointer);
    }

    private SecurityAlternative Read(JsonObject alternative) => new([.. alternative
        .Select(entry => new SecurityRequirement(
            entry.Key,
            Schemes.TryGetValue(entry.Key, out var scheme) ? scheme.OnTheWire : entry.Key,
            [.. alternative.Texts(entry.Key).Order(StringComparer.Ordinal)]))
        .OrderBy(requirement => requirement.OnTheWire, StringComparer.Ordinal)]);
}
