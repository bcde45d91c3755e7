using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Numbers that keep every digit, such as money.</summary>
internal readonly struct DecimalCodec : IJsonCodec<decimal>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static decimal Read(ref Utf8JsonReader reader)
        => reader.TokenType is JsonTokenType.Number or JsonTokenType.String
            && WireNumber.TryReadDecimal(JsonTokens.Bytes(ref reader), out var number)
            ? number
            : throw JsonMismatchException.At(ref reader, "a decimal number");

    public static void Write(Utf8JsonWriter writer, decimal value) => WireNumber.Write(writer, value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal value)
    {
        writer.WritePropertyName(name);
        WireNumber.Write(writer, value);
    }
}
