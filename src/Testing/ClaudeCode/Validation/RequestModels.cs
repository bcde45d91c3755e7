using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Validation;

/// <summary>
/// The service's request models, read from the document it serves: the corrected contract of the SDK is narrower, and has lost the
/// alternatives whose names stand in the service's messages.
/// </summary>
internal sealed class RequestModels
{
    private const string Prefix = "#/components/schemas/";

    private readonly JsonObject _schemas;
    private readonly Dictionary<string, FieldType> _compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldType> _bodies = new(StringComparer.Ordinal);

    private RequestModels(JsonObject document)
    {
        _schemas = (JsonObject)document["components"]!["schemas"]!;
        foreach (var (path, item) in (JsonObject)document["paths"]!)
        {
            if (item?["post"]?["requestBody"]?["content"]?["application/json"]?["schema"] is JsonObject schema)
            {
                _bodies[path] = Compile(schema);
            }
        }
    }

    public static Lazy<RequestModels> Published { get; } = new(Load);

    /// <summary>The model of the body at a path; null when it takes none.</summary>
    public FieldType? Body(string path) => _bodies.GetValueOrDefault(path);

    private static RequestModels Load()
    {
        using var stream = typeof(RequestModels).Assembly.GetManifestResourceStream("openapi/published/claude-code.json")
            ?? throw new InvalidOperationException("The published document of the service is not part of this assembly.");
        return new RequestModels((JsonObject)JsonNode.Parse(stream)!);
    }

    private FieldType Component(string name)
    {
        if (!_compiled.TryGetValue(name, out var known))
        {
            // Two models of one name carry the names of their modules before it.
            var own = name[(name.LastIndexOf("__", StringComparison.Ordinal) is >= 0 and var cut ? cut + 2 : 0)..];
            _compiled[name] = known = Compile((JsonObject)_schemas[name]!, own);
        }

        return known;
    }

    private FieldType Compile(JsonObject schema, string name = "dict[str,any]")
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Component(reference[Prefix.Length..]);
        }

        if (schema["anyOf"] is JsonArray several)
        {
            var alternatives = several.OfType<JsonObject>().Where(static one => !IsNull(one)).Select(one => Compile(one)).ToList();
            var type = alternatives.Count == 1 ? alternatives[0] : new UnionField(alternatives);
            return alternatives.Count < several.Count ? new NullableField(type) : type;
        }

        if (schema["enum"] is JsonArray values)
        {
            return new EnumField(name, [.. values.Select(static value => (string)value!)]);
        }

        return (string?)schema["type"] switch
        {
            "string" => new TextField(),
            "boolean" => new BooleanField(),
            "integer" => new NumberField((double?)schema["minimum"], (double?)schema["maximum"], isInteger: true),
            "number" => new NumberField((double?)schema["minimum"], (double?)schema["maximum"], isInteger: false),
            "array" => new ListField(Compile((JsonObject)schema["items"]!)),
            "object" when schema["properties"] is JsonObject members => Model(schema, members, name),
            "object" => new DictionaryField(),
            _ => new AnyField(),
        };
    }

    private ModelField Model(JsonObject schema, JsonObject members, string name)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(static one => (string)one!).ToHashSet(StringComparer.Ordinal);
        return new ModelField(
            name,
            [.. members.Select(member => (member.Key, Compile((JsonObject)member.Value!), required.Contains(member.Key)))]);
    }

    private static bool IsNull(JsonObject schema) => (string?)schema["type"] == "null";
}
