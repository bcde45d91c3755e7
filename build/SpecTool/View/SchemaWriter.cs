using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>
/// Writes schemas in the form NSwag reads right. Everything that needs a class or an enum of its own becomes a component
/// with its final C# name; everything else stays where it is.
/// </summary>
internal sealed class SchemaWriter(SchemaResolver resolver, ComponentUsage usage, Descriptions texts, ViewReport report)
{
    private readonly SortedDictionary<string, JsonObject> _components = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _typeNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _hoisted = new(StringComparer.Ordinal);
    private readonly TypeNames _taken = new();

    /// <summary>What resolves schemas.</summary>
    public SchemaResolver Resolver => resolver;

    /// <summary>The components written, by C# name.</summary>
    public IReadOnlyDictionary<string, JsonObject> Components => _components;

    /// <summary>Keeps a name free of models: a raw client of that name would hide one.</summary>
    public void Keep(string name) => _taken.Keep(name, "a raw client");

    /// <summary>Writes every component the operations reach that needs a type.</summary>
    public void WriteComponents(Func<string, bool> isPage)
    {
        foreach (var key in usage.All.Keys)
        {
            var pointer = JsonRead.Step("/components/schemas", key);
            var schema = resolver.Resolve(resolver.Component(key, pointer), pointer);
            if (schema.Shape is not (SchemaShape.Object or SchemaShape.Enum) || isPage(key))
            {
                continue;
            }

            var given = JsonRead.StringOrNull(schema.Outer, "x-name", pointer);
            _typeNames[key] = _taken.Take(
                given is null ? Identifiers.DefaultTypeName(key, pointer) : Identifiers.Type(given, pointer + "/x-name"), pointer);
        }

        foreach (var (key, name) in _typeNames.OrderBy(pair => pair.Value, StringComparer.Ordinal))
        {
            var pointer = JsonRead.Step("/components/schemas", key);
            var schema = resolver.Resolve(resolver.Component(key, pointer), pointer);
            _components[name] = schema.Shape == SchemaShape.Enum
                ? EnumWriter.Write(schema, key, name, texts)
                : new ModelWriter(this, texts, report).Write(schema, key, name, usage[key]);
        }
    }

    /// <summary>The C# name of the type a component became.</summary>
    public string TypeName(string key) => _typeNames[key];

    /// <summary>The component a reference names, resolved.</summary>
    public ResolvedSchema Target(ResolvedSchema reference)
        => resolver.Resolve(resolver.Component(reference.Key, reference.Pointer), JsonRead.Step("/components/schemas", reference.Key));

    /// <summary>A component, resolved.</summary>
    public ResolvedSchema Component(string key)
        => resolver.Resolve(resolver.Component(key, key), JsonRead.Step("/components/schemas", key));

    public ResolvedSchema Resolve(JsonNode? schema, string pointer) => resolver.Resolve(schema, pointer);

    /// <summary>Writes a schema where it is used.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="hint">The name of a class or enum of its own, should it need one: owner and member.</param>
    /// <param name="ownerKey">The key under which texts of that class are looked for.</param>
    /// <param name="travel">Where it travels.</param>
    public JsonObject Write(ResolvedSchema schema, string hint, string ownerKey, Usage travel)
    {
        var written = schema.Shape switch
        {
            SchemaShape.Any => [],
            SchemaShape.Reference => Reference(TypeName(schema.Key)),
            SchemaShape.Enum or SchemaShape.Object => Reference(Hoist(schema, hint, ownerKey, travel)),
            SchemaShape.Map => Map(schema, hint, ownerKey, travel),
            SchemaShape.Array => Array(schema, hint, ownerKey, travel),
            SchemaShape.String => String(schema),
            SchemaShape.Integer => Integer(schema),
            SchemaShape.Number => Number(schema),
            _ => new JsonObject { ["type"] = "boolean" },
        };
        if (!schema.Nullable)
        {
            return written;
        }

        if (written.ContainsKey("$ref"))
        {
            return new JsonObject { ["oneOf"] = new JsonArray(written), ["nullable"] = true };
        }

        written["nullable"] = true;
        return written;
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = SchemaResolver.ComponentPrefix + name };

    private string Hoist(ResolvedSchema schema, string hint, string ownerKey, Usage travel)
    {
        var given = JsonRead.StringOrNull(schema.Node, "x-name", schema.Pointer);
        var name = given is null
            ? Identifiers.Type(Identifiers.IsTaken(hint) ? hint + "Model" : hint, schema.Pointer)
            : Identifiers.Type(given, schema.Pointer + "/x-name");
        if (_hoisted.TryGetValue(name, out var known) && JsonNode.DeepEquals(known, schema.Node))
        {
            return name;
        }

        _taken.Take(name, schema.Pointer);
        _hoisted[name] = schema.Node;
        _components[name] = schema.Shape == SchemaShape.Enum
            ? EnumWriter.Write(schema, name, name, texts)
            : new ModelWriter(this, texts, report).Write(schema, name, name, travel);
        return name;
    }

    private JsonObject Map(ResolvedSchema schema, string hint, string ownerKey, Usage travel)
    {
        var values = schema.Node["additionalProperties"];
        var written = values is JsonObject { Count: > 0 }
            ? Write(resolver.Resolve(values, schema.Pointer + "/additionalProperties"), hint + "Value", ownerKey, travel)
            : [];
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = written };
    }

    private JsonObject Array(ResolvedSchema schema, string hint, string ownerKey, Usage travel)
    {
        var items = schema.Node["items"] is { } node
            ? Write(resolver.Resolve(node, schema.Pointer + "/items"), hint + "Item", ownerKey, travel)
            : [];
        return new JsonObject { ["type"] = "array", ["items"] = items };
    }

    private JsonObject String(ResolvedSchema schema)
    {
        var written = new JsonObject { ["type"] = "string" };
        switch (Limits.Format(schema))
        {
            case "uuid" or "date" or "date-time":
                written["format"] = Limits.Format(schema);
                break;
            case "binary":
                throw SpecException.At(
                    schema.Pointer, "a file is only understood as a whole body or a part of a form",
                    Cures.Set(schema.Pointer, "format", "byte"));
            case { } other and not "email":
                report.Drop(schema.Pointer, $"the format '{other}' is read as text");
                break;
        }

        return written;
    }

    private static JsonObject Integer(ResolvedSchema schema)
        => new() { ["type"] = "integer", ["format"] = IsSmall(Limits.Format(schema)) ? "int32" : "int64" };

    /// <summary>Whether a whole number fits into 32 bits, as the ones without a format do. A format nobody knows may be larger.</summary>
    private static bool IsSmall(string? format) => format is null or "int32" or "int16" or "int8" or "uint8" or "uint16";

    /// <summary>Money is counted in decimals, everything else measured.</summary>
    private static JsonObject Number(ResolvedSchema schema)
        => new() { ["type"] = "number", ["format"] = Limits.Format(schema) == "decimal" ? "decimal" : "double" };
}
