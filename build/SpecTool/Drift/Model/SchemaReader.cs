using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Brings the schemas of one document into normal form.</summary>
internal sealed class SchemaReader(ReferenceResolver references)
{
    private const int DeepestChain = 64;
    private const int MostMerges = 200_000;

    private readonly Dictionary<string, SchemaUse> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _flat = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reading = new(StringComparer.Ordinal);
    private int _merges;

    /// <summary>The schema of anything at all.</summary>
    public static SchemaUse Anything(string pointer) => new(pointer, SchemaBuilder.Any(pointer), false, Annotations.None);

    /// <summary>Reads the schema that stands at <paramref name="pointer"/>.</summary>
    public SchemaUse Read(JsonNode? node, string pointer) => Read(node, pointer, null, 0);

    private SchemaUse Read(JsonNode? node, string pointer, ComponentName? name, int depth)
    {
        if (depth > DeepestChain)
        {
            throw new ContractException($"The schema at {pointer} refers to itself without end.");
        }

        if (node is not JsonObject schema)
        {
            return new SchemaUse(pointer, SchemaBuilder.Literal(pointer, node), false, Annotations.None);
        }

        if (SchemaSpelling.Reference(schema) is var (word, reference))
        {
            return SchemaSpelling.HasStructureBeside(schema, word)
                ? Inline(Merged(schema, word, [schema], pointer, depth), pointer, name)
                : Through(schema, Component(reference, pointer, depth), pointer, false);
        }

        if (schema.List("allOf") is { Count: > 0 } parts)
        {
            return parts.Count == 1 && !SchemaSpelling.HasStructureBeside(schema, "allOf")
                ? Through(schema, Read(parts[0], Pointers.Join(Pointers.Join(pointer, "allOf"), 0), name, depth + 1), pointer, false)
                : Inline(Merged(schema, "allOf", parts, pointer, depth), pointer, name);
        }

        return Union(schema, pointer, name, depth) ?? Inline(schema, pointer, name);
    }

    private SchemaUse? Union(JsonObject schema, string pointer, ComponentName? name, int depth)
    {
        foreach (var word in (string[])["oneOf", "anyOf"])
        {
            if (schema.List(word) is not { Count: > 0 } union)
            {
                continue;
            }

            var (cases, nullable) = SchemaSpelling.Alternatives(union);
            if (cases.Count != 1)
            {
                continue;
            }

            var only = cases[0];
            if (!SchemaSpelling.HasStructureBeside(schema, word))
            {
                var inner = Read(only.Node, Pointers.Join(Pointers.Join(pointer, word), only.Index), name, depth + 1);
                return Through(schema, inner, pointer, nullable);
            }

            var merged = Read(Merged(schema, word, [only.Node], pointer, depth), pointer, name, depth + 1);
            return merged with { NullableHere = merged.NullableHere || nullable };
        }

        return null;
    }

    /// <summary>What a wrapper adds to the schema inside it; the place keeps the wrapper's pointer.</summary>
    private static SchemaUse Through(JsonObject wrapper, SchemaUse inner, string pointer, bool nullable)
    {
        var own = SchemaBuilder.ReadAnnotations(wrapper);
        var here = new Annotations(
            own.Default ?? inner.Here.Default,
            own.ReadOnly || inner.Here.ReadOnly,
            own.WriteOnly || inner.Here.WriteOnly,
            own.Deprecated || inner.Here.Deprecated,
            own.Text ?? inner.Here.Text,
            own.Example ?? inner.Here.Example);
        return new SchemaUse(
            pointer,
            inner.Target,
            nullable || inner.NullableHere || wrapper.Flag("nullable") == true,
            here);
    }

    private SchemaUse Inline(JsonObject schema, string pointer, ComponentName? name)
        => new(pointer, new SchemaBuilder(this, schema, pointer, name).Build(), false, Annotations.None);

    private SchemaUse Component(string reference, string from, int depth)
    {
        var (target, pointer) = references.Resolve(reference, from);
        if (_components.TryGetValue(pointer, out var known))
        {
            return known;
        }

        if (!_reading.Add(pointer))
        {
            throw new ContractException($"The schema {reference} consists of nothing but a reference to itself.");
        }

        var use = Read(target, pointer, ComponentName.Of(pointer, target), depth + 1);
        _reading.Remove(pointer);
        return _components[pointer] = use;
    }

    /// <summary>One schema that demands what all parts and the rest of <paramref name="schema"/> demand.</summary>
    private JsonObject Merged(JsonObject schema, string word, IEnumerable<JsonNode?> parts, string pointer, int depth)
    {
        if (depth > DeepestChain)
        {
            throw new ContractException($"A schema with {word} refers to itself without end.");
        }

        var target = new JsonObject();
        foreach (var part in parts)
        {
            var layer = word is "$ref" or "$dynamicRef" ? Target(schema, pointer, depth)
                : part is JsonObject inner ? Flattened(inner, pointer, depth + 1)
                : SchemaMerger.Literal(part);
            Merge(target, layer);
        }

        var rest = (JsonObject)schema.DeepClone();
        rest.Remove(word);
        Merge(target, rest);
        return target;
    }

    private void Merge(JsonObject target, JsonObject layer)
    {
        if (++_merges > MostMerges)
        {
            throw new ContractException("The schemas combine one another without end.");
        }

        SchemaMerger.Merge(target, layer);
    }

    /// <summary>What a reference leads to, flattened; each target once.</summary>
    private JsonObject Target(JsonObject holder, string pointer, int depth)
    {
        var (target, place) = references.Resolve(SchemaSpelling.Reference(holder)!.Value.Reference, pointer);
        if (!_flat.TryGetValue(place, out var flat))
        {
            _flat[place] = flat = target is JsonObject schema ? Flattened(schema, place, depth + 1) : SchemaMerger.Literal(target);
        }

        return flat;
    }

    private JsonObject Flattened(JsonObject part, string pointer, int depth)
    {
        if (SchemaSpelling.Reference(part) is var (word, _))
        {
            return Merged(part, word, [part], pointer, depth);
        }

        return part.List("allOf") is { Count: > 0 } parts ? Merged(part, "allOf", parts, pointer, depth) : part;
    }
}

/// <summary>The name of a component and of the C# type made from it.</summary>
/// <param name="Key">The component's name.</param>
/// <param name="SdkName">The type's name.</param>
internal sealed record ComponentName(string Key, string SdkName)
{
    private const string Components = "/components/schemas/";

    public static ComponentName? Of(string pointer, JsonNode schema)
    {
        if (!pointer.StartsWith(Components, StringComparison.Ordinal) || pointer.IndexOf('/', Components.Length) >= 0)
        {
            return null;
        }

        var key = Pointers.Split(pointer).Last();
        return new ComponentName(key, SdkNames.Type(key, schema as JsonObject));
    }
}
