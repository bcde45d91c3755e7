using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Reads who is let in: the schemes by their form on the wire, never by their name in the document.</summary>
internal sealed class SecurityReader
{
    private readonly JsonObject _root;

    public SecurityReader(JsonObject root, OperationReader reader)
    {
        _root = root;
        Schemes = (root.Map("components")?.Map("securitySchemes") ?? [])
            .Select(entry => (entry.Key, Found: reader.Referenced(entry.Value, Pointers.Join("/components/securitySchemes", entry.Key))))
            .Where(entry => entry.Found is not null)
            .ToDictionary(entry => entry.Key, entry => Read(entry.Found!.Value.Node, entry.Found.Value.Pointer), StringComparer.Ordinal);
    }

    public IReadOnlyDictionary<string, SecurityScheme> Schemes { get; }

    public (List<SecurityAlternative> Alternatives, string Pointer) Of(JsonObject operation, string pointer)
    {
        var own = operation.List("security");
        var alternatives = (own ?? _root.List("security") ?? [])
            .OfType<JsonObject>()
            .Select(Read)
            .DistinctBy(alternative => alternative.ToString())
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
        return new SecurityScheme(type, form, pointer)
        {
            Addresses = Flows(scheme)
                .SelectMany(flow => flow.Value
                    .Where(member => member.Key.EndsWith("Url", StringComparison.Ordinal) && flow.Value.Text(member.Key) is not null)
                    .Select(member => ($"{flow.Key} {member.Key}", flow.Value.Text(member.Key)!)))
                .ToDictionary(StringComparer.Ordinal),
            Scopes = Flows(scheme)
                .SelectMany(flow => (flow.Value.Map("scopes") ?? [])
                    .Select(member => ($"{flow.Key} {member.Key}", flow.Value.Map("scopes")!.Text(member.Key) ?? "")))
                .ToDictionary(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> Flows(JsonObject scheme) => (scheme.Map("flows") ?? [])
        .Where(flow => flow.Value is JsonObject)
        .Select(flow => KeyValuePair.Create(flow.Key, (JsonObject)flow.Value!));

    private SecurityAlternative Read(JsonObject alternative) => new([.. alternative
        .Select(entry => new SecurityRequirement(
            entry.Key,
            Schemes.TryGetValue(entry.Key, out var scheme) ? scheme.OnTheWire : entry.Key,
            [.. alternative.Texts(entry.Key).Order(StringComparer.Ordinal)]))
        .OrderBy(requirement => requirement.OnTheWire, StringComparer.Ordinal)]);
}
