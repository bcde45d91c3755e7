using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Which members of a schema say something about its structure, and the several ways to say "or null".</summary>
internal static class SchemaSpelling
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title", "description", "summary", "default", "example", "examples", "deprecated", "readOnly", "writeOnly",
        "externalDocs", "xml", "$comment", "$id", "$schema", "$anchor", "$dynamicAnchor", "$defs", "$vocabulary",
    };

    /// <summary>The reference a schema is made of, and the keyword it stands under.</summary>
    public static (string Word, string Reference)? Reference(JsonObject schema)
        => schema.Text("$ref") is { } reference ? ("$ref", reference)
        : schema.Text("$dynamicRef") is { } dynamic ? ("$dynamicRef", dynamic)
        : null;

    /// <summary>Whether anything but <paramref name="except"/> shapes the schema.</summary>
    public static bool HasStructureBeside(JsonObject schema, string except)
        => schema.Any(member => member.Key != except && IsStructure(member.Key, member.Value));

    /// <summary>The alternatives of a union without its null, and whether there was one.</summary>
    public static (List<(JsonNode Node, int Index)> Cases, bool Nullable) Alternatives(JsonArray union)
    {
        var cases = new List<(JsonNode, int)>();
        var nullable = false;
        for (var index = 0; index < union.Count; index++)
        {
            if (union[index] is { } node && !IsNull(node))
            {
                cases.Add((node, index));
            }
            else
            {
                nullable = true;
            }
        }

        return (cases, nullable);
    }

    private static bool IsStructure(string name, JsonNode? value) => name switch
    {
        _ when name.StartsWith("x-", StringComparison.Ordinal) => false,
        "nullable" => false,
        _ => !Annotations.Contains(name) && value is not null,
    };

    private static bool IsNull(JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return false;
        }

        var types = schema.Texts("type");
        if (types.Count > 0)
        {
            return types.All(type => type == "null");
        }

        return schema.ContainsKey("const") && schema["const"] is null
            || schema["enum"] is JsonArray { Count: > 0 } values && values.All(value => value is null);
    }
}
