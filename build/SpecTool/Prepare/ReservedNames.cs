using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

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

    /// <summary>Finds extension members in a document as it was published.</summary>
    public static IEnumerable<PrepareFinding> Check(JsonObject published) => Walk(published, JsonPointer.Root);

    private static IEnumerable<PrepareFinding> Walk(JsonNode? node, JsonPointer place) => node switch
    {
        JsonObject members => members.SelectMany(member => Member(member.Key, member.Value, place.Child(member.Key))),
        JsonArray items => items.SelectMany((item, index) => Walk(item, place.Child(index))),
        _ => [],
    };

    private static IEnumerable<PrepareFinding> Member(string name, JsonNode? value, JsonPointer place)
    {
        var inner = Walk(value, place);
        return name.StartsWith("x-", StringComparison.Ordinal)
            ? inner.Prepend(
                new PrepareFinding(place, "A published document must not carry extension members: they would steer the generator."))
            : inner;
    }
}
