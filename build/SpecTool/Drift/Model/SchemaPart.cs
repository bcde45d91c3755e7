using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>A schema inside a schema that adds a condition: <c>not</c>, <c>contains</c>, one of <c>patternProperties</c>, …</summary>
/// <param name="Rule">The keyword as rule ids have it.</param>
/// <param name="Key">What tells it from others of the same keyword: the pattern, the name, the index.</param>
/// <param name="Pointer">Where it is written.</param>
/// <param name="Read">Reads it; lazily, for schemas may contain themselves.</param>
public sealed record SchemaPart(string Rule, string Key, string Pointer, Lazy<SchemaUse> Read)
{
    /// <summary>The condition.</summary>
    public SchemaUse Use => Read.Value;

    /// <summary>Whether a tighter condition makes the whole tighter; of <c>if</c> and <c>not</c> nobody can say.</summary>
    public bool Narrows => Rule is not ("if" or "not");
}

/// <summary>Reads the conditions of a schema, the keywords of JSON Schema 2020-12 among them.</summary>
internal static class SchemaParts
{
    private static readonly (string Keyword, string Rule)[] Single =
    [
        ("not", "not"), ("contains", "contains"), ("propertyNames", "property-names"), ("unevaluatedProperties", "unevaluated-properties"),
        ("unevaluatedItems", "unevaluated-items"), ("contentSchema", "content-schema"),
    ];

    private static readonly (string Keyword, string Rule)[] Named =
    [
        ("patternProperties", "pattern-property"), ("dependentSchemas", "dependent-schema"),
    ];

    /// <summary>The conditions, in a fixed order.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="pointer">Where it is written.</param>
    /// <param name="read">Reads what stands at a place.</param>
    public static IReadOnlyList<SchemaPart> Of(JsonObject schema, string pointer, Func<JsonNode?, string, SchemaUse> read)
    {
        var parts = new List<SchemaPart>();
        foreach (var (keyword, rule) in Single)
        {
            if (schema[keyword] is { } node && !SaysNothing(keyword, node) && !(keyword == "contentSchema" && !HasMediaType(schema)))
            {
                parts.Add(Part(rule, "", node, Pointers.Join(pointer, keyword)));
            }
        }

        // Without "if" the others have no effect, and "if" alone has none either.
        if (schema["if"] is { } condition && ((string[])["then", "else"]).Any(word => schema[word] is { } node && !SaysNothing(word, node)))
        {
            parts.Add(Part("if", "", condition, Pointers.Join(pointer, "if")));
            parts.AddRange(((string[])["then", "else"])
                .Where(word => schema[word] is { } node && !SaysNothing(word, node))
                .Select(word => Part(word, "", schema[word]!, Pointers.Join(pointer, word))));
        }

        foreach (var (keyword, rule) in Named)
        {
            foreach (var (name, node) in schema.Map(keyword) ?? [])
            {
                if (node is not null)
                {
                    parts.Add(Part(rule, name, node, Pointers.Join(Pointers.Join(pointer, keyword), name)));
                }
            }
        }

        parts.AddRange(Listed("prefixItems", "prefix-items"));
        parts.AddRange(Listed(SchemaMerger.Conjuncts, "all-of"));
        if (schema.List("oneOf") is { Count: > 0 } && schema.List("anyOf") is { Count: > 0 } second)
        {
            // The first union is the schema's own; the second is a condition beside it.
            parts.Add(Part("all-of", "anyOf", new JsonObject { ["anyOf"] = second.DeepClone() }, pointer));
        }

        return parts;

        SchemaPart Part(string rule, string key, JsonNode node, string place)
            => new(rule, key, place, new Lazy<SchemaUse>(() => read(node, place)));

        IEnumerable<SchemaPart> Listed(string keyword, string rule)
            => (schema.List(keyword) ?? []).Select((node, index) => (Node: node, Index: index))
                .Where(item => item.Node is not null)
                .Select(item =>
                    Part(rule, Pointers.Join("", item.Index), item.Node!, Pointers.Join(Pointers.Join(pointer, keyword), item.Index)));
    }

    private static bool HasMediaType(JsonObject schema) => schema.Text("contentMediaType") is not null;

    /// <summary>True or an empty schema admits everything, so that only <c>not</c> and <c>contains</c> make a condition of it.</summary>
    private static bool SaysNothing(string keyword, JsonNode node) => keyword is not ("not" or "contains" or "contentSchema")
        && (node is JsonObject { Count: 0 } || (node is JsonValue value && value.GetValueKind() == JsonValueKind.True));
}
