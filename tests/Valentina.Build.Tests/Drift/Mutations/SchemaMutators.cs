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
            At(39, "change a format", specimen => With(specimen, "format"), (specimen, document, place) =>
            {
                Node(document, place)["format"] = "ipv4";
                return Each(specimen, place, "type-changed");
            }),
            At(
                20,
                "remove an enum value",
                specimen => With(specimen, "enum").Where(place => specimen.At(place)["enum"]!.AsArray().Count > 1),
                (specimen, document, place) =>
                {
                    Node(document, place)["enum"]!.AsArray().RemoveAt(0);
                    return Each(specimen, place, "enum-value-removed");
                }),
            At(21, "add an enum value", specimen => With(specimen, "enum"), (specimen, document, place) =>
            {
                Node(document, place)["enum"]!.AsArray().Add("BRAND_NEW");
                return Each(specimen, place, "enum-value-added");
            }),
            At(42, "add a case to a union", Unions, (specimen, document, place) =>
            {
                var (word, id) = Union(Node(document, place));
                Node(document, place)[word]!.AsArray().Add(new JsonObject { ["type"] = "boolean" });
                return Each(specimen, place, $"{id}-of-added");
            }),
            At(42, "take a case from a union", Unions, (specimen, document, place) =>
            {
                var (word, id) = Union(Node(document, place));
                Node(document, place)[word]!.AsArray().RemoveAt(0);
                return Each(specimen, place, $"{id}-of-removed");
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
                At(18, $"raise {limit.Keyword}", specimen => With(specimen, limit.Keyword), (specimen, document, place) =>
                    Changed(specimen, document, place, limit.Keyword, 1, $"{limit.Name}-increased")),
                At(
                    19,
                    $"lower {limit.Keyword}",
                    specimen => With(specimen, limit.Keyword).Where(place => Number(specimen.At(place)[limit.Keyword]!) > 1),
                    (specimen, document, place) =>
                        Changed(specimen, document, place, limit.Keyword, -1, $"{limit.Name}-decreased")),
                At(
                    43,
                    $"remove {limit.Keyword}",
                    specimen => With(specimen, limit.Keyword).Where(place => Number(specimen.At(place)[limit.Keyword]!) > 0),
                    (specimen, document, place) =>
                    {
                        Node(document, place).Remove(limit.Keyword);
                        return Each(specimen, place, $"{limit.Name}-unset");
                    }),
            ]),
            At(18, "add a pattern", specimen => specimen.Schemas.Where(place => specimen.At(place)["type"]?.ToString() == "string"
                && specimen.At(place)["pattern"] is null), (specimen, document, place) =>
            {
                Node(document, place)["pattern"] = "^x";
                return Each(specimen, place, "pattern-added");
            }),
            At(18, "set a maximum", specimen => specimen.Schemas.Where(place => specimen.At(place)["type"]?.ToString() == "integer"
                && specimen.At(place)["maximum"] is null
                && specimen.At(place)["enum"] is null
                && !IsEnvelope(specimen, place)), (specimen, document, place) =>
            {
                Node(document, place)["maximum"] = 1000;
                return Each(specimen, place, "max-set");
            }),
        ];

    public static string[] Each(SampleContract specimen, string place, string suffix)
        => [.. specimen.Places(place).Select(use => $"{use}-{suffix}")];

    private static double Number(JsonNode node) => node.GetValue<double>();

    private static string[] Changed(SampleContract specimen, JsonObject document, string place, string keyword, int by, string suffix)
    {
        var node = Node(document, place);
        var old = Number(node[keyword]!);
        node[keyword] = old + by;

        // "at least 0 characters" says nothing, so a limit that begins there is set, not raised.
        var set = old == 0 && keyword is "minLength" or "minItems" && old == 0;
        return Each(specimen, place, set ? suffix.Replace("increased", "set", StringComparison.Ordinal) : suffix);
    }

    private static IEnumerable<string> With(SampleContract specimen, string keyword)
        => specimen.Schemas.Where(place => specimen.At(place)[keyword] is not null && !IsEnvelope(specimen, place));

    private static bool IsEnvelope(SampleContract specimen, string place)
    {
        var parts = place.Split("/properties/");
        return parts.Length == 2 && SampleContract.IsPage(specimen.At(parts[0]));
    }

    private static IEnumerable<string> NamedTypes(SampleContract specimen) => specimen.Schemas.Where(place =>
        place.StartsWith("/components/schemas/", StringComparison.Ordinal)
        && place.Count(letter => letter == '/') == 3
        && !SampleContract.IsPage(specimen.At(place))
        && (specimen.At(place)["enum"] is not null || specimen.At(place)["properties"] is not null));

    private static IEnumerable<string> Pages(SampleContract specimen) => specimen.Schemas.Where(place =>
        SampleContract.IsPage(specimen.At(place))
            && specimen.Places(place).All(use => use.StartsWith("response", StringComparison.Ordinal)));

    private static IEnumerable<string> Unions(SampleContract specimen) => specimen.Schemas.Where(place =>
        ((string[])["oneOf", "anyOf"]).Any(word => specimen.At(place)[word] is JsonArray cases
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
