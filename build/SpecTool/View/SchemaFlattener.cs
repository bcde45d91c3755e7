using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>Writes an <c>allOf</c> as one schema, which says everything its parts say, and remembers where each member came from.</summary>
internal sealed class SchemaFlattener(Func<string, string, JsonObject> component, ViewReport report)
{
    private const int Deepest = 32;

    /// <summary>What a schema says about itself rather than about its values; it stays with the part that says it.</summary>
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "title", "description", "example", "examples", "externalDocs", "xml", "$comment", "deprecated", "readOnly", "writeOnly", "default",
        "discriminator", "nullable", "x-name", "x-own-text",
    };

    private readonly Dictionary<JsonObject, FlatSchema> _flat = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a schema only annotates others, as beside the one part of an <c>allOf</c> that says what the value is.</summary>
    public static bool OnlyAnnotates(IEnumerable<KeyValuePair<string, JsonNode?>> schema)
        => schema.All(member => Annotations.Contains(member.Key) || member.Key.StartsWith("x-", StringComparison.Ordinal));

    /// <summary>One schema for all parts.</summary>
    /// <exception cref="SpecException">The parts contradict each other, or lead round in a circle.</exception>
    public FlatSchema Flatten(JsonObject schema, string pointer)
    {
        if (!_flat.TryGetValue(schema, out var flat))
        {
            var origins = new Dictionary<string, string>(StringComparer.Ordinal);
            _flat[schema] = flat = new FlatSchema(schema, Merge(schema, pointer, origins, pointer, 0), origins);
        }

        return flat;
    }

    private JsonObject Merge(JsonObject schema, string pointer, Dictionary<string, string> origins, string whole, int depth)
    {
        if (depth > Deepest)
        {
            throw SpecException.At(whole, "the parts of this schema lead round in a circle", Cures.AnyJson(whole));
        }

        var target = new JsonObject();
        if (CheckContext.TextOf(schema["$ref"]) is { } reference)
        {
            var key = SchemaResolver.KeyOf(reference, pointer);
            var place = JsonRead.Step("/components/schemas", key);
            target = Merge(component(key, pointer + "/$ref"), place, origins, whole, depth + 1);
            foreach (var name in Annotations)
            {
                if (target.Remove(name) && name == "discriminator")
                {
                    report.Drop(place + "/discriminator", "a part of another schema is read as what that one says");
                }
            }
        }

        var parts = schema["allOf"] as JsonArray ?? [];
        for (var i = 0; i < parts.Count; i++)
        {
            var at = $"{pointer}/allOf/{i}";
            if (parts[i] is JsonObject part)
            {
                Add(target, Merge(part, at, origins, whole, depth + 1), at, whole);
            }
        }

        var rest = (JsonObject)schema.DeepClone();
        rest.Remove("$ref");
        rest.Remove("allOf");
        foreach (var (name, _) in rest["properties"] as JsonObject ?? [])
        {
            origins.TryAdd(name, JsonRead.Step(pointer + "/properties", name));
        }

        Add(target, rest, pointer, whole);
        return target;
    }

    private static void Add(JsonObject target, JsonObject layer, string pointer, string whole)
    {
        var mine = SchemaMerger.TypeNames(target["type"]);
        var theirs = SchemaMerger.TypeNames(layer["type"]);
        if (mine.Count > 0 && theirs.Count > 0 && !theirs.Any(type => mine.Contains(type) || IsNumber(type, mine)))
        {
            throw SpecException.At(
                pointer + "/type", $"no value is both {string.Join(" or ", mine)} and {string.Join(" or ", theirs)}", Cures.AnyJson(whole));
        }

        SchemaMerger.Merge(target, layer);
        if (target.ContainsKey(SchemaMerger.Conjuncts))
        {
            throw SpecException.At(pointer, "two parts of this schema have conditions that no one schema can have", Cures.AnyJson(whole));
        }
    }

    private static bool IsNumber(string type, IReadOnlyList<string> others)
        => (type == "integer" && others.Contains("number")) || (type == "number" && others.Contains("integer"));
}

/// <summary>A schema without <c>allOf</c>.</summary>
/// <param name="Source">The schema with it.</param>
/// <param name="Node">What all its parts say together.</param>
/// <param name="Origins">Where each member is declared.</param>
internal sealed record FlatSchema(JsonObject Source, JsonObject Node, IReadOnlyDictionary<string, string> Origins);
