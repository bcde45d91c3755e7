using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>
/// A part of a document that the SDK does not use, in one text with its references followed and without its words: enough to say that
/// something about it changed.
/// </summary>
/// <param name="Names">The names of its members.</param>
/// <param name="Text">The whole of it.</param>
public sealed record ExpandedText(string Names, string Text)
{
    private const int MostNodes = 20_000;

    /// <summary>Reads a part.</summary>
    /// <param name="node">The part; null = there is none.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <param name="references">Follows references.</param>
    internal static ExpandedText? Of(JsonObject? node, string pointer, ReferenceResolver references)
    {
        if (node is not { Count: > 0 })
        {
            return null;
        }

        var left = MostNodes;
        var text = CanonicalJson.Write(Expand(node, pointer, references, [], ref left));
        return new ExpandedText(string.Join(", ", node.Select(member => member.Key).Order(StringComparer.Ordinal)), text);
    }

    /// <summary>A reference that leads back to what it stands in, and whatever is beyond the limit, stays a reference.</summary>
    private static JsonNode? Expand(JsonNode? node, string pointer, ReferenceResolver references, List<string> within, ref int left)
    {
        if (--left < 0)
        {
            return node?.DeepClone();
        }

        switch (node)
        {
            case JsonObject map when map.Text("$ref") is { } reference:
                var (target, place) = references.Resolve(reference, pointer);
                return within.Contains(place) ? map.DeepClone() : Expand(target, place, references, [.. within, place], ref left);
            case JsonObject map:
                var copy = new JsonObject();
                foreach (var (name, value) in map)
                {
                    if (name is not ("description" or "summary" or "example" or "examples") || value is JsonObject)
                    {
                        copy[name] = Expand(value, Pointers.Join(pointer, name), references, within, ref left);
                    }
                }

                return copy;
            case JsonArray list:
                var items = new JsonArray();
                for (var index = 0; index < list.Count; index++)
                {
                    items.Add(Expand(list[index], Pointers.Join(pointer, index), references, within, ref left));
                }

                return items;
            default:
                return node?.DeepClone();
        }
    }
}
