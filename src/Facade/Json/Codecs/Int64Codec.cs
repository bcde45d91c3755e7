using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Whole numbers of 64 bits.</summary>
internal readonly struct Int64Codec : IJsonCodec<long>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static long Read(ref Utf8JsonReader reader)
        => reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : WireNumber.ReadInteger(ref reader);

    public static void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long value) => writer.WriteNumber(name, value);
}
