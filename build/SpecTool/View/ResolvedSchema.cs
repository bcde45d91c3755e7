using System.Text.Json.Nodes;

namespace Valentina.SpecTool.View;

/// <summary>What a schema comes down to once unions with null, type lists and constants are out of the way.</summary>
internal enum SchemaShape
{
    Any,
    Reference,
    Enum,
    Object,
    Map,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}

/// <summary>A schema without unions: its shape, the node that holds its details, and whether null is allowed beside it.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Node">The node with the details (items, properties, limits, …).</param>
/// <param name="Pointer">Where <paramref name="Node"/> stands.</param>
/// <param name="Nullable">Whether null is a valid value.</param>
/// <param name="Outer">The node the schema began with; descriptions and marks stand there.</param>
internal sealed record ResolvedSchema(SchemaShape Shape, JsonObject Node, string Pointer, bool Nullable, JsonObject Outer)
{
    /// <summary>The combination the schema was flattened from; null for any other.</summary>
    public FlatSchema? Flat { get; init; }

    /// <summary>The component a reference names.</summary>
    public string Key => SchemaResolver.KeyOf(Node["$ref"]!.GetValue<string>(), Pointer);

    /// <summary>Where a member is declared.</summary>
    public string PropertyPointer(string name)
        => Flat?.Origins.GetValueOrDefault(name) ?? JsonRead.Step(Pointer + "/properties", name);

    /// <summary>A keyword of the schema, from where it is written: beside the union or within its branch.</summary>
    public JsonNode? this[string keyword] => Node[keyword] ?? Outer[keyword];

    /// <summary>A number among the keywords.</summary>
    public double? Number(string keyword) => JsonRead.Number(Node, keyword, Pointer) ?? JsonRead.Number(Outer, keyword, Pointer);
}
