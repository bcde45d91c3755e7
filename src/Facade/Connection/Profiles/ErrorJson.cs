using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Valentina.Connection.RateLimits;
using Valentina.Json;

namespace Valentina.Connection.Profiles;

/// <summary>Reads error bodies member by member; whatever is missing or of another type counts as absent.</summary>
internal static class ErrorJson
{
    /// <summary>How many bytes of a plain text are read.</summary>
    public const int MaxPlainText = 4096;

    /// <summary>The body as a JSON object, or null when it is none.</summary>
    public static JObject? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            // What follows the object is left: an error says what it can.
            var reader = new Utf8JsonReader(WireJson.WithoutMark(body.Span));
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject ? FreeJson.ReadObject(ref reader) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string? Text(JToken? token)
        => token is JValue { Value: string text } && !string.IsNullOrWhiteSpace(text) ? text : null;

    public static TimeSpan? Seconds(JToken? token) => token switch
    {
        JValue { Type: JTokenType.Integer or JTokenType.Float } number => WaitTime.FromSeconds(ToDouble(number.Value!)),
        JValue { Value: string text } when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) =>
            WaitTime.FromSeconds(seconds),
        _ => null,
    };

    /// <summary>Integers of any size come as big ones, which do not convert by themselves.</summary>
    private static double ToDouble(object number)
        => number is BigInteger big ? (double)big : Convert.ToDouble(number, CultureInfo.InvariantCulture);

    /// <summary>What a body that is no JSON says: plain text itself, nothing for a page.</summary>
    public static string? PlainText(string? mediaType, ReadOnlySpan<byte> body)
    {
        if (IsHtml(mediaType))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxPlainText)]).Trim();
        return text.Length == 0 || text[0] == '<' ? null : text;
    }

    /// <summary>Whether a body that is no JSON is a page for a browser.</summary>
    public static bool IsPage(string? mediaType, ReadOnlySpan<byte> body)
        => body.Length > 0 && (IsHtml(mediaType) || body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..]);

    private static bool IsHtml(string? mediaType)
        => mediaType is not null && mediaType.Contains("html", StringComparison.OrdinalIgnoreCase);
}
