using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>What the keywords of one schema say before it is resolved.</summary>
internal static class SchemaKeywords
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$ref", "type", "format", "enum", "const", "oneOf", "anyOf", "allOf", "items", "properties", "required",
        "additionalProperties", "default", "title", "description", "example", "examples", "deprecated", "readOnly", "writeOnly",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "contentMediaType", "contentEncoding",
        "nullable", "discriminator", "externalDocs", "xml", "$comment", "summary",
    };

    /// <summary>What only demands something of a value and does not say what it is.</summary>
    private static readonly HashSet<string> Demands = new(StringComparer.Ordinal) { "required", "title", "description" };

    /// <summary>Refuses what nobody understands.</summary>
    public static void Check(JsonObject node, string pointer)
    {
        foreach (var (keyword, _) in node)
        {
            if (!Known.Contains(keyword) && !keyword.StartsWith("x-", StringComparison.Ordinal))
            {
                var at = JsonRead.Step(pointer, keyword);
                throw SpecException.At(at, "this keyword of JSON Schema is not understood", Cures.Remove(at));
            }
        }
    }

    /// <summary>Whether the overlay made it free JSON. A map of anything stays a map, which is free enough.</summary>
    public static bool IsFree(JsonObject node)
        => JsonRead.Flag(node, "x-any-json")
            && !(node["type"]?.ToString() == "object" && !node.ContainsKey("properties") && !node.ContainsKey("allOf")
                && !node.ContainsKey("oneOf") && !node.ContainsKey("anyOf"));

    /// <summary>Whether null is one branch of its union.</summary>
    public static bool HasNullBranch(JsonObject node)
        => (node["anyOf"] ?? node["oneOf"]) is JsonArray branches
            && branches.Any(static branch => (branch as JsonObject)?["type"] is JsonValue type && type.ToString() == "null");

    /// <summary>Whether a union only demands that some members are there.</summary>
    public static bool OnlyDemands(JsonNode? union)
        => union is JsonArray branches && branches.All(branch => branch is JsonObject one && one.All(m => Demands.Contains(m.Key)));
}
