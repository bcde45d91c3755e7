using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>
/// Takes the constructs of JSON Schema 2020-12 that NSwag gets wrong out of a schema (<c>anyOf</c> with null, type lists,
/// constants, boolean schemas) and refuses those nobody decided about.
/// </summary>
internal sealed class SchemaResolver
{
    public const string ComponentPrefix = "#/components/schemas/";

    private const int MaxDepth = 64;
    private readonly JsonObject _components;
    private readonly ViewReport _report;
    private readonly SchemaFlattener _flattener;
    private int _depth;

    public SchemaResolver(JsonObject components, ViewReport report)
    {
        _components = components;
        _report = report;
        _flattener = new SchemaFlattener(Component, report);
    }

    /// <summary>The component a reference names, checked.</summary>
    public JsonObject Component(string key, string pointer)
        => _components[key] as JsonObject
            ?? throw SpecException.At(pointer, $"there is no component '{CheckContext.Shown(key)}'", Cures.Remove(pointer));

    /// <summary>The key of the component a reference names.</summary>
    /// <exception cref="SpecException">It names anything else.</exception>
    public static string KeyOf(string reference, string pointer)
        => reference.StartsWith(ComponentPrefix, StringComparison.Ordinal)
            ? References.Unescape(reference[ComponentPrefix.Length..])
            : throw SpecException.At(
                pointer + "/$ref", "only references to components/schemas are understood", Cures.Remove(pointer + "/$ref"));

    public ResolvedSchema Resolve(JsonNode? schema, string pointer)
    {
        // References and unions that lead round in a circle would never end.
        if (++_depth > MaxDepth)
        {
            throw SpecException.At(pointer, "references lead round in a circle", Cures.AnyJson(pointer));
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
                : throw SpecException.At(pointer, "a schema that nothing satisfies", Cures.Remove(pointer));
        }

        var node = JsonRead.Object(schema, pointer);
        return Resolve(node, pointer, node, nullable: false);
    }

    private ResolvedSchema Resolve(JsonObject node, string pointer, JsonObject outer, bool nullable)
    {
        SchemaKeywords.Check(node, pointer);
        nullable |= JsonRead.Flag(node, "nullable");
        if (node.ContainsKey("x-type"))
        {
            // Written by hand: what it holds is that type's own affair.
            return new(SchemaShape.Any, node, pointer, nullable || SchemaKeywords.HasNullBranch(node), outer);
        }

        if (SchemaKeywords.IsFree(node))
        {
            return Any(node, pointer, outer);
        }

        if (node.ContainsKey("$ref"))
        {
            return Reference(node, pointer, outer, nullable);
        }

        if (node["allOf"] is JsonArray parts)
        {
            return Combination(node, parts, pointer, outer, nullable);
        }

        foreach (var keyword in (ReadOnlySpan<string>)["oneOf", "anyOf"])
        {
            if (node.ContainsKey(keyword) && !IsCondition(node, keyword, pointer))
            {
                return Union(node, keyword, pointer, outer, nullable);
            }
        }

        if (node["const"] is { } constant)
        {
            return Constant(node, constant, pointer, outer, nullable);
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
            null when node["type"] is null && node.ContainsKey("additionalProperties") => Object(node, pointer, outer, nullable),
            null => Any(node, pointer, outer),
            "object" => Object(node, pointer, outer, nullable),
            "array" => new(SchemaShape.Array, node, pointer, nullable, outer),
            "string" => new(SchemaShape.String, node, pointer, nullable, outer),
            "integer" => new(SchemaShape.Integer, node, pointer, nullable, outer),
            "number" => new(SchemaShape.Number, node, pointer, nullable, outer),
            "boolean" => new(SchemaShape.Boolean, node, pointer, nullable, outer),
            _ => throw SpecException.At(pointer + "/type", $"the type '{type}' is not known", Cures.Remove(pointer + "/type")),
        };
    }

    /// <summary>
    /// Whether a union beside a complete schema only demands some of its members, which the server checks. Any other stops the build:
    /// the class would say less than the contract.
    /// </summary>
    private bool IsCondition(JsonObject node, string keyword, string pointer)
    {
        if (!node.ContainsKey("properties") && !node.ContainsKey("items"))
        {
            return false;
        }

        if (SchemaKeywords.OnlyDemands(node[keyword]))
        {
            _report.Drop($"{pointer}/{keyword}", "which members belong together is left to the server");
            return true;
        }

        throw SpecException.At(
            $"{pointer}/{keyword}", "a union beside members of its own has no type; the overlay must choose", Cures.AnyJson(pointer));
    }

