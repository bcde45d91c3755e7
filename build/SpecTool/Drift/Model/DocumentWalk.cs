using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Goes through a document and tells its structure from the data in it.</summary>
internal static class DocumentWalk
{
    // Objects whose member names are data: a property may be called "example".
    private static readonly HashSet<string> Maps = new(StringComparer.Ordinal)
    {
        "paths", "webhooks", "properties", "patternProperties", "$defs", "definitions", "schemas", "responses", "parameters",
        "requestBodies", "headers", "securitySchemes", "links", "callbacks", "pathItems", "content", "encoding", "dependentSchemas",
    };

    private static readonly HashSet<string> Data = new(StringComparer.Ordinal) { "example", "examples", "default", "enum", "const" };

    /// <summary>Every object of the document with its pointer; values of examples, defaults and enums are none of them.</summary>
    public static IEnumerable<(JsonObject Node, string Pointer)> Objects(JsonNode? root)
    {
        var open = new Stack<(JsonNode? Node, string Pointer, bool IsMap)>();
        open.Push((root, "", false));
        while (open.TryPop(out var entry))
        {
            switch (entry.Node)
            {
                case JsonArray list:
                    for (var index = 0; index < list.Count; index++)
                    {
                        open.Push((list[index], Pointers.Join(entry.Pointer, index), false));
                    }

                    break;
                case JsonObject map:
                    if (!entry.IsMap)
                    {
                        yield return (map, entry.Pointer);
                    }

                    foreach (var (name, value) in map.Where(member => entry.IsMap || !Data.Contains(member.Key)).ToList())
                    {
                        open.Push((value, Pointers.Join(entry.Pointer, name), !entry.IsMap && Maps.Contains(name)));
                    }

                    break;
            }
        }
    }

    /// <summary>Every object that refers to another.</summary>
    public static IEnumerable<(JsonObject Node, string Reference, string Pointer)> References(JsonNode? root) => Objects(root)
        .Select(entry => (entry.Node, Reference: entry.Node.Text("$ref") ?? "", entry.Pointer))
        .Where(entry => entry.Reference.Length > 0);
}
