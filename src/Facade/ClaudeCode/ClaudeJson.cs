using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Json;

namespace Valentina.ClaudeCode;

/// <summary>The JSON that no generated client reads or writes: the messages of the stream.</summary>
internal static class ClaudeJson
{
    private const int MaxDepth = 64;

    /// <exception cref="JsonException">The text is no JSON object, or more than one.</exception>
    public static JObject ParseObject(string text)
    {
        try
        {
            // Money keeps every digit.
            return ParseObject(text, FloatParseHandling.Decimal);
        }
        catch (JsonReaderException)
        {
            // A number of no use to anybody is beyond a decimal's range, or the text is no JSON, which comes to light again.
            return ParseObject(text, FloatParseHandling.Double);
        }
    }

    public static T? Read<T>(JToken? token)
        => token is null or { Type: JTokenType.Null } ? default : token.ToObject<T>(ValentinaJson.Serializer);

    /// <summary>The members of a model; those that are null are left out.</summary>
    public static JObject ToObject(object model) => JObject.FromObject(model, ValentinaJson.Serializer);

    public static byte[] ToBytes(JObject message) => Encoding.UTF8.GetBytes(message.ToString(Formatting.None));

    private static JObject ParseObject(string text, FloatParseHandling floats)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            Culture = CultureInfo.InvariantCulture,
            DateParseHandling = DateParseHandling.None,
            MaxDepth = MaxDepth,
            FloatParseHandling = floats,
        };
        var parsed = JObject.Load(reader);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                throw new JsonReaderException("Text follows the object.");
            }
        }

        return parsed;
    }
}
