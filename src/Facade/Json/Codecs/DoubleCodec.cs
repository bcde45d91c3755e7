using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Measured numbers.</summary>
internal readonly struct DoubleCodec : IJsonCodec<double>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static double Read(ref Utf8JsonReader reader)
        => reader.TokenType is JsonTokenType.Number or JsonTokenType.String
            && WireNumber.TryReadDouble(JsonTokens.Bytes(ref reader), out var number)
            ? number
            : throw JsonMismatchException.At(ref reader, "a number");

    public static void Write(Utf8JsonWriter writer, double value) => WireNumber.Write(writer, value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, double value)
    {
        writer.WritePropertyName(name);
        WireNumber.Write(writer, value);
    }
}
