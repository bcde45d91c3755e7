using System.Text.Json.Nodes;
using static Valentina.Build.Tests.Drift.Mutations.Mutator;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Changes of schemas: their names, values, limits, formats, unions and pages.</summary>
internal static class SchemaMutators
{
    private static readonly (string Keyword, string Name)[] Limits =
    [
        ("minimum", "min"), ("maximum", "max"), ("minLength", "min-length"), ("maxLength", "max-length"),
        ("minItems", "min-items"), ("maxItems", "max-items"),
    ];

    public static IEnumerable<Mutator> All
        => [
            At(6, "rename a schema", NamedTypes, (_, document, place) =>
            {
                var name = JsonEdits.Parts(place)[^1];
                var schemas = document["components"]!["schemas"]!.AsObject();
                schemas[name]!.AsObject().Remove("x-name");
                Rename(schemas, name, "SomethingElse");
                Redirect(document, "#" + place, "#/components/schemas/SomethingElse");
                return ["api-schema-removed"];
            }),
            At(39, "change a format", sample => With(sample, "format"), (sample, document, place) =>
            {
                Node(document, place)["format"] = "ipv4";
                return Each(sample, place, "type-changed");
            }),
            At(
                20,
                "remove an enum value",
                sample => With(sample, "enum").Where(place => sample.At(place)["enum"]!.AsArray().Count > 1),
                (sample, document, place) =>
                {
                    Node(document, place)["enum"]!.AsArray().RemoveAt(0);
                    return Each(sample, place, "enum-value-removed");
                }),
            At(21, "add an enum value", sample => With(sample, "enum"), (sample, document, place) =>
            {
                Node(document, place)["enum"]!.AsArray().Add("BRAND_NEW");
                return Each(sample, place, "enum-value-added");
            }),
            At(42, "add a case to a union", Unions, (sample, document, place) =>
            {
                var (word, id) = Union(Node(document, place));
                Node(document, place)[word]!.AsArray().Add(new JsonObject { ["type"] = "boolean" });
                return Each(sample, place, $"{id}-of-added");
            }),
            At(42, "take a case from a union", Unions, (sample, document, place) =>
            {
                var (word, id) = Union(Node(document, place));
                Node(document, place)[word]!.AsArray().RemoveAt(0);
                return Each(sample, place, $"{id}-of-removed");
            }),
            At(48, "rename a member of the page", Pages, (_, document, place) =>
            {
                var page = Node(document, place);
                Rename(page["properties"]!.AsObject(), "total", "count");
                return ["pagination-envelope-changed"];
            }),
            At(48, "make a member of the page nullable", Pages, (_, document, place) =>
            {
                Node(document, place + "/properties/total")["type"] = new JsonArray("integer", "null");
                return ["pagination-envelope-changed"];
            }),
            .. Limits.SelectMany(limit => (Mutator[])
            [
                At(18, $"raise {limit.Keyword}", sample => With(sample, limit.Keyword), (sample, document, place) =>
                    Changed(sample, document, place, limit.Keyword, 1, $"{limit.Name}-increased")),
                At(
                    19,
                    $"lower {limit.Keyword}",
                    sample => With(sample, limit.Keyword).Where(place => Number(sample.At(place)[limit.Keyword]!) > 1),
                    (sample, document, place) =>
                        Changed(sample, document, place, limit.Keyword, -1, $"{limit.Name}-decreased")),
                At(
                    43,
                    $"remove {limit.Keyword}",
                    sample => With(sample, limit.Keyword).Where(place => Number(sample.At(place)[limit.Keyword]!) > 0),
                    (sample, document, place) =>
                    {
                        Node(document, place).Remove(limit.Keyword);
                        return Each(sample, place, $"{limit.Name}-unset");
                    }),
            ]),
            At(18, "add a pattern", sample => sample.Schemas.Where(place => sample.At(place)["type"]?.ToString() == "string"
                && sample.At(place)["pattern"] is null), (sample, document, place) =>
            {
                Node(document, place)["pattern"] = "^x";
                return Each(sample, place, "pattern-added");
            }),
            At(18, "set a maximum", sample => sample.Schemas.Where(place => sample.At(place)["type"]?.ToString() == "integer"
                && sample.At(place)["maximum"] is null
                && sample.At(place)["enum"] is null
                && !IsEnvelope(sample, place)), (sample, document, place) =>
            {
                Node(document, place)["maximum"] = 1000;
                return Each(sample, place, "max-set");
            }),
        ];

    public static string[] Each(SampleContract sample, string place, string suffix)
        => [.. sample.Places(place).Select(use => $"{use}-{suffix}")];

    private static double Number(JsonNode node) => node.GetValue<double>();

    private static string[] Changed(SampleContract sample, JsonObject document, string place, string keyword, int by, string suffix)
    {
        var node = Node(document, place);
        var old = Number(node[keyword]!);
        node[keyword] = old + by;

        // "at least 0 characters" says nothing, so a limit that begins there is set, not raised.
        var set = old == 0 && keyword is "minLength" or "minItems" && old == 0;
        return Each(sample, place, set ? suffix.Replace("increased", "set", StringComparison.Ordinal) : suffix);
    }

    private static IEnumerable<string> With(SampleContract sample, string keyword)
        => sample.Schemas.Where(place => sample.At(place)[keyword] is not null && !IsEnvelope(sample, place));

    private static bool IsEnvelope(SampleContract sample, string place)
    {
        var parts = place.Split("/properties/");
        return parts.Length == 2 && SampleContract.IsPage(sample.At(parts[0]));
    }

    private static IEnumerable<string> NamedTypes(SampleContract sample) => sample.Schemas.Where(place =>
        place.StartsWith("/components/schemas/", StringComparison.Ordinal)
        && place.Count(letter => letter == '/') == 3
        && !SampleContract.IsPage(sample.At(place))
        && (sample.At(place)["enum"] is not null || sample.At(place)["properties"] is not null));

    private static IEnumerable<string> Pages(SampleContract sample) => sample.Schemas.Where(place =>
        SampleContract.IsPage(sample.At(place))
            && sample.Places(place).All(use => use.StartsWith("response", StringComparison.Ordinal)));

    private static IEnumerable<string> Unions(SampleContract sample) => sample.Schemas.Where(place =>
        ((string[])["oneOf", "anyOf"]).Any(word => sample.At(place)[word] is JsonArray cases
            && cases.Count(item => item!["type"]?.ToString() != "null") > 1));

    private static (string Word, string Id) Union(JsonObject schema) => schema["oneOf"] is not null ? ("oneOf", "one") : ("anyOf", "any");

    private static void Redirect(JsonNode node, string from, string to)
    {
        switch (node)
        {
            case JsonObject map:
                if (map["$ref"] is JsonValue value && value.GetValue<string>() == from)
                {
                    map["$ref"] = to;
                }

                foreach (var (_, child) in map.ToList())
                {
                    Redirect(child!, from, to);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Redirect(item!, from, to);
                }

                break;
        }
    }
}
