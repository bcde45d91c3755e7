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
                8, "add a required parameter", sample => sample.Operations,
                (_, document, place) => Added(document, place, true, "new-required-request-parameter")),
            At(
                9, "add an optional parameter", sample => sample.Operations,
                (_, document, place) => Added(document, place, false, "new-optional-request-parameter")),
            At(
                10,
                "swap two parameters",
                sample => sample.Operations.Where(place => Queries(sample, place).Count > 1),
                (sample, document, place) =>
                {
                    var list = Node(document, place)["parameters"]!.AsArray();
                    var (one, other) = (Queries(sample, place)[0], Queries(sample, place)[1]);
                    var moved = list[other];
                    list.RemoveAt(other);
                    list.Insert(one, moved);
                    return ["request-parameter-order-changed"];
                }),
            At(11, "remove a parameter", sample => Of(sample, "query", "header"), (_, document, place) =>
            {
                var (list, index) = Item(document, place);
                list.RemoveAt(index);
                return ["request-parameter-removed"];
            }),
            At(12, "make a parameter required", sample => Optional(sample, true), (_, document, place) =>
            {
                Node(document, place)["required"] = true;
                return ["request-parameter-became-required"];
            }),
            At(13, "make a parameter optional", sample => Optional(sample, false), (_, document, place) =>
            {
                Node(document, place)["required"] = false;
                return ["request-parameter-became-optional"];
            }),
            At(14, "move a parameter to a header", sample => Of(sample, "query"), (_, document, place) =>
            {
                Node(document, place)["in"] = "header";
                return ["request-parameter-in-changed"];
            }),
            At(
                15,
                "change a parameter's type",
                sample => Of(sample, "query", "path", "header").Where(place => Simple(sample, place)),
                (_, document, place) =>
                {
                    var schema = Node(document, place)["schema"]!.AsObject();
                    schema["type"] = schema["type"]!.GetValue<string>() == "boolean" ? "string" : "boolean";
                    return ["request-parameter-type-changed"];
                }),
            At(16, "write a list in another form", sample => Of(sample, "query").Where(place => sample
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
                sample => Of(sample, "query").Where(place => Default(sample, place) is not null),
                (_, document, place) =>
                {
                    Node(document, place)["schema"]!["default"] = "another";
                    return ["request-parameter-default-value-changed"];
                }),
            At(
                17,
                "add a default to a parameter",
                sample => Of(sample, "query").Where(place => !HasDefault(sample, place)),
                (_, document, place) =>
                {
                    Node(document, place)["schema"]!["default"] = "something";
                    return ["request-parameter-default-value-added"];
                }),
            At(28, "make a body optional", sample => sample.Bodies, (_, document, place) =>
            {
                Node(document, place + "/requestBody")["required"] = false;
                return ["request-body-became-optional"];
            }),
            At(28, "exchange a body's media type", sample => sample.Bodies, (_, document, place) =>
            {
                var content = Node(document, place + "/requestBody/content");
                Rename(content, content.First().Key, "application/cbor");
                return ["request-body-media-type-removed"];
            }),
            At(28, "remove a body", sample => sample.Bodies, (_, document, place) =>
            {
                Node(document, place).Remove("requestBody");
                return ["request-body-removed"];
            }),
            At(28, "ask for a body", sample => sample.Operations.Except(sample.Bodies), (_, document, place) =>
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
            At(29, "replace a success status", sample => sample.Operations, (_, document, place) =>
            {
                var answers = Node(document, place + "/responses");
                Rename(answers, answers.First(answer => answer.Key[0] == '2').Key, "206");
                return ["response-success-status-changed"];
            }),
            At(30, "add a success status", sample => sample.Operations, (_, document, place) =>
            {
                Node(document, place + "/responses")["207"] = new JsonObject { ["description"] = "Success" };
                return ["response-success-status-added"];
            }),
            At(31, "add an error status", sample => sample.Operations, (_, document, place) =>
            {
                Node(document, place + "/responses")["418"] = new JsonObject { ["description"] = "Error" };
                return ["response-non-success-status-added"];
            }),
            At(
                32,
                "exchange an answer's media type",
                sample => sample.Answers.Where(place => sample.At(place)["content"] is JsonObject { Count: > 0 }),
                (_, document, place) =>
                {
                    var content = Node(document, place + "/content");
                    Rename(content, content.First().Key, "application/cbor");
                    return ["response-media-type-removed"];
                }),
            At(
                44,
                "remove a header",
                sample => sample.Answers.Where(place => sample.At(place)["headers"] is JsonObject { Count: > 0 }),
                (_, document, place) =>
                {
                    var headers = Node(document, place + "/headers");
                    headers.Remove(headers.First().Key);
                    return ["optional-response-header-removed"];
                }),
            At(44, "promise a header", sample => sample.Headers, (_, document, place) =>
            {
                Node(document, place)["required"] = true;
                return ["response-header-became-required"];
            }),
        ];

    private static IEnumerable<string> Of(SampleContract sample, params string[] places)
        => sample.Parameters.Where(place => places.Contains(sample.At(place)["in"]!.GetValue<string>()));

    private static IEnumerable<string> Optional(SampleContract sample, bool optional)
        => Of(sample, "query", "header").Where(place => (sample.At(place)["required"]?.GetValue<bool>() != true) == optional);

    private static bool Simple(SampleContract sample, string place) => sample.At(place)["schema"]!["type"] is JsonValue;

    private static JsonNode? Default(SampleContract sample, string place) => sample.At(place)["schema"]!["default"];

    /// <summary>Whether there is a default anywhere: beside the schema, within its wrapper, or in the component it refers to.</summary>
    private static bool HasDefault(SampleContract sample, string place)
    {
        var text = sample.At(place)["schema"]!.ToJsonString();
        return text.Contains("\"default\"", StringComparison.Ordinal) || text.Contains("\"$ref\"", StringComparison.Ordinal);
    }

    private static List<int> Queries(SampleContract sample, string operation)
    {
        var list = sample.At(operation)["parameters"]?.AsArray() ?? [];
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
