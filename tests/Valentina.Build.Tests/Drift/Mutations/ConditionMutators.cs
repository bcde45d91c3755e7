using System.Text.Json.Nodes;
using static Valentina.Build.Tests.Drift.Mutations.Mutator;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Changes of what a schema demands beside its types and limits, and of what an operation has beside its bodies.</summary>
internal static class ConditionMutators
{
    public static IEnumerable<Mutator> All
        => [
            Adding("not", "not-added", IsText, () => new JsonObject { ["const"] = "nobody" }),
            Adding("contains", "contains-added", IsList, () => new JsonObject { ["const"] = "somebody" }),
            Adding("unevaluatedItems", "unevaluated-items-added", IsList, () => JsonValue.Create(false)),
            Adding("prefixItems", "prefix-items-added", IsList, () => new JsonArray(new JsonObject { ["const"] = "first" })),
            Adding("patternProperties", "pattern-property-added", IsObject, () => Named("^x-", "type", "string")),
            Adding("propertyNames", "property-names-added", IsObject, () => new JsonObject { ["maxLength"] = 99 }),
            Adding("dependentRequired", "dependent-required-added", IsObject, () => new JsonObject { ["a"] = new JsonArray("b") }),
            Adding("dependentSchemas", "dependent-schema-added", IsObject, () => Named("a", "maxProperties", 9)),
            Adding("unevaluatedProperties", "unevaluated-properties-added", IsObject, () => JsonValue.Create(false)),
            Adding("additionalProperties", "additional-properties-forbidden", IsObject, () => JsonValue.Create(false)),
            Adding("contentMediaType", "content-media-type-changed", IsText, () => JsonValue.Create("text/html")),
            At(18, "a condition on members", Objects, (sample, document, place) =>
            {
                Node(document, place)["if"] = new JsonObject { ["required"] = new JsonArray("a") };
                Node(document, place)["then"] = new JsonObject { ["maxProperties"] = 9 };
                return [.. Each(sample, place, "if-added"), .. Each(sample, place, "then-added")];
            }),
            At(46, "give an operation a server of its own", sample => sample.Operations, (sample, document, place) =>
            {
                Node(document, place)["servers"] = new JsonArray(new JsonObject { ["url"] = "https://elsewhere.example/other" });
                var servers = sample.Root["servers"]?.AsArray().Count ?? 1;
                return [.. Enumerable.Repeat("server-base-path-changed", servers)];
            }),
            At(50, "add a callback", sample => sample.Operations, (_, document, place) =>
            {
                Node(document, place)["callbacks"] = new JsonObject { ["done"] = new JsonObject() };
                return ["callbacks-changed"];
            }),
        ];

    private static Mutator Adding(string keyword, string id, Func<JsonObject, bool> fits, Func<JsonNode?> value) => At(
        18,
        $"add {keyword}",
        sample => sample.Schemas.Where(place => fits(sample.At(place)) && !sample.At(place).ContainsKey(keyword)),
        (sample, document, place) =>
        {
            Node(document, place)[keyword] = value();
            return Each(sample, place, id);
        });

    private static List<string> Each(SampleContract sample, string place, string id)
        => [.. sample.Places(place).Select(prefix => $"{prefix}-{id}")];

    private static IEnumerable<string> Objects(SampleContract sample)
        => sample.Schemas.Where(place => IsObject(sample.At(place)));

    private static JsonObject Named(string name, string keyword, JsonNode value)
        => new() { [name] = new JsonObject { [keyword] = value } };

    private static bool IsText(JsonObject schema)
        => Type(schema) == "string" && !schema.ContainsKey("enum") && !schema.ContainsKey("format");

    private static bool IsList(JsonObject schema) => Type(schema) == "array";

    private static bool IsObject(JsonObject schema)
        => Type(schema) == "object" && schema.ContainsKey("properties") && !SampleContract.IsPage(schema);

    private static string? Type(JsonObject schema) => schema["type"] is JsonValue type ? type.ToString() : null;
}
