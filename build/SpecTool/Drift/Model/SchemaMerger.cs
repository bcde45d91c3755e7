using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Writes an <c>allOf</c>, or a reference with constraints beside it, as one schema.</summary>
internal static class SchemaMerger
{
    private static readonly Dictionary<string, bool> Limits = new(StringComparer.Ordinal)
    {
        // keyword -> whether the larger value is the tighter one
        ["minimum"] = true, ["exclusiveMinimum"] = true, ["minLength"] = true, ["minItems"] = true, ["minProperties"] = true,
        ["maximum"] = false, ["exclusiveMaximum"] = false, ["maxLength"] = false, ["maxItems"] = false, ["maxProperties"] = false,
    };

    /// <summary>Adds what <paramref name="layer"/> demands to <paramref name="target"/>.</summary>
    public static void Merge(JsonObject target, JsonObject layer)
    {
        foreach (var (name, value) in layer)
        {
            if (!target.TryGetPropertyValue(name, out var present) || present is null)
            {
                target[name] = value?.DeepClone();
            }
            else if (name == "properties" && present is JsonObject mine && value is JsonObject theirs)
            {
                MergeProperties(mine, theirs);
            }
            else if (name == "required" && present is JsonArray required && value is JsonArray more)
            {
                var known = required.Select(CanonicalJson.Write).ToHashSet(StringComparer.Ordinal);
                foreach (var item in more.Where(item => known.Add(CanonicalJson.Write(item))))
                {
                    required.Add(item?.DeepClone());
                }
            }
            else if (name == "enum" && present is JsonArray values && value is JsonArray others)
            {
                var both = others.Select(CanonicalJson.Write).ToHashSet(StringComparer.Ordinal);
                target[name] = new JsonArray([.. values.Where(item => both.Contains(CanonicalJson.Write(item)))
                    .Select(item => item?.DeepClone())]);
            }
            else if (Limits.TryGetValue(name, out var larger))
            {
                target[name] = Tighter(present, value, larger)?.DeepClone();
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }

    private static void MergeProperties(JsonObject mine, JsonObject theirs)
    {
        foreach (var (name, value) in theirs)
        {
            mine[name] = mine.TryGetPropertyValue(name, out var present) && present is not null && value is not null
                ? new JsonObject { ["allOf"] = new JsonArray(present.DeepClone(), value.DeepClone()) }
                : value?.DeepClone();
        }
    }

    private static JsonNode? Tighter(JsonNode one, JsonNode? other, bool larger)
    {
        var (first, second) = (CanonicalJson.Number(one), CanonicalJson.Number(other));
        return first is null || second is null || second > first == larger ? other : one;
    }
}
