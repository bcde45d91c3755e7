using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Builds the normal form of one schema that is neither a reference nor a wrapper.</summary>
internal sealed class SchemaBuilder(SchemaReader reader, JsonObject schema, string pointer, ComponentName? name)
{
    private static readonly string[] LimitNames =
    [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "minItems", "maxItems", "minProperties", "maxProperties", "minContains", "maxContains",
    ];

    public static Schema Any(string pointer) => Literal(pointer, null);

    /// <summary>A schema written as <c>true</c> or <c>false</c>.</summary>
    public static Schema Literal(string pointer, JsonNode? node) => new()
    {
        Pointer = pointer,
        Types = node is JsonValue value && value.GetValueKind() == JsonValueKind.False ? ["never"] : [],
        Nullable = true,
        Limits = new Dictionary<string, decimal>(),
        Properties = new Dictionary<string, Property>(),
        Cases = [],
        Own = Annotations.None,
    };

    public static Annotations ReadAnnotations(JsonObject schema)
    {
        var words = string.Join("\n", ((string[])["title", "summary", "description"]).Select(schema.Text).Where(text => text is not null));
        var example = schema["examples"] ?? schema["example"];
        return new Annotations(
            schema.ContainsKey("default") ? CanonicalJson.Write(schema["default"]) : null,
            schema.Flag("readOnly") == true,
            schema.Flag("writeOnly") == true,
            schema.Flag("deprecated") == true,
            words.Length == 0 ? null : words,
            example is null ? null : CanonicalJson.Write(example));
    }

