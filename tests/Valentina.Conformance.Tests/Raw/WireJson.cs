using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Conformance.Raw;

/// <summary>Reads and writes models as they are on the wire.</summary>
internal static partial class WireJson
{
    public static object? Read(JToken json, Type type)
    {
        using var reader = Reader(json.ToString(Formatting.None));
        return Serializer.Deserialize(reader, type);
    }

    public static JToken Write(object? value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Serializer.Serialize(text, value);
        using var reader = Reader(text.ToString());
        return JToken.Load(reader);
    }

    public static object? Parse(string text, Type type)
    {
        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(DateTimeOffset) && !text.Contains('T', StringComparison.Ordinal))
        {
            throw new FormatException($"'{text}' is no date and time.");
        }

        if (type == typeof(int) || type == typeof(long) || type == typeof(bool) || type.IsEnum)
        {
            return Read(JToken.Parse(text.ToLowerInvariant()), type);
        }

        return Read(new JValue(text), type);
    }

    private static JsonTextReader Reader(string json) => new(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
}
