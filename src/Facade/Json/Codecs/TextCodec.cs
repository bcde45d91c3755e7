using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Texts. A number or a flag in the place of one is taken as it is written.</summary>
internal readonly struct TextCodec : IJsonCodec<string>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToText(ref reader);

    public static string Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.Number => JsonTokens.Text(ref reader),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => null!,
        _ => throw JsonMismatchException.At(ref reader, "a text"),
    };

    public static void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string value) => writer.WriteString(name, value);
}
