using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Flags. Also taken: the words as texts, and numbers, of which only 0 is false.</summary>
internal readonly struct BooleanCodec : IJsonCodec<bool>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static bool Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when bool.TryParse(JsonTokens.Text(ref reader), out var flag) => flag,
        JsonTokenType.Number when WireNumber.TryReadDouble(JsonTokens.Bytes(ref reader), out var number) => number != 0,
        _ => throw JsonMismatchException.At(ref reader, "true or false"),
    };

    public static void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value) => writer.WriteBoolean(name, value);
}
