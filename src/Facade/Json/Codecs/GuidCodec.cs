using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Ids, in any of the forms a <see cref="Guid"/> is written in.</summary>
internal readonly struct GuidCodec : IJsonCodec<Guid>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static Guid Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonMismatchException.At(ref reader, "an id");
        }

        // Of an escaped text .NET demands that its escapes are Unicode.
        return (!reader.ValueIsEscaped && reader.TryGetGuid(out var id)) || Guid.TryParse(JsonTokens.Text(ref reader), out id)
            ? id
            : throw JsonMismatchException.At(ref reader, "an id");
    }

    public static void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Guid value) => writer.WriteString(name, value);
}
