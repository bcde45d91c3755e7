using System.Globalization;
using System.Text.Json.Nodes;
using Newtonsoft.Json;

namespace Valentina.Testing;

/// <summary>
/// Models of the SDK as JSON and back, in the SDK's own words, whatever <see cref="JsonConvert.DefaultSettings"/> the program has.
/// </summary>
internal static class ModelJson
{
    /// <summary>
    /// Models carry their own rules, so it only keeps texts and numbers as they came. It also takes objects that are no models.
    /// </summary>
    public static JsonSerializer Serializer { get; } = JsonSerializer.Create(new JsonSerializerSettings
    {
        DateParseHandling = DateParseHandling.None,
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        TypeNameHandling = TypeNameHandling.None,
        Culture = CultureInfo.InvariantCulture,
    });

    /// <summary>Writes a model, a plain object or a node.</summary>
    public static JsonNode? Node(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        _ => JsonNode.Parse(Write(value)),
    };

    /// <summary>Reads a model.</summary>
    public static T Read<T>(string json) => (T)Read(json, typeof(T))!;

    /// <inheritdoc cref="Read{T}"/>
    public static object? Read(string json, Type type)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return Serializer.Deserialize(reader, type);
    }

    private static string Write(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Serializer.Serialize(text, value);
        return text.ToString();
    }
}
