using System.Text.Json.Nodes;

namespace Valentina.Tests.Shared.Schemas;

/// <summary>What a real server demands or allows beyond the keywords of JSON Schema, said in those keywords.</summary>
/// <param name="Name">The rule in a few words.</param>
/// <param name="Reason">Why the plain keyword would be wrong.</param>
/// <param name="Apply">Rewrites one schema object; it is called for every schema, inner ones first.</param>
public sealed record ServerRule(string Name, string Reason, Action<JsonObject> Apply)
{
    /// <summary>A member is given when it is neither missing, null nor blank.</summary>
    private const string Given = """{"not":{"anyOf":[{"type":"null"},{"type":"string","pattern":"^\\s*$"}]}}""";

    /// <summary>The rules that hold for requests and answers.</summary>
    public static IReadOnlyList<ServerRule> Always { get; } =
    [
        new(
            "an open enumeration takes every value",
            "the service reads the text and decides later whether it knows it (x-extensible-enum)",
            static schema => schema.RemoveIf("enum", (bool?)schema["x-extensible-enum"] == true)),
        new(
            "an empty text is taken for none",
            "the server looks at the least length only when there is a text (x-allow-empty)",
            static schema =>
            {
                if ((bool?)schema["x-allow-empty"] == true && schema["minLength"] is { } least)
                {
                    schema.Remove("minLength");
                    schema["anyOf"] = new JsonArray(new JsonObject { ["maxLength"] = 0 }, new JsonObject { ["minLength"] = least });
                }
            }),
        new(
            "rules over several members",
            "they stand in the server's code and come back as a 400 (x-rules)",
            static schema =>
            {
                if (schema["x-rules"] is JsonArray rules)
                {
                    schema["allOf"] = new JsonArray([.. rules.Select(rule => AsSchema(rule!.AsObject()))]);
                }
            }),
    ];

    /// <summary>Members that the document does not declare are errors.</summary>
    public static ServerRule Closed { get; } = new(
        "undeclared members are errors",
        "servers ignore them in requests, but an answer that has one shows that the document misses it",
        static schema =>
        {
            if (schema["properties"] is JsonObject && schema["additionalProperties"] is null)
            {
                schema["additionalProperties"] = false;
            }
        });

    private static JsonObject Each(List<string> members, JsonObject schema)
        => new(members.Select(member => KeyValuePair.Create(member, (JsonNode?)schema.DeepClone())));

    private static JsonNode AsSchema(JsonObject rule)
    {
        var members = rule["members"]!.AsArray().Select(member => (string)member!).ToList();
        return (string?)rule["rule"] switch
        {
            "at-least-one" => new JsonObject { ["anyOf"] = new JsonArray([.. members.Select(IsGiven)]) },
            "keys" => new JsonObject
            {
                ["propertyNames"] = new JsonObject { ["enum"] = new JsonArray([.. members.Select(member => (JsonNode)member)]) },
            },
            "absent-when" => new JsonObject
            {
                ["if"] = Is((string)rule["when"]!["member"]!, rule["when"]!["value"]),
                ["then"] = new JsonObject { ["properties"] = Each(members, new JsonObject { ["type"] = "null" }) },
            },
            "not-null-when" => new JsonObject
            {
                ["if"] = Is((string)rule["when"]!["member"]!, rule["when"]!["value"]),
                ["then"] = new JsonObject
                {
                    ["properties"] = Each(members, new JsonObject { ["not"] = new JsonObject { ["type"] = "null" } }),
                },
            },
            "required-when" => new JsonObject
            {
                ["if"] = Is((string)rule["when"]!["member"]!, rule["when"]!["value"]),
                ["then"] = new JsonObject { ["allOf"] = new JsonArray([.. members.Select(IsGiven)]) },
            },
            // The others are about members that lists name, which no keyword can say.
            _ => true,
        };
    }

    private static JsonNode IsGiven(string member) => new JsonObject
    {
        ["required"] = new JsonArray(member),
        ["properties"] = new JsonObject { [member] = JsonNode.Parse(Given) },
    };

    private static JsonObject Is(string member, JsonNode? value) => new()
    {
        ["required"] = new JsonArray(member),
        ["properties"] = new JsonObject { [member] = new JsonObject { ["const"] = value?.DeepClone() } },
    };
}

internal static class JsonObjectExtensions
{
    public static void RemoveIf(this JsonObject schema, string keyword, bool condition)
    {
        if (condition)
        {
            schema.Remove(keyword);
        }
    }
}
