using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Brings the schemas of one document into normal form.</summary>
internal sealed class SchemaReader(JsonObject root)
{
    private const int DeepestChain = 64;

    private readonly Dictionary<string, SchemaUse> _components = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reading = new(StringComparer.Ordinal);

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

        if (schema.Text("$ref") is { } reference)
        {
            return SchemaSpelling.HasStructureBeside(schema, "$ref")
                ? Inline(Merged(schema, "$ref", [Resolve(reference, pointer)], depth), pointer, name)
                : Through(schema, Component(reference, pointer, depth), pointer, false);
        }

        if (schema.List("allOf") is { Count: > 0 } parts)
        {
            return parts.Count == 1 && !SchemaSpelling.HasStructureBeside(schema, "allOf")
                ? Through(schema, Read(parts[0], Pointers.Join(Pointers.Join(pointer, "allOf"), 0), name, depth + 1), pointer, false)
                : Inline(Merged(schema, "allOf", parts, depth), pointer, name);
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

            var merged = Read(Merged(schema, word, [only.Node], depth), pointer, name, depth + 1);
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
        if (_components.TryGetValue(reference, out var known))
        {
            return known;
        }

        if (!_reading.Add(reference))
        {
            throw new ContractException($"The schema {reference} consists of nothing but a reference to itself.");
        }

        var root = Resolve(reference, from);
        var use = Read(root, reference[1..], ComponentName.Of(reference, root), depth + 1);
        _reading.Remove(reference);
        return _components[reference] = use;
    }

    private JsonNode Resolve(string reference, string from)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new ContractException($"The reference {reference} at {from} leads out of the document, which is not supported.");
        }

        return Pointers.Find(root, Uri.UnescapeDataString(reference[1..]))
            ?? throw new ContractException($"The reference {reference} at {from} leads nowhere.");
    }

    private JsonObject Merged(JsonObject schema, string word, IEnumerable<JsonNode?> parts, int depth)
    {
        if (depth > DeepestChain)
        {
            throw new ContractException($"A schema with {word} refers to itself without end.");
        }

        var target = new JsonObject();
        foreach (var part in parts.OfType<JsonObject>())
        {
            SchemaMerger.Merge(target, Flattened(part, depth + 1));
        }

        var rest = (JsonObject)schema.DeepClone();
        rest.Remove(word);
        SchemaMerger.Merge(target, rest);
        return target;
    }

    private JsonObject Flattened(JsonObject part, int depth)
    {
        if (part.Text("$ref") is { } reference)
        {
            return Merged(part, "$ref", [Resolve(reference, reference)], depth);
        }

        return part.List("allOf") is { Count: > 0 } parts ? Merged(part, "allOf", parts, depth) : part;
    }
}

/// <summary>The name of a component and of the C# type made from it.</summary>
/// <param name="Key">The component's name.</param>
/// <param name="SdkName">The type's name.</param>
internal sealed record ComponentName(string Key, string SdkName)
{
    private const string Components = "#/components/schemas/";

    public static ComponentName? Of(string reference, JsonNode root)
    {
        if (!reference.StartsWith(Components, StringComparison.Ordinal))
        {
            return null;
        }

        var key = Pointers.Split(reference[1..]).Last();
        return new ComponentName(key, SdkNames.Type(key, root as JsonObject));
    }
}
