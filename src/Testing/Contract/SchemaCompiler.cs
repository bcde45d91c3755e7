using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>Compiles the schemas of one document. Components are compiled once and may refer to each other in circles.</summary>
internal sealed class SchemaCompiler(JsonObject document)
{
    private const string Prefix = "#/components/schemas/";

    private readonly JsonObject _components = document["components"]?["schemas"] as JsonObject ?? [];
    private readonly Dictionary<string, ContractSchema> _compiled = new(StringComparer.Ordinal);

    public IEnumerable<string> Names => _components.Select(component => component.Key);

    /// <summary>Compiles a component by its name.</summary>
    public ContractSchema Component(string name)
    {
        if (_compiled.TryGetValue(name, out var known))
        {
            return known;
        }

        var source = _components[name] as JsonObject
            ?? throw new InvalidDataException($"The contract has no schema '{name}'.");
        var schema = new ContractSchema { Name = name, Source = source };
        _compiled[name] = schema;
        Fill(schema, source);
        return schema;
    }

    /// <summary>Compiles a schema wherever it stands.</summary>
    public ContractSchema Compile(JsonNode? node)
    {
        if (node is not JsonObject source)
        {
            return new ContractSchema { AllowsNull = true };
        }

        if (source["$ref"]?.GetValue<string>() is { } reference)
        {
            return reference.StartsWith(Prefix, StringComparison.Ordinal)
                ? Component(
                    reference[Prefix.Length..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
                : throw new InvalidDataException($"The reference '{reference}' is not supported.");
        }

        var schema = new ContractSchema { Source = source };
        Fill(schema, source);
        return schema;
    }

    private void Fill(ContractSchema schema, JsonObject source)
    {
        schema.Types = Types(source["type"]);
        schema.AllowsNull = schema.Types.HasFlag(JsonTypes.Null) || source["nullable"]?.GetValue<bool>() == true;
        schema.Types &= ~JsonTypes.Null;
        schema.Format = source["format"]?.GetValue<string>();
        schema.AllowsEmpty = source["x-allow-empty"]?.GetValue<bool>() == true;
        schema.MinLength = Integer(source["minLength"]);
        schema.MaxLength = Integer(source["maxLength"]);
        schema.Minimum = Number(source["minimum"]);
        schema.Maximum = Number(source["maximum"]);
        schema.MinItems = Integer(source["minItems"]);
        schema.MaxItems = Integer(source["maxItems"]);
        schema.UniqueItems = source["uniqueItems"]?.GetValue<bool>() == true;
        schema.Default = source["default"];
        schema.IsOpenEnum = source["x-extensible-enum"]?.GetValue<bool>() == true;
        if (source["enum"] is JsonArray values)
        {
            schema.Enum = values.Select(value => value?.ToJsonString() ?? "null").ToHashSet(StringComparer.Ordinal);
            schema.AllowsNull |= schema.Enum.Contains("null");
        }

        if (source["items"] is { } items)
        {
            schema.Items = Compile(items);
        }

        FillMembers(schema, source);
        FillAlternatives(schema, source);
        schema.Rules = Rules(source);
        if (schema is { Types: JsonTypes.None, Alternatives.Count: 0, Enum: null, Members.Count: 0, AllowsNull: false }
            && source["type"] is null)
        {
            schema.AllowsNull = true;
        }
    }

    private void FillMembers(ContractSchema schema, JsonObject source)
    {
        var required = (source["required"] as JsonArray)?.Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal) ?? [];
        var members = new List<ContractMember>();
        foreach (var part in source["allOf"] as JsonArray ?? [])
        {
            members.AddRange(Compile(part).Members);
        }

        foreach (var (name, member) in source["properties"] as JsonObject ?? [])
        {
            members.Add(new ContractMember(name, Compile(member), required.Contains(name)));
        }

        schema.SetMembers(members);
        if (schema.Types == JsonTypes.None && members.Count > 0)
        {
            schema.Types = JsonTypes.Object;
        }

        switch (source["additionalProperties"])
        {
            case JsonObject additional:
                schema.Additional = Compile(additional);
                schema.AllowsAdditional = true;
                break;
            case JsonValue flag when flag.TryGetValue<bool>(out var allowed):
                schema.AllowsAdditional = allowed;
                break;
            default:
                schema.AllowsAdditional = members.Count == 0;
                break;
        }
    }

    private void FillAlternatives(ContractSchema schema, JsonObject source)
    {
        var alternatives = new List<ContractSchema>();
        foreach (var alternative in (source["oneOf"] ?? source["anyOf"]) as JsonArray ?? [])
        {
            if (alternative is JsonObject { Count: 1 } only && only["type"]?.ToJsonString() == "\"null\"")
            {
                schema.AllowsNull = true;
                continue;
            }

            var compiled = Compile(alternative);
            schema.AllowsNull |= compiled.AllowsNull;
            alternatives.Add(compiled);
        }

        schema.Alternatives = alternatives;
    }

    public static List<ContractRule> Rules(JsonObject source)
        => (source["x-rules"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(rule => new ContractRule(
                rule["rule"]?.GetValue<string>() ?? "",
                [.. (rule["members"] as JsonArray ?? []).Select(member => member!.GetValue<string>())],
                rule["message"]?.GetValue<string>() ?? "",
                rule))
            .ToList();

    private static JsonTypes Types(JsonNode? type) => type switch
    {
        JsonArray several => several.Aggregate(JsonTypes.None, (all, one) => all | Type(one!.GetValue<string>())),
        JsonValue one => Type(one.GetValue<string>()),
        _ => JsonTypes.None,
    };

    private static JsonTypes Type(string name) => name switch
    {
        "null" => JsonTypes.Null,
        "boolean" => JsonTypes.Boolean,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Number,
        "string" => JsonTypes.String,
        "array" => JsonTypes.Array,
        "object" => JsonTypes.Object,
        _ => throw new InvalidDataException($"The contract uses the unknown type '{name}'."),
    };

    private static int? Integer(JsonNode? node) => node is null ? null : (int)node.GetValue<double>();

    private static decimal? Number(JsonNode? node) => node is null ? null : (decimal)node.GetValue<double>();
}
