using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Overlay;

/// <summary>One value a path selects, with the way back to its holder.</summary>
/// <param name="Value">The value; <see langword="null"/> is JSON null.</param>
/// <param name="Place">Where it is.</param>
/// <param name="Holder">The object or array it is in; <see langword="null"/> for the document itself.</param>
/// <param name="Name">Its name, when the holder is an object.</param>
/// <param name="Index">Its place, when the holder is an array.</param>
public sealed record JsonPathMatch(JsonNode? Value, JsonPointer Place, JsonNode? Holder = null, string? Name = null, int Index = -1)
{
    internal IEnumerable<JsonPathMatch> Children() => Value switch
    {
        JsonObject members => members.Select(member => new JsonPathMatch(member.Value, Place.Child(member.Key), members, member.Key)),
        JsonArray items => items.Select((item, index) => new JsonPathMatch(item, Place.Child(index), items, null, index)),
        _ => [],
    };

    internal IEnumerable<JsonPathMatch> Child(string name) =>
        Value is JsonObject members && members.TryGetPropertyValue(name, out var value)
            ? [new JsonPathMatch(value, Place.Child(name), members, name)]
            : [];

    internal IEnumerable<JsonPathMatch> Child(int index)
    {
        if (Value is not JsonArray items)
        {
            return [];
        }

        var at = index < 0 ? items.Count + index : index;
        return at >= 0 && at < items.Count ? [new JsonPathMatch(items[at], Place.Child(at), items, null, at)] : [];
    }

    internal IEnumerable<JsonPathMatch> Descendants() =>
        Children().SelectMany(child => child.Descendants().Prepend(child));
}
