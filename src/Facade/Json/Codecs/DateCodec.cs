using System.Globalization;
using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Dates without a time.</summary>
internal readonly struct DateCodec : IJsonCodec<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static DateOnly Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.String && WireTime.TryReadDate(JsonTokens.Bytes(ref reader), out var date)
            ? date
            : throw JsonMismatchException.At(ref reader, "a date");

    public static void Write(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[Format.Length];
        value.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }
}