    /// <summary>An <c>allOf</c>: of one part that part, of several one schema that says what all of them say.</summary>
    private ResolvedSchema Combination(JsonObject node, JsonArray parts, string pointer, JsonObject outer, bool nullable)
    {
        var speaking = parts
            .Select((part, i) => (Node: part, Pointer: $"{pointer}/allOf/{i}"))
            .Where(part => part.Node is JsonObject schema && !SchemaFlattener.OnlyAnnotates(schema))
            .ToList();
        nullable |= parts.OfType<JsonObject>().Any(part => JsonRead.Flag(part, "nullable"));
        var isAlias = speaking is [{ Node: JsonObject only }] && !only.ContainsKey("properties")
            && SchemaFlattener.OnlyAnnotates(node.Where(member => member.Key is not ("allOf" or "type")));
        if (isAlias)
        {
            return Resolve(JsonRead.Object(speaking[0].Node, speaking[0].Pointer), speaking[0].Pointer, outer, nullable);
        }

        if ((speaking.Count == 0 && !node.ContainsKey("properties")) || parts.OfType<JsonObject>().Any(SchemaKeywords.IsFree))
        {
            return Any(node, pointer, outer);
        }

        var flat = _flattener.Flatten(node, pointer);
        return Resolve(flat.Node, pointer, outer == node ? flat.Node : outer, nullable) with { Flat = flat };
    }

    private ResolvedSchema Constant(JsonObject node, JsonNode constant, string pointer, JsonObject outer, bool nullable)
    {
        switch (constant.GetValueKind())
        {
            case JsonValueKind.String:
                var single = new JsonObject
                {
                    ["type"] = node["type"]?.DeepClone() ?? "string", ["enum"] = new JsonArray(constant.DeepClone())
                };
                return new(SchemaShape.Enum, single, pointer, nullable, outer);
            case JsonValueKind.True or JsonValueKind.False:
                _report.Drop(pointer + "/const", "a constant of this type is read as any value of it");
                return new(SchemaShape.Boolean, node, pointer, nullable, outer);
            case JsonValueKind.Number:
                _report.Drop(pointer + "/const", "a constant of this type is read as any value of it");
                var isWhole = constant.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-');
                return new(isWhole ? SchemaShape.Integer : SchemaShape.Number, node, pointer, nullable, outer);
            default:
                _report.Drop(pointer + "/const", "a constant of this type is read as free JSON");
                return Any([], pointer, outer);
        }
    }

    private static ResolvedSchema Any(JsonObject node, string pointer, JsonObject outer)
        => new(SchemaShape.Any, node, pointer, Nullable: true, outer);

    private ResolvedSchema Reference(JsonObject node, string pointer, JsonObject outer, bool nullable)
    {
        var key = KeyOf(JsonRead.String(node["$ref"], pointer + "/$ref"), pointer);
        var target = Component(key, pointer + "/$ref");
        var resolved = Resolve(target, JsonRead.Step("/components/schemas", key));
        return resolved.Shape is SchemaShape.Object or SchemaShape.Enum && (target == resolved.Node || target == resolved.Flat?.Source)
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

        if (real.Count == 0)
        {
            throw SpecException.At(
                $"{pointer}/{keyword}", "a union of nothing has no type; the overlay must say which", Cures.AnyJson(pointer));
        }

        if (real.Count(b => b.Node.ContainsKey("$ref")) > 1 && !JsonRead.Flag(node, "x-any-json"))
        {
            throw SpecException.At(
                $"{pointer}/{keyword}", "a union of several objects has no type; the overlay must choose one", Cures.AnyJson(pointer));
        }

        if (!JsonRead.Flag(node, "x-any-json"))
        {
            _report.Decide(pointer, "a union of several types is read and written as free JSON");
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
                    _report.Decide(pointer, "a list of several types is read and written as free JSON");
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
            throw SpecException.At(
                pointer + "/enum", $"an enum of {type} values is not understood", Cures.Remove(pointer + "/enum"));
        }

        return new(SchemaShape.Enum, node, pointer, nullable || hasNull, outer);
    }

    private static ResolvedSchema Object(JsonObject node, string pointer, JsonObject outer, bool nullable)
        => node["properties"] is JsonObject { Count: > 0 }
            ? new(SchemaShape.Object, node, pointer, nullable, outer)
            : new(SchemaShape.Map, node, pointer, nullable, outer);
}
