using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Prepare;

/// <summary>Follows the references of a document to its components.</summary>
internal static class References
{
    private const int LongestChain = 16;

    /// <summary>The component a reference names; null where it names none of this document.</summary>
    public static JsonObject? Find(JsonObject document, string reference)
        => reference.Split('/') is ["#", "components", var section, var key]
            ? document["components"]?[section]?[Unescape(key)] as JsonObject
            : null;

    /// <summary>The key of the component a reference names.</summary>
    public static string Unescape(string step)
        => Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>What stands at a place, or what a reference there leads to, with the place of that.</summary>
    /// <exception cref="SpecException">It leads nowhere, or round in a circle.</exception>
    public static (JsonObject Node, string Pointer) Follow(JsonObject document, JsonObject node, string pointer)
    {
        for (var steps = 0; CheckContext.TextOf(node["$ref"]) is { } reference; steps++)
        {
            node = steps < LongestChain && Find(document, reference) is { } target
                ? target
                : throw SpecException.At(pointer + "/$ref", "the reference leads nowhere inside this document");
            pointer = reference[1..];
        }

        return (node, pointer);
    }
}
