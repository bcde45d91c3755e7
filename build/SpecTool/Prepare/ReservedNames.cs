using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.Prepare;

/// <summary>The extension members that steer generation. They may come from our overlays only, never from a published document.</summary>
public static class ReservedNames
{
    /// <summary>Every extension member the pipeline reads.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "x-name", "x-group", "x-on-behalf-of", "x-no-retry-on-5xx", "x-not-repeatable", "x-spends-money", "x-personal-data",
        "x-long-running", "x-any-json", "x-allow-empty", "x-extensible-enum", "x-enum-varnames", "x-rules", "x-secret", "x-own-text",
        "x-omit-null", "x-type", "x-call",
    };

    /// <summary>
    /// Our extension members in a document as it was published, to be asked again once the overlay was applied: what it has removed or
    /// replaced is its own word.
    /// </summary>
    public static IReadOnlyList<PublishedMark> Find(JsonObject document) => [.. Walk(document, JsonPointer.Root)];

    private static IEnumerable<PublishedMark> Walk(JsonNode? node, JsonPointer place) => node switch
    {
        JsonObject members => members.SelectMany(member => Member(members, member.Key, member.Value, place.Child(member.Key))),
        JsonArray items => items.SelectMany((item, index) => Walk(item, place.Child(index))),
        _ => [],
    };

    private static IEnumerable<PublishedMark> Member(JsonObject holder, string name, JsonNode? value, JsonPointer place)
    {
        var inner = Walk(value, place);
        return All.Contains(name) ? inner.Prepend(new PublishedMark(holder, name, value, place)) : inner;
    }
}

/// <summary>An extension member of ours that a published document holds.</summary>
/// <param name="Holder">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value it had.</param>
/// <param name="Place">Its place.</param>
public sealed record PublishedMark(JsonObject Holder, string Name, JsonNode? Value, JsonPointer Place)
{
    /// <summary>What is wrong if the overlay left it as it was; null otherwise.</summary>
    public PrepareFinding? Problem()
        => Holder.Root is JsonObject root && root.ContainsKey("paths")
            && Holder.TryGetPropertyValue(Name, out var now) && ReferenceEquals(now, Value)
            ? new PrepareFinding(Place, "A published document must not carry extension members of ours: they would steer the generator.")
            {
                Cure = Cures.Remove(Place.Text),
            }
            : null;
}
