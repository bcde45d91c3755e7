using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.View;

namespace Valentina.SpecTool.Tools;

/// <summary>Makes the schemas of arguments: parameters and the members of a body in one object, without references.</summary>
internal sealed class ToolSchemas(JsonObject prepared, JsonObject texts)
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>What of a schema says something to a model.</summary>
    private static readonly string[] Kept =
        ["type", "format", "enum", "default", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

    public JsonObject Arguments(OperationSource operation)
    {
        var members = new JsonObject();
        var required = new JsonArray();
        foreach (var parameter in operation.Parameters.Where(static one => one.In is "path" or "query" && one.Name != "company_id"))
        {
            var schema = Inline(parameter.Node["schema"], parameter.Pointer);
            Describe(schema, Text("operations", operation.Id, "parameters", parameter.Name) ?? Text("parameters", parameter.Name));
            members[parameter.Name] = schema;
            if ((bool?)parameter.Node["required"] == true)
            {
                required.Add(parameter.Name);
            }
        }

        if (operation.Body is { } body)
        {
            AddBody(members, required, body);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = members, ["required"] = required, ["additionalProperties"] = false };
    }

    private void AddBody(JsonObject members, JsonArray required, BodySource body)
    {
        var reference = JsonRead.String(body.Schema?["$ref"], body.Pointer);
        var (key, schema) = Component(reference, body.Pointer);
        foreach (var (name, member) in JsonRead.Object(schema["properties"], body.Pointer))
        {
            var written = Inline(member, body.Pointer);
            Describe(written, Text("schemas", key, "properties", name));
            members[name] = written;
        }

        foreach (var name in schema["required"] as JsonArray ?? [])
        {
            required.Add((string)name!);
        }
    }

    /// <summary>The schema without references. Null is left out: a model that has nothing to say leaves the argument out.</summary>
    private JsonObject Inline(JsonNode? node, string pointer)
    {
        var schema = JsonRead.Object(node, pointer);
        if ((string?)schema["$ref"] is { } reference)
        {
            return Inline(Component(reference, pointer).Schema, pointer);
        }

        if (schema["oneOf"] is JsonArray alternatives)
        {
            var real = alternatives.Where(static one => (string?)one?["type"] != "null").ToList();
            return real.Count == 1 ? Inline(real[0], pointer) : throw SpecException.At(pointer, "one alternative beside null is expected");
        }

        var written = new JsonObject();
        foreach (var keyword in Kept)
        {
            if (schema[keyword] is { } value)
            {
                written[keyword] = value.DeepClone();
            }
        }

        if (schema["items"] is { } items)
        {
            written["items"] = Inline(items, pointer);
        }

        return written;
    }

    private (string Key, JsonObject Schema) Component(string reference, string pointer)
    {
        var key = reference.StartsWith(Prefix, StringComparison.Ordinal)
            ? reference[Prefix.Length..]
            : throw SpecException.At(pointer, "a reference to a schema is expected");
        return (key, JsonRead.Object(prepared["components"]?["schemas"]?[key], pointer));
    }

    private static void Describe(JsonObject schema, string? text)
    {
        if (text is not null)
        {
            schema["description"] = text;
        }
    }

    private string? Text(params ReadOnlySpan<string> path)
    {
        JsonNode? node = texts;
        foreach (var step in path)
        {
            node = (node as JsonObject)?[step];
        }

        return (string?)node is { } text ? ToolsWriter.Plain(text) : null;
    }
}
