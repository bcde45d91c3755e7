using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Spells schemas in other words.</summary>
internal sealed class SchemaSpeller(JsonObject document, Random random)
{
    private int _extracted;

    public void ExtractSome() => Some((schema, isComponent) =>
    {
        if (isComponent || schema.ContainsKey("$ref"))
        {
            return;
        }

        var name = "Extracted" + (_extracted++).ToString(CultureInfo.InvariantCulture);
        document["components"]!["schemas"]![name] = Take(schema);
        schema["$ref"] = "#/components/schemas/" + name;
    });

    public void InlineSome() => Some((schema, _) =>
    {
        if (schema["$ref"]?.GetValue<string>() is not { } reference)
        {
            return;
        }

        var target = JsonEdits.Find(document, reference[1..])!.AsObject();
        schema.Remove("$ref");
        foreach (var (name, value) in target.Where(entry => entry.Key != "x-name"))
        {
            schema.TryAdd(name, value?.DeepClone());
        }
    });

    public void WrapSome() => Some((schema, _) => schema["allOf"] = new JsonArray(Take(schema)));

    public void SplitSome() => Some((schema, _) =>
    {
        if (schema["properties"] is not JsonObject { Count: > 1 } members || schema.ContainsKey("allOf"))
        {
            return;
        }

        var required = (schema["required"] as JsonArray ?? []).Select(item => item!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var half = members.Count / 2;
        JsonObject Part(IEnumerable<KeyValuePair<string, JsonNode?>> some)
        {
            var list = some.ToList();
            return new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(list.Select(entry => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()))),
                ["required"] = new JsonArray([.. list.Where(entry => required.Contains(entry.Key))
                    .Select(entry => JsonValue.Create(entry.Key))]),
            };
        }

        var parts = new JsonArray(Part(members.Take(half)), Part(members.Skip(half)));
        schema.Remove("properties");
        schema.Remove("required");
        schema["allOf"] = parts;
    });

    public void RespellNulls() => Some((schema, _) =>
    {
        if (schema["type"] is JsonArray types && types.Count == 2 && types.Any(type => type!.GetValue<string>() == "null"))
        {
            var plain = types.Single(type => type!.GetValue<string>() != "null")!.DeepClone();
            var inner = Take(schema);
            inner["type"] = plain;
            schema[random.Next(2) == 0 ? "oneOf" : "anyOf"] = new JsonArray(inner, Null());
            return;
        }

        foreach (var (word, other) in ((string, string)[])[("oneOf", "anyOf"), ("anyOf", "oneOf")])
        {
            if (schema[word] is JsonArray { Count: 2 } cases && cases.Any(IsNull))
            {
                var inner = cases.Single(item => !IsNull(item))!.DeepClone().AsObject();
                schema.Remove(word);
                if (inner["type"] is JsonValue type
                    && !inner.ContainsKey("enum")
                    && inner.All(entry => !schema.ContainsKey(entry.Key))
                    && random.Next(2) == 0)
                {
                    foreach (var (name, value) in inner)
                    {
                        schema[name] = value?.DeepClone();
                    }

                    schema["type"] = new JsonArray("null", type.DeepClone());
                }
                else
                {
                    schema[other] = new JsonArray(Null(), inner);
                }

                return;
            }
        }
    });

    public void RespellConstants() => Some((schema, _) =>
    {
        if (schema["enum"] is JsonArray { Count: 1 } values)
        {
            schema["const"] = values[0]!.DeepClone();
            schema.Remove("enum");
        }
        else if (schema.ContainsKey("const"))
        {
            schema["enum"] = new JsonArray(schema["const"]?.DeepClone());
            schema.Remove("const");
        }
    });

    public void AddWords() => Some((schema, _) =>
    {
        schema["description"] = "In other words.";
        schema["x-remark"] = "Nobody reads this.";
    });

    private static JsonObject Null() => new() { ["type"] = "null" };

    private static bool IsNull(JsonNode? node) => node?["type"]?.ToString() == "null";

    /// <summary>Takes everything out of a schema but the name it has in C#, which belongs to the place.</summary>
    private static JsonObject Take(JsonObject schema)
    {
        var inner = schema.DeepClone().AsObject();
        inner.Remove("x-name");
        foreach (var name in schema.Select(entry => entry.Key).Where(name => name != "x-name").ToList())
        {
            schema.Remove(name);
        }

        return inner;
    }

    private void Some(Action<JsonObject, bool> action)
    {
        foreach (var (schema, isComponent) in Schemas().ToList())
        {
            if (random.Next(3) == 0)
            {
                action(schema, isComponent);
            }
        }
    }

    /// <summary>Every schema of the document, innermost first.</summary>
    private List<(JsonObject Schema, bool IsComponent)> Schemas()
    {
        var found = new List<(JsonObject, bool)>();
        foreach (var (_, item) in document["paths"]!.AsObject())
        {
            foreach (var operation in item!.AsObject().Select(entry => entry.Value).OfType<JsonObject>())
            {
                foreach (var parameter in operation["parameters"] as JsonArray ?? [])
                {
                    Collect(parameter!["schema"], false, found);
                }

                CollectContent(operation["requestBody"], found);
                foreach (var (_, response) in operation["responses"]!.AsObject())
                {
                    CollectContent(response, found);
                }
            }
        }

        foreach (var (_, schema) in document["components"]!["schemas"]!.AsObject())
        {
            Collect(schema, true, found);
        }

        foreach (var (_, response) in document["components"]!["responses"]?.AsObject() ?? [])
        {
            CollectContent(response, found);
        }

        return found;
    }

    private static void CollectContent(JsonNode? holder, List<(JsonObject, bool)> found)
    {
        foreach (var (_, media) in holder?["content"]?.AsObject() ?? [])
        {
            Collect(media!["schema"], false, found);
        }
    }

    private static void Collect(JsonNode? node, bool isComponent, List<(JsonObject, bool)> found)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        foreach (var (_, member) in schema["properties"]?.AsObject() ?? [])
        {
            Collect(member, false, found);
        }

        Collect(schema["items"], false, found);
        Collect(schema["additionalProperties"], false, found);
        foreach (var word in (string[])["oneOf", "anyOf", "allOf"])
        {
            foreach (var item in schema[word] as JsonArray ?? [])
            {
                // The null of a union stays what it is: behind a reference nobody would know it.
                if (!IsNull(item))
                {
                    Collect(item, false, found);
                }
            }
        }

        found.Add((schema, isComponent));
    }
}
