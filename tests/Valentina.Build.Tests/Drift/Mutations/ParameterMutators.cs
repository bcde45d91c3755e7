using System.Globalization;
using System.Text.Json.Nodes;
using static Valentina.Build.Tests.Drift.Mutations.Mutator;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Changes of parameters, bodies and answers.</summary>
internal static class ParameterMutators
{
    public static IEnumerable<Mutator> All
        => [
            At(
                8, "add a required parameter", specimen => specimen.Operations,
                (_, document, place) => Added(document, place, true, "new-required-request-parameter")),
            At(
                9, "add an optional parameter", specimen => specimen.Operations,
                (_, document, place) => Added(document, place, false, "new-optional-request-parameter")),
            At(
                10,
                "swap two parameters",
                specimen => specimen.Operations.Where(place => Queries(specimen, place).Count > 1),
                (specimen, document, place) =>
                {
                    var list = Node(document, place)["parameters"]!.AsArray();
                    var (one, other) = (Queries(specimen, place)[0], Queries(specimen, place)[1]);
                    var moved = list[other];
                    list.RemoveAt(other);
                    list.Insert(one, moved);
                    return ["request-parameter-order-changed"];
                }),
            At(11, "remove a parameter", specimen => Of(specimen, "query", "header"), (_, document, place) =>
            {
                var (list, index) = Item(document, place);
                list.RemoveAt(index);
                return ["request-parameter-removed"];
            }),
            At(12, "make a parameter required", specimen => Optional(specimen, true), (_, document, place) =>
            {
                Node(document, place)["required"] = true;
                return ["request-parameter-became-required"];
            }),
            At(13, "make a parameter optional", specimen => Optional(specimen, false), (_, document, place) =>
            {
                Node(document, place)["required"] = false;
                return ["request-parameter-became-optional"];
            }),
            At(14, "move a parameter to a header", specimen => Of(specimen, "query"), (_, document, place) =>
            {
                Node(document, place)["in"] = "header";
                return ["request-parameter-in-changed"];
            }),
            At(
                15,
                "change a parameter's type",
                specimen => Of(specimen, "query", "path", "header").Where(place => Simple(specimen, place)),
                (_, document, place) =>
                {
                    var schema = Node(document, place)["schema"]!.AsObject();
                    schema["type"] = schema["type"]!.GetValue<string>() == "boolean" ? "string" : "boolean";
                    return ["request-parameter-type-changed"];
                }),
            At(16, "write a list in another form", specimen => Of(specimen, "query").Where(place => specimen
                .At(place)["schema"]!
                .ToJsonString()
                .Contains("\"array\"", StringComparison.Ordinal)), (_, document, place) =>
            {
                Node(document, place)["explode"] = false;
                return ["request-parameter-explode-changed"];
            }),
            At(
                17,
                "change a parameter's default",
                specimen => Of(specimen, "query").Where(place => Default(specimen, place) is not null),
                (_, document, place) =>
                {
                    Node(document, place)["schema"]!["default"] = "another";
                    return ["request-parameter-default-value-changed"];
                }),
            At(
                17,
                "add a default to a parameter",
                specimen => Of(specimen, "query").Where(place => !HasDefault(specimen, place)),
                (_, document, place) =>
                {
                    Node(document, place)["schema"]!["default"] = "something";
                    return ["request-parameter-default-value-added"];
                }),
            At(28, "make a body optional", specimen => specimen.Bodies, (_, document, place) =>
            {
                Node(document, place + "/requestBody")["required"] = false;
                return ["request-body-became-optional"];
            }),
            At(28, "exchange a body's media type", specimen => specimen.Bodies, (_, document, place) =>
            {
                var content = Node(document, place + "/requestBody/content");
                Rename(content, content.First().Key, "application/cbor");
                return ["request-body-media-type-removed"];
            }),
            At(28, "remove a body", specimen => specimen.Bodies, (_, document, place) =>
            {
                Node(document, place).Remove("requestBody");
                return ["request-body-removed"];
            }),
            At(28, "ask for a body", specimen => specimen.Operations.Except(specimen.Bodies), (_, document, place) =>
            {
                Node(document, place)["requestBody"] = new JsonObject
                {
                    ["required"] = true,
                    ["content"] = new JsonObject
                    {
                        ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } }
                    },
                };
                return ["request-body-added-required"];
            }),
            At(29, "replace a success status", specimen => specimen.Operations, (_, document, place) =>
            {
                var answers = Node(document, place + "/responses");
                Rename(answers, answers.First(answer => answer.Key[0] == '2').Key, "206");
                return ["response-success-status-changed"];
            }),
            At(30, "add a success status", specimen => specimen.Operations, (_, document, place) =>
            {
                Node(document, place + "/responses")["207"] = new JsonObject { ["description"] = "Success" };
                return ["response-success-status-added"];
            }),
            At(31, "add an error status", specimen => specimen.Operations, (_, document, place) =>
            {
                Node(document, place + "/responses")["418"] = new JsonObject { ["description"] = "Error" };
                return ["response-non-success-status-added"];
            }),
            At(
                32,
                "exchange an answer's media type",
                specimen => specimen.Answers.Where(place => specimen.At(place)["content"] is JsonObject { Count: > 0 }),
                (_, document, place) =>
                {
                    var content = Node(document, place + "/content");
                    Rename(content, content.First().Key, "application/cbor");
                    return ["response-media-type-removed"];
                }),
            At(
                44,
                "remove a header",
                specimen => specimen.Answers.Where(place => specimen.At(place)["headers"] is JsonObject { Count: > 0 }),
                (_, document, place) =>
                {
                    var headers = Node(document, place + "/headers");
                    headers.Remove(headers.First().Key);
                    return ["optional-response-header-removed"];
                }),
            At(44, "promise a header", specimen => specimen.Headers, (_, document, place) =>
            {
                Node(document, place)["required"] = true;
                return ["response-header-became-required"];
            }),
        ];

    private static IEnumerable<string> Of(SampleContract specimen, params string[] places)
        => specimen.Parameters.Where(place => places.Contains(specimen.At(place)["in"]!.GetValue<string>()));

    private static IEnumerable<string> Optional(SampleContract specimen, bool optional)
        => Of(specimen, "query", "header").Where(place => (specimen.At(place)["required"]?.GetValue<bool>() != true) == optional);

    private static bool Simple(SampleContract specimen, string place) => specimen.At(place)["schema"]!["type"] is JsonValue;

    private static JsonNode? Default(SampleContract specimen, string place) => specimen.At(place)["schema"]!["default"];

    /// <summary>Whether there is a default anywhere: beside the schema, within its wrapper, or in the component it refers to.</summary>
    private static bool HasDefault(SampleContract specimen, string place)
    {
        var text = specimen.At(place)["schema"]!.ToJsonString();
        return text.Contains("\"default\"", StringComparison.Ordinal) || text.Contains("\"$ref\"", StringComparison.Ordinal);
    }

    private static List<int> Queries(SampleContract specimen, string operation)
    {
        var list = specimen.At(operation)["parameters"]?.AsArray() ?? [];
        return [.. Enumerable.Range(0, list.Count).Where(index => list[index]!["in"]!.GetValue<string>() == "query")];
    }

    private static (JsonArray List, int Index) Item(JsonObject document, string place) => (
        JsonEdits.Find(document, place[..place.LastIndexOf('/')])!.AsArray(),
        int.Parse(place[(place.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture));

    private static string[] Added(JsonObject document, string place, bool required, string id)
    {
        var operation = Node(document, place);
        var list = operation["parameters"] as JsonArray;
        if (list is null)
        {
            operation["parameters"] = list = [];
        }

        list.Add(new JsonObject
        {
            ["name"] = "brand_new",
            ["in"] = "query",
            ["required"] = required,
            ["schema"] = new JsonObject { ["type"] = "string" },
        });
        return [id];
    }
}
