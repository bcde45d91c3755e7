using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>Which components the operations reach, and on which way: as a request, as a patch, as an answer.</summary>
internal sealed class ComponentUsage(SchemaResolver resolver)
{
    /// <summary>How deep types without a name may lie in each other; only those that hold themselves lie deeper.</summary>
    private const int Deepest = 64;

    private readonly SortedDictionary<string, Usage> _usage = new(StringComparer.Ordinal);
    private int _depth;

    public IReadOnlyDictionary<string, Usage> All => _usage;

    public Usage this[string key] => _usage.GetValueOrDefault(key);

    /// <summary>Follows a schema to every component it needs.</summary>
    public void Mark(JsonNode? schema, string pointer, Usage usage)
    {
        if (++_depth > Deepest)
        {
            throw SpecException.At(
                pointer, "a list or map that holds itself has no type of its own; the overlay must make it free JSON",
                Cures.AnyJson(pointer));
        }

        Follow(resolver.Resolve(schema, pointer), usage);
        _depth--;
    }

    private void Follow(ResolvedSchema resolved, Usage usage)
    {
        switch (resolved.Shape)
        {
            case SchemaShape.Reference:
                MarkComponent(resolved.Key, resolved.Pointer, usage);
                break;
            case SchemaShape.Object:
                MarkProperties(resolved, usage);
                break;
            case SchemaShape.Array when resolved.Node["items"] is { } items:
                Mark(items, resolved.Pointer + "/items", usage);
                break;
            case SchemaShape.Map when resolved.Node["additionalProperties"] is JsonObject values:
                Mark(values, resolved.Pointer + "/additionalProperties", usage);
                break;
        }
    }

    private void MarkComponent(string key, string pointer, Usage usage)
    {
        var known = this[key];
        if ((known & usage) == usage)
        {
            return;
        }

        _usage[key] = known | usage;

        // A chain of named types is no nesting, however long it is.
        var depth = _depth;
        _depth = 0;
        Mark(resolver.Component(key, pointer), JsonRead.Step("/components/schemas", key), usage);
        _depth = depth;
    }

    private void MarkProperties(ResolvedSchema schema, Usage usage)
    {
        foreach (var (name, property) in JsonRead.Object(schema.Node["properties"], schema.Pointer + "/properties"))
        {
            Mark(property, schema.PropertyPointer(name), usage);
        }
    }
}
