using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Prepare;

/// <summary>Finds what a document leaves open: unions without a chosen type, free-form values, and schemas nothing uses.</summary>
internal static class Undecided
{
    public static IReadOnlyList<PrepareFinding> Find(JsonObject document)
    {
        var findings = new List<PrepareFinding>();
        Walk(document["paths"], JsonPointer.Root.Child("paths"), findings);
        Walk(document["components"], JsonPointer.Root.Child("components"), findings);
        Unused(document, findings);
        return findings;
    }

    private static void Walk(JsonNode? node, JsonPointer place, List<PrepareFinding> findings)
    {
        switch (node)
        {
            case JsonObject members:
                Look(members, place, findings);
                foreach (var (name, value) in members)
                {
                    Walk(value, place.Child(name), findings);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    Walk(items[index], place.Child(index), findings);
                }

                break;
        }
    }

    private static void Look(JsonObject members, JsonPointer place, List<PrepareFinding> findings)
    {
        if (members.ContainsKey("x-any-json"))
        {
            return;
        }

        if (!members.ContainsKey("x-type") && (members["oneOf"] ?? members["anyOf"]) is JsonArray union)
        {
            var branches = union.Count(branch => CheckContext.TextOf((branch as JsonObject)?["type"]) != "null");
            if (branches > 1)
            {
                findings.Add(new PrepareFinding(place, $"A union of {branches} types: it is read as any JSON."));
            }
        }

        if (members["schema"] is JsonObject { Count: 0 })
        {
            findings.Add(new PrepareFinding(place.Child("schema"), "A schema that says nothing: it is read as any JSON."));
        }

        if (CheckContext.TextOf(members["type"]) == "object"
            && !members.ContainsKey("properties")
            && !members.ContainsKey("additionalProperties"))
        {
            findings.Add(new PrepareFinding(place, "An object without members: it is read as free-form JSON."));
        }

        if (members["additionalProperties"] is JsonObject { Count: 0 } or JsonValue
            && (members["additionalProperties"] as JsonValue)?.GetValueKind() is not JsonValueKind.False)
        {
            findings.Add(new PrepareFinding(place, "A map of anything: it is read as free-form JSON."));
        }
    }

    private static void Unused(JsonObject document, List<PrepareFinding> findings)
    {
        if (document["components"]?["schemas"] is not JsonObject schemas)
        {
            return;
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<JsonNode?>(
            ((string[])["responses", "headers", "parameters", "requestBodies"]).Select(section => document["components"]?[section])
                .Prepend(document["paths"]));
        while (waiting.TryDequeue(out var node))
        {
            foreach (var reference in References(node))
            {
                if (used.Add(reference))
                {
                    waiting.Enqueue(schemas[reference]);
                }
            }
        }

        findings.AddRange(schemas.Where(schema => !used.Contains(schema.Key))
            .Select(schema => new PrepareFinding(
                JsonPointer.Root.Child("components").Child("schemas").Child(schema.Key), "No operation uses this schema.")));
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member =>
            member.Key == "$ref" && CheckContext.TextOf(member.Value) is { } text ? [text.Split('/')[^1]] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
