using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Updating;

/// <summary>
/// Takes the words out of a published document: the project explains the API in its own words, and a pinned document must
/// not change because the server's authors found better ones. What OpenAPI demands stays: the title, and a word for every answer.
/// </summary>
public static class Structure
{
    // Objects whose member names are data: a property may be called "description".
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "paths", "properties", "patternProperties", "$defs", "schemas", "responses", "parameters", "examples", "requestBodies",
        "headers", "securitySchemes", "links", "callbacks", "pathItems", "content", "encoding", "variables", "mapping", "scopes",
        "dependentRequired", "dependentSchemas",
    };

    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "description", "summary", "title", "example", "examples", "externalDocs", "termsOfService", "contact", "license",
        "x-tagGroups", "x-logo", "x-displayName",
    };

    /// <summary>The document without its words.</summary>
    /// <param name="document">The document; it is not changed.</param>
    public static JsonObject Of(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var bare = Strip(document);
        if (document["info"]?["title"] is { } title && bare["info"] is JsonObject info)
        {
            info.Insert(0, "title", title.DeepClone());
        }

        return bare;
    }

    private static JsonObject Strip(JsonObject node)
    {
        var bare = new JsonObject();
        foreach (var (name, value) in node)
        {
            if (Words.Contains(name) && !IsData(name, value))
            {
                continue;
            }

            bare[name] = name switch
            {
                "responses" when value is JsonObject answers => Answers(answers),
                "default" or "enum" or "const" => value?.DeepClone(),
                _ when Maps.Contains(name) && value is JsonObject map => Map(map),
                _ => Inside(value),
            };
        }

        return bare;
    }

    /// <summary>Whether a member only looks like a word: a schema under that name is a property.</summary>
    private static bool IsData(string name, JsonNode? value) => name is "title" or "description" or "summary" && value is JsonObject;

    private static JsonNode? Inside(JsonNode? value) => value switch
    {
        JsonObject map => Strip(map),
        JsonArray list => new JsonArray([.. list.Select(Inside)]),
        _ => value?.DeepClone(),
    };

    private static JsonObject Map(JsonObject map)
        => new(map.Select(entry => KeyValuePair.Create(entry.Key, Inside(entry.Value))));

    private static JsonObject Answers(JsonObject answers) => new(answers.Select(entry =>
    {
        var answer = Inside(entry.Value);
        if (answer is JsonObject bare && !bare.ContainsKey("$ref"))
        {
            bare["description"] = entry.Key.StartsWith('2') || entry.Key.StartsWith('1') ? "Success" : "Error";
        }

        return KeyValuePair.Create(entry.Key, answer);
    }));
}