    public Schema Build()
    {
        var types = schema.Texts("type").ToList();
        var values = Values();
        var (word, cases, unionNull) = Cases();
        var properties = Properties();
        var items = schema["items"] is { } element ? Lazily(element, "items") : null;
        if (types.Count == 0 && cases.Count == 0)
        {
            var isList = items is not null || schema.ContainsKey("prefixItems");
            types.AddRange(InferredTypes(values, properties.Count > 0 || HasMembers(), isList));
        }

        var isAny = types.Count == 0 && cases.Count == 0 && values is null;
        return new Schema
        {
            Pointer = pointer,
            Name = name?.Key,
            SdkName = name?.SdkName,
            Nullable = isAny || unionNull || types.Contains("null") || schema.Flag("nullable") == true || HasNull(schema),
            Types = [.. types.Where(type => type != "null").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Format = Format(),
            Values = values,
            ValueNames = ValueNames(),
            Limits = Limits(),
            Pattern = schema.Text("pattern"),
            Properties = properties,
            ReadItems = items,
            ReadMapValues = properties.Count == 0 ? OtherMembers(types) : null,
            ReadOtherMembers = properties.Count > 0 ? OtherMembers(types) : null,
            IsClosed = schema.Flag("additionalProperties") == false,
            RequiredNames = [.. schema.Texts("required").Distinct(StringComparer.Ordinal).Where(name => !properties.ContainsKey(name))],
            Parts = SchemaParts.Of(schema, pointer, reader.Read),
            DependentRequired = DependentRequired(),
            Content = Content(),
            OpenValues = [.. (schema.List("x-extensible-enum") ?? []).Select(CanonicalJson.Write).Distinct(StringComparer.Ordinal)],
            Cases = cases,
            UnionWord = word,
            Discriminator = DiscriminatorReader.Read(schema),
            Own = ReadAnnotations(schema),
        };
    }

    private static bool HasNull(JsonObject schema) => schema.List("enum") is { } list && list.Any(item => item is null);

    private static IEnumerable<string> InferredTypes(IReadOnlyList<string>? values, bool hasProperties, bool hasItems)
    {
        if (values is not null)
        {
            return values.Select(value => value[0] switch
            {
                '"' => "string",
                't' or 'f' => "boolean",
                '{' => "object",
                '[' => "array",
                _ => value.Contains('.', StringComparison.Ordinal) ? "number" : "integer",
            });
        }

        return hasProperties ? ["object"] : hasItems ? ["array"] : [];
    }

    private List<string>? Values()
    {
        if (schema.TryGetPropertyValue("const", out var constant))
        {
            return [CanonicalJson.Write(constant)];
        }

        return schema.List("enum") is { } list
            ? [.. list.Where(item => item is not null).Select(CanonicalJson.Write).Distinct(StringComparer.Ordinal)]
            : null;
    }

    /// <summary>Names that do not fit the values one to one name nothing.</summary>
    private Dictionary<string, string> ValueNames()
    {
        var (values, names) = (schema.List("enum") ?? [], schema.Texts("x-enum-varnames"));
        return values.Count != names.Count ? [] : values
            .Select(CanonicalJson.Write)
            .Zip(names)
            .DistinctBy(pair => pair.First)
            .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    private (string Word, IReadOnlyList<SchemaUse> Cases, bool Nullable) Cases()
    {
        foreach (var (word, id) in ((string, string)[])[("oneOf", "one-of"), ("anyOf", "any-of")])
        {
            if (schema.List(word) is { Count: > 0 } union)
            {
                var (cases, nullable) = SchemaSpelling.Alternatives(union);
                var place = Pointers.Join(pointer, word);
                return (id, [.. cases.Select(item => reader.Read(item.Node, Pointers.Join(place, item.Index)))], nullable);
            }
        }

        return ("one-of", [], false);
    }

    /// <summary>Raw bytes may be declared by their media type in place of a format; another format beside it counts all the same.</summary>
    private string? Format()
        => schema.Text("format") ?? (IsOfBytes() ? "binary" : schema.Text("contentEncoding") == "base64" ? "byte" : null);

    private bool IsOfBytes()
        => schema.Text("contentMediaType") is { } media && schema.Text("contentEncoding") is null
            && media.StartsWith("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    private Dictionary<string, decimal> Limits()
    {
        var limits = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var keyword in LimitNames)
        {
            if (CanonicalJson.Number(schema[keyword]) is { } number)
            {
                limits[keyword] = number;
            }
        }

        // OpenAPI 3.0 writes "exclusiveMinimum: true" beside the limit itself.
        foreach (var (exclusive, limit) in ((string, string)[])[("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")])
        {
            if (schema.Flag(exclusive) == true && limits.Remove(limit, out var bound))
            {
                limits[exclusive] = bound;
            }
        }

        foreach (var zero in (string[])["minLength", "minItems", "minProperties"])
        {
            if (limits.TryGetValue(zero, out var least) && least == 0)
            {
                limits.Remove(zero);
            }
        }

        if (schema.Flag("uniqueItems") == true)
        {
            limits["uniqueItems"] = 1;
        }

        return limits;
    }

    private Dictionary<string, Property> Properties()
    {
        var properties = new Dictionary<string, Property>(StringComparer.Ordinal);
        if (schema.Map("properties") is not { } members)
        {
            return properties;
        }

        var required = schema.Texts("required").ToHashSet(StringComparer.Ordinal);
        foreach (var (key, node) in members)
        {
            var place = Pointers.Join(Pointers.Join(pointer, "properties"), key);
            properties[key] = new Property(
                key,
                SdkNames.Member(key, node as JsonObject, name?.SdkName),
                place,
                required.Contains(key),
                new Lazy<SchemaUse>(() => reader.Read(node, place)),
                SdkNames.Member(key, node as JsonObject, null));
        }

        return properties;
    }

    private bool HasMembers() => schema["additionalProperties"] is JsonObject { Count: > 0 } || schema.ContainsKey("patternProperties");

    private Lazy<SchemaUse>? OtherMembers(List<string> types)
        => types.Contains("object") && schema["additionalProperties"] is JsonObject { Count: > 0 } values
            ? Lazily(values, "additionalProperties")
            : null;

    private Lazy<SchemaUse> Lazily(JsonNode node, string member) => new(() => reader.Read(node, Pointers.Join(pointer, member)));

    private Dictionary<string, IReadOnlyList<string>> DependentRequired() => (schema.Map("dependentRequired") ?? [])
        .ToDictionary(
            entry => entry.Key,
            entry => (IReadOnlyList<string>)[.. schema.Map("dependentRequired")!.Texts(entry.Key).Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)],
            StringComparer.Ordinal);

    /// <summary>What of the content is not told by the format already.</summary>
    private (string? MediaType, string? Encoding) Content()
    {
        var (media, encoding) = (schema.Text("contentMediaType"), schema.Text("contentEncoding"));
        return (
            IsOfBytes() || Format() == "binary" ? null : media?.ToLowerInvariant(),
            encoding is null || encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) ? null : encoding.ToLowerInvariant());
    }
}
