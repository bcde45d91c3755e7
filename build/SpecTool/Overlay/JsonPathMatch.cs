using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Overlay;

/// <summary>One value a path selects, with the way back to what holds it.</summary>
public sealed class JsonPathMatch
{
    private readonly JsonPathMatch? _parent;

    private JsonPathMatch(JsonNode? value, JsonPathMatch? parent, string? name, int index)
    {
        Value = value;
        _parent = parent;
        Name = name;
        Index = index;
    }

    /// <summary>The value; <see langword="null"/> is JSON null.</summary>
    public JsonNode? Value { get; }

    /// <summary>The object or list it is in; <see langword="null"/> for the document itself.</summary>
    public JsonNode? Holder => _parent?.Value;

    /// <summary>Its name, when an object holds it.</summary>
    public string? Name { get; }

    /// <summary>Its place, when a list holds it.</summary>
    public int Index { get; }

    /// <summary>Where it is in the document.</summary>
    public JsonPointer Place => _parent is null ? JsonPointer.Root : Name is null ? _parent.Place.Child(Index) : _parent.Place.Child(Name);

    internal static JsonPathMatch Root(JsonNode document) => new(document, null, null, -1);

    internal IEnumerable<JsonPathMatch> Children() => Value switch
    {
        JsonObject members => members.Select(member => new JsonPathMatch(member.Value, this, member.Key, -1)),
        JsonArray items => items.Select((item, index) => new JsonPathMatch(item, this, null, index)),
        _ => [],
    };

    internal IEnumerable<JsonPathMatch> Child(string name)
        => Value is JsonObject members && members.TryGetPropertyValue(name, out var value)
            ? [new JsonPathMatch(value, this, name, -1)]
            : [];

    internal IEnumerable<JsonPathMatch> Child(int index)
    {
        if (Value is not JsonArray items)
        {
            return [];
        }

        var at = index < 0 ? items.Count + index : index;
        return at >= 0 && at < items.Count ? [new JsonPathMatch(items[at], this, null, at)] : [];
    }

    internal IEnumerable<JsonPathMatch> Descendants()
        => Children().SelectMany(child => child.Descendants().Prepend(child));
}
