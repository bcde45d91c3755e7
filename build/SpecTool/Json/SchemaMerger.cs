using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Json;

/// <summary>
/// Writes an <c>allOf</c>, or a reference with constraints beside it, as one schema that demands what all of them demand.
/// </summary>
internal static class SchemaMerger
{
    /// <summary>Where a merged schema keeps the conditions that cannot stand in it twice: each a schema of its own.</summary>
    public const string Conjuncts = "$conjuncts";

    private static readonly Dictionary<string, bool> Limits = new(StringComparer.Ordinal)
    {
        // keyword -> whether the larger value is the tighter one
        ["minimum"] = true, ["exclusiveMinimum"] = true, ["minLength"] = true, ["minItems"] = true, ["minProperties"] = true,
        ["maximum"] = false, ["exclusiveMaximum"] = false, ["maxLength"] = false, ["maxItems"] = false, ["maxProperties"] = false,
    };

    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "readOnly", "writeOnly", "deprecated", "uniqueItems"
    };

    // What belongs together: one without the other would mean something else.
    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        ["oneOf"] = ["oneOf", "discriminator"], ["anyOf"] = ["anyOf", "discriminator"], ["not"] = ["not"],
        ["if"] = ["if", "then", "else"], ["contains"] = ["contains", "minContains", "maxContains"], ["pattern"] = ["pattern"],
        ["multipleOf"] = ["multipleOf"], ["propertyNames"] = ["propertyNames"], ["prefixItems"] = ["prefixItems", "items"],
        ["unevaluatedProperties"] = ["unevaluatedProperties"], ["unevaluatedItems"] = ["unevaluatedItems"],
        ["contentSchema"] = ["contentSchema", "contentMediaType"],
    };

    /// <summary>A schema written as <c>true</c> or <c>false</c>, as an object.</summary>
    public static JsonObject Literal(JsonNode? node)
        => node is JsonValue value && value.GetValueKind() == JsonValueKind.False ? new JsonObject { ["not"] = new JsonObject() } : [];

    /// <summary>Adds what <paramref name="layer"/> demands to <paramref name="target"/>.</summary>
    public static void Merge(JsonObject target, JsonObject layer)
    {
        var moved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, group) in Groups)
        {
            if (layer[word] is { } theirs && target[word] is { } mine && !group.All(name => JsonNode.DeepEquals(target[name], layer[name])))
            {
                var members = group.Where(layer.ContainsKey).ToList();
                AddConjunct(target, new JsonObject(members.Select(name => KeyValuePair.Create(name, layer[name]?.DeepClone()))));
                moved.UnionWith(members);
            }
        }

        foreach (var (name, value) in layer)
        {
            if (!moved.Contains(name))
            {
                MergeMember(target, name, value);
            }
        }
    }

    private static void MergeMember(JsonObject target, string name, JsonNode? value)
    {
        if (!target.TryGetPropertyValue(name, out var present) || present is null)
        {
            target[name] = value?.DeepClone();
            return;
        }

        if (JsonNode.DeepEquals(present, value))
        {
            return;
        }

        switch (name, present, value)
        {
            case ("properties" or "patternProperties" or "dependentSchemas", JsonObject mine, JsonObject theirs):
                MergeSchemas(mine, theirs);
                break;
            case ("items", not null, not null):
                target[name] = Both(present, value);
                break;
            case ("additionalProperties", not null, not null):
                target[name] = Restricting(present, value);
                break;
            case ("required", JsonArray mine, JsonArray theirs):
                AddMissing(mine, theirs);
                break;
            case ("dependentRequired", JsonObject mine, JsonObject theirs):
                MergeLists(mine, theirs);
                break;
            case (Conjuncts, JsonArray mine, JsonArray theirs):
                AddMissing(mine, theirs);
                break;
            case ("enum", JsonArray mine, JsonArray theirs):
                target[name] = Common(mine, theirs);
                break;
            case ("type", not null, not null):
                target[name] = Types(target, value) ?? value.DeepClone();
                break;
            default:
                target[name] = Limits.TryGetValue(name, out var larger) ? Tighter(present!, value, larger)?.DeepClone()
                    : Flags.Contains(name) && IsTrue(present) ? true
                    : value?.DeepClone();
                break;
        }
    }

    private static void AddConjunct(JsonObject target, JsonObject conjunct)
    {
        if (target[Conjuncts] is not JsonArray list)
        {
            target[Conjuncts] = list = [];
        }

        AddMissing(list, [conjunct]);
    }

    private static void MergeSchemas(JsonObject mine, JsonObject theirs)
    {
        foreach (var (name, value) in theirs)
        {
            mine[name] = !mine.TryGetPropertyValue(name, out var present) || present is null || value is null ? value?.DeepClone()
                : JsonNode.DeepEquals(present, value) ? present.DeepClone()
                : Both(present, value);
        }
    }

    private static void MergeLists(JsonObject mine, JsonObject theirs)
    {
        foreach (var (name, value) in theirs)
        {
            if (mine[name] is JsonArray known && value is JsonArray more)
            {
                AddMissing(known, more);
            }
            else
            {
                mine[name] = value?.DeepClone();
            }
        }
    }

    private static void AddMissing(JsonArray mine, JsonArray theirs)
    {
        var known = mine.Select(CanonicalJson.Write).ToHashSet(StringComparer.Ordinal);
        foreach (var item in theirs.ToList().Where(item => known.Add(CanonicalJson.Write(item))))
        {
            mine.Add(item?.DeepClone());
        }
    }

    private static JsonArray Common(JsonArray mine, JsonArray theirs)
    {
        var both = theirs.Select(CanonicalJson.Write).ToHashSet(StringComparer.Ordinal);
        return new JsonArray([.. mine.Where(item => both.Contains(CanonicalJson.Write(item))).Select(item => item?.DeepClone())]);
    }

    /// <summary>The types that both admit; null if there is none, which no author means.</summary>
    private static JsonNode? Types(JsonObject target, JsonNode value)
    {
        var mine = TypeNames(target["type"]);
        var theirs = TypeNames(value);
        var both = mine.Where(type => theirs.Contains(type) || (type == "integer" && theirs.Contains("number")))
            .Concat(theirs.Where(type => type == "integer" && mine.Contains("number")))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return both.Count switch
        {
            0 => null,
            1 => both[0],
            _ => new JsonArray([.. both.Select(type => (JsonNode)type)]),
        };
    }

    /// <summary>The types a schema admits by name, whether it names one or lists several; none where it does not say.</summary>
    public static IReadOnlyList<string> TypeNames(JsonNode? type) => type switch
    {
        JsonArray list => [.. list.Where(IsText).Select(item => item!.GetValue<string>())],
        _ when IsText(type) => [type!.GetValue<string>()],
        _ => [],
    };

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;

    private static JsonObject Both(JsonNode one, JsonNode other) => new() { ["allOf"] = new JsonArray(one.DeepClone(), other.DeepClone()) };

    private static JsonNode Restricting(JsonNode one, JsonNode other)
        => IsFalse(one) || IsTrue(other) ? one.DeepClone()
        : IsFalse(other) || IsTrue(one) ? other.DeepClone()
        : Both(one, other);

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private static bool IsFalse(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.False;

    private static JsonNode? Tighter(JsonNode one, JsonNode? other, bool larger)
    {
        var (first, second) = (CanonicalJson.Number(one), CanonicalJson.Number(other));
        return first is null || second is null || second > first == larger ? other : one;
    }
}
