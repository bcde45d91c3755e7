using System.Text;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>
/// Says of every member and every answer which codec of the SDK reads and writes it (<c>x-codec</c>). It looks at the finished view, so
/// that the codec cannot differ from the type that NSwag makes of the same schema.
/// </summary>
internal sealed class Codecs
{
    private const string Space = "global::Valentina.Json.Codecs.";
    private const string Free = "global::Newtonsoft.Json.Linq.JToken";

    private readonly JsonObject _components;
    private readonly SortedSet<string> _pages = new(StringComparer.Ordinal);

    private Codecs(JsonObject components) => _components = components;

    /// <summary>Marks every member of a component and every answer, and lists the models that come in pages.</summary>
    public static void Mark(JsonObject view)
    {
        var codecs = new Codecs(view["components"]!["schemas"]!.AsObject());
        foreach (var (name, component) in codecs._components)
        {
            foreach (var (wireName, property) in component!["properties"] as JsonObject ?? [])
            {
                property!["x-name-bytes"] = Encoding.UTF8.GetByteCount(wireName);
                property["x-codec"] = codecs.Of(property.AsObject(), $"/components/schemas/{name}/properties/{wireName}").Codec;
            }
        }

        foreach (var operation in view["paths"]!.AsObject().SelectMany(static path => path.Value!.AsObject()))
        {
            codecs.Answer(operation.Value!.AsObject());
        }

        view["x-pages"] = new JsonArray([.. codecs._pages.Select(static item => JsonValue.Create(item))]);
    }

    private void Answer(JsonObject operation)
    {
        if (operation["x-answer"]?.ToString() != "json")
        {
            return;
        }

        var pointer = $"/paths/{operation["x-id"]}";
        if (operation["x-page-of"]?.ToString() is { } item)
        {
            _pages.Add(item);
            operation["x-codec"] = $"{Space}PageCodec<{item}, {Space}ModelCodec<{item}>>";
        }
        else if (operation["responses"]?["200"]?["content"]?["application/json"]?["schema"] is JsonObject schema)
        {
            operation["x-codec"] = Of(schema, pointer).Codec;
        }
        else
        {
            operation["x-codec"] = Space + "FreeCodec";
        }
    }

    /// <summary>The C# type of a value, as it stands between angle brackets, and its codec.</summary>
    private (string Type, string Codec) Of(JsonObject schema, string pointer)
    {
        if (schema["x-type"] is { } own)
        {
            var type = own.ToString().TrimEnd('?');
            return (type, $"{Space}OwnTypeCodec<{type}>");
        }

        var target = (schema["oneOf"] as JsonArray)?[0] as JsonObject ?? schema;
        if (target["$ref"] is { } reference)
        {
            return Component(reference.ToString()[SchemaResolver.ComponentPrefix.Length..]);
        }

        return (target["type"]?.ToString(), target["format"]?.ToString()) switch
        {
            ("string", "uuid") => ("global::System.Guid", Space + "GuidCodec"),
            ("string", "date") => ("global::System.DateOnly", Space + "DateCodec"),
            ("string", "date-time") => ("global::System.DateTimeOffset", Space + "InstantCodec"),
            ("string", _) => ("string", Space + "TextCodec"),
            ("integer", "int64") => ("long", Space + "Int64Codec"),
            ("integer", _) => ("int", Space + "Int32Codec"),
            ("number", "decimal") => ("decimal", Space + "DecimalCodec"),
            ("number", _) => ("double", Space + "DoubleCodec"),
            ("boolean", _) => ("bool", Space + "BooleanCodec"),
            ("array", _) => Many("global::System.Collections.Generic.IReadOnlyList<", "ListCodec", target["items"], pointer + "/items"),
            ("object", _) => Many(
                "global::System.Collections.Generic.IReadOnlyDictionary<string, ", "MapCodec", target["additionalProperties"],
                pointer + "/additionalProperties"),
            (null, _) => (Free, Space + "FreeCodec"),
            _ => throw SpecException.At(pointer, "nothing reads or writes a value of this type"),
        };
    }

    private (string Type, string Codec) Many(string type, string codec, JsonNode? item, string pointer)
    {
        var (itemType, itemCodec) = Of(item as JsonObject ?? [], pointer);
        return ($"{type}{itemType}>", $"{Space}{codec}<{itemType}, {itemCodec}>");
    }

    private (string Type, string Codec) Component(string name)
    {
        var component = _components[name]!;
        var codec = component["enum"] is null
            ? "ModelCodec"
            : component["type"]?.ToString() == "string"
            ? "OpenEnumCodec"
            : "NumberEnumCodec";
        return (name, $"{Space}{codec}<{name}>");
    }
}
