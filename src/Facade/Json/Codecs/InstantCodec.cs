using System.Globalization;
using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Instants. One without a zone is in UTC, wherever the program runs; offsets and fractions are kept.</summary>
internal readonly struct InstantCodec : IJsonCodec<DateTimeOffset>
{
    private const int MaxLength = 40;

    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static DateTimeOffset Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String
            && (WireTime.TryReadInstant(JsonTokens.Bytes(ref reader), out var instant)
                || InstantConverter.TryParse(JsonTokens.Text(ref reader), out instant)))
        {
            return instant;
        }

        throw JsonMismatchException.At(ref reader, "a date and time");
    }

    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        value.TryFormat(text, out var length, InstantConverter.FormatOf(value), CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }
}
