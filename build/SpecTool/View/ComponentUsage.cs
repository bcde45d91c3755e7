using System.Text.Json.Nodes;

namespace Valentina.SpecTool.View;

/// <summary>Which components the operations reach, and on which way: as a request, as a patch, as an answer.</summary>
internal sealed class ComponentUsage(SchemaResolver resolver)
{
    private readonly SortedDictionary<string, Usage> _usage = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Usage> All => _usage;

    public Usage this[string key] => _usage.GetValueOrDefault(key);

    /// <summary>Follows a schema to every component it needs.</summary>
    public void Mark(JsonNode? schema, string pointer, Usage usage)
    {
        var resolved = resolver.Resolve(schema, pointer);
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
        Mark(resolver.Component(key, pointer), JsonRead.Step("/components/schemas", key), usage);
    }

    private void MarkProperties(ResolvedSchema schema, Usage usage)
    {
        foreach (var (name, property) in JsonRead.Object(schema.Node["properties"], schema.Pointer + "/properties"))
        {
            Mark(property, JsonRead.Step(schema.Pointer + "/properties", name), usage);
        }
    }
}
