using System.Text.Json.Nodes;

namespace Valentina.SpecTool.View;

/// <summary>Recognises the components that are one page of a list; they all become the one hand-written <c>Page&lt;T&gt;</c>.</summary>
internal sealed class Pages(SchemaResolver resolver)
{
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { "items", "limit", "offset", "total" };

    /// <summary>The component of the items, when the schema is a page of them.</summary>
    public string? ItemOf(JsonNode? schema, string pointer)
    {
        var resolved = resolver.Resolve(schema, pointer);
        return resolved.Shape == SchemaShape.Reference ? ItemOf(resolved.Key) : null;
    }

    /// <summary>The component of the items, when the component is a page of them.</summary>
    public string? ItemOf(string key)
    {
        var pointer = JsonRead.Step("/components/schemas", key);
        var page = resolver.Resolve(resolver.Component(key, pointer), pointer);
        if (page.Shape != SchemaShape.Object || page.Node["properties"] is not JsonObject properties
            || !Members.SetEquals(properties.Select(p => p.Key)))
        {
            return null;
        }

        var items = resolver.Resolve(properties["items"], page.PropertyPointer("items"));
        if (items.Shape != SchemaShape.Array)
        {
            return null;
        }

        var item = resolver.Resolve(items.Node["items"], items.Pointer + "/items");
        return item.Shape == SchemaShape.Reference ? item.Key : null;
    }
}
