using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Whole numbers of 32 bits.</summary>
internal readonly struct Int32Codec : IJsonCodec<int>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static int Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
        {
            return number;
        }

        return WireNumber.ReadInteger(ref reader) is var big and >= int.MinValue and <= int.MaxValue
            ? (int)big
            : throw JsonMismatchException.At(ref reader, "a whole number of 32 bits");
    }

    public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int value) => writer.WriteNumber(name, value);
}
