using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>
/// Takes the constructs of JSON Schema 2020-12 that NSwag gets wrong out of a schema (<c>anyOf</c> with null, type lists,
/// constants, boolean schemas) and refuses those nobody decided about.
/// </summary>
internal sealed class SchemaResolver(JsonObject components, ViewReport report)
{
    public const string ComponentPrefix = "#/components/schemas/";

    private const int MaxDepth = 64;
    private int _depth;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$ref", "type", "format", "enum", "const", "oneOf", "anyOf", "allOf", "items", "properties", "required",
        "additionalProperties", "default", "title", "description", "example", "examples", "deprecated", "readOnly", "writeOnly",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "contentMediaType", "contentEncoding",
    };

    /// <summary>The component a reference names, checked.</summary>
    public JsonObject Component(string key, string pointer)
        => components[key] as JsonObject ?? throw SpecException.At(pointer, $"there is no component '{key}'");

    public ResolvedSchema Resolve(JsonNode? schema, string pointer)
    {
        // References and unions that lead round in a circle would never end.
        if (++_depth > MaxDepth)
        {
            throw SpecException.At(pointer, "references lead round in a circle");
        }

        try
        {
            return ResolveNode(schema, pointer);
        }
        finally
        {
            _depth--;
        }
    }

    private ResolvedSchema ResolveNode(JsonNode? schema, string pointer)
    {
        if (schema is JsonValue flag && flag.TryGetValue(out bool anything))
        {
            return anything
                ? Any([], pointer, [])
                : throw SpecException.At(pointer, "a schema that nothing satisfies");
        }

        var node = JsonRead.Object(schema, pointer);
        return Resolve(node, pointer, node, nullable: false);
    }

    private ResolvedSchema Resolve(JsonObject node, string pointer, JsonObject outer, bool nullable)
    {
        CheckKeywords(node, pointer);
        if (node.ContainsKey("$ref"))
        {
            return Reference(node, pointer, outer, nullable);
        }

        if (node.ContainsKey("x-type"))
        {
            // Written by hand: what it holds is that type's own affair.
            return new(SchemaShape.Any, node, pointer, nullable || HasNullBranch(node), outer);
        }

        foreach (var keyword in (ReadOnlySpan<string>)["oneOf", "anyOf", "allOf"])
        {
            if (node.ContainsKey(keyword))
            {
                return Union(node, keyword, pointer, outer, nullable);
            }
        }

        if (node["const"] is { } constant)
        {
            var single = new JsonObject
            {
                ["type"] = node["type"]?.DeepClone() ?? "string", ["enum"] = new JsonArray(constant.DeepClone())
            };
            return new(SchemaShape.Enum, single, pointer, nullable, outer);
        }

        var type = Type(node, pointer, ref nullable);
        if (node["enum"] is { } values)
        {
            return Enum(node, JsonRead.Array(values, pointer + "/enum"), type, pointer, outer, nullable);
        }

        return type switch
        {
            null when node.ContainsKey("properties") => new(SchemaShape.Object, node, pointer, nullable, outer),
            null when node.ContainsKey("items") => new(SchemaShape.Array, node, pointer, nullable, outer),
            null => Any(node, pointer, outer),
            "object" => Object(node, pointer, outer, nullable),
            "array" => new(SchemaShape.Array, node, pointer, nullable, outer),
            "string" => new(SchemaShape.String, node, pointer, nullable, outer),
            "integer" => new(SchemaShape.Integer, node, pointer, nullable, outer),
            "number" => new(SchemaShape.Number, node, pointer, nullable, outer),
            "boolean" => new(SchemaShape.Boolean, node, pointer, nullable, outer),
            _ => throw SpecException.At(pointer + "/type", $"the type '{type}' is not known"),
        };
    }

    private static bool HasNullBranch(JsonObject node)
        => (node["anyOf"] ?? node["oneOf"]) is JsonArray branches
            && branches.Any(static branch => (branch as JsonObject)?["type"] is JsonValue type && type.ToString() == "null");

    private static ResolvedSchema Any(JsonObject node, string pointer, JsonObject outer)
        => new(SchemaShape.Any, node, pointer, Nullable: true, outer);

    private ResolvedSchema Reference(JsonObject node, string pointer, JsonObject outer, bool nullable)
    {
        var reference = JsonRead.String(node["$ref"], pointer + "/$ref");
        if (!reference.StartsWith(ComponentPrefix, StringComparison.Ordinal))
        {
            throw SpecException.At(pointer + "/$ref", "only references to components/schemas are understood");
        }

        var key = reference[ComponentPrefix.Length..];
        var target = Component(key, pointer + "/$ref");
        var resolved = Resolve(target, JsonRead.Step("/components/schemas", key));
        return resolved.Shape is SchemaShape.Object or SchemaShape.Enum && target == resolved.Node
            ? new(SchemaShape.Reference, node, pointer, nullable || resolved.Nullable, outer)
            : resolved with { Nullable = nullable || resolved.Nullable, Outer = outer };
    }

    private ResolvedSchema Union(JsonObject node, string keyword, string pointer, JsonObject outer, bool nullable)
    {
        var branches = JsonRead.Array(node[keyword], $"{pointer}/{keyword}");
        var real = new List<(JsonObject Node, string Pointer)>();
        for (var i = 0; i < branches.Count; i++)
        {
            var at = $"{pointer}/{keyword}/{i}";
            var branch = JsonRead.Object(branches[i], at);
            if (branch["type"] is JsonValue type && type.ToString() == "null")
            {
                nullable = true;
            }
            else
            {
                real.Add((branch, at));
            }
        }

        if (real.Count == 1)
        {
            return Resolve(real[0].Node, real[0].Pointer, outer, nullable);
        }

        if (keyword == "allOf" || real.Count == 0)
        {
            throw SpecException.At(
                $"{pointer}/{keyword}", "more than one schema at once, or none, has no type; the overlay must say which");
        }

        if (real.Count(b => b.Node.ContainsKey("$ref")) > 1 && !JsonRead.Flag(node, "x-any-json"))
        {
            throw SpecException.At($"{pointer}/{keyword}", "a union of several objects has no type; the overlay must choose one");
        }

        if (!JsonRead.Flag(node, "x-any-json"))
        {
            report.Decide(pointer, "a union of several types is read and written as free JSON");
        }

        return Any([], pointer, outer);
    }

    private string? Type(JsonObject node, string pointer, ref bool nullable)
    {
        switch (node["type"])
        {
            case null:
                return null;
            case JsonArray list:
                var types = list.Select((t, i) => JsonRead.String(t, $"{pointer}/type/{i}")).Where(t => t != "null").ToList();
                nullable |= types.Count < list.Count;
                if (types.Count == 1)
                {
                    return types[0];
                }

                if (!JsonRead.Flag(node, "x-any-json"))
                {
                    report.Decide(pointer, "a list of several types is read and written as free JSON");
                }

                return null;
            case var single:
                return JsonRead.String(single, pointer + "/type");
        }
    }

    private static ResolvedSchema Enum(JsonObject node, JsonArray values, string? type, string pointer, JsonObject outer, bool nullable)
    {
        var hasNull = values.Any(v => v is null);
        if (type is not (null or "string" or "integer"))
        {
            throw SpecException.At(pointer + "/enum", $"an enum of {type} values is not understood");
        }

        return new(SchemaShape.Enum, node, pointer, nullable || hasNull, outer);
    }

    private static ResolvedSchema Object(JsonObject node, string pointer, JsonObject outer, bool nullable)
        => node["properties"] is JsonObject { Count: > 0 }
            ? new(SchemaShape.Object, node, pointer, nullable, outer)
            : new(SchemaShape.Map, node, pointer, nullable, outer);

    private static void CheckKeywords(JsonObject node, string pointer)
    {
        foreach (var (keyword, _) in node)
        {
            if (!Known.Contains(keyword) && !keyword.StartsWith("x-", StringComparison.Ordinal))
            {
                throw SpecException.At(JsonRead.Step(pointer, keyword), "this keyword of JSON Schema is not understood");
            }
        }
    }
}
