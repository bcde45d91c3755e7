using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Types written by hand, for which an empty text is a value like any other.</summary>
/// <typeparam name="T">The type.</typeparam>
internal readonly struct OwnTypeCodec<T> : IJsonCodec<T>
    where T : class, IJsonModel<T>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToText(ref reader);

    public static T Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null! : T.ReadJson(ref reader);

    public static void Write(Utf8JsonWriter writer, T? value) => ModelCodec<T>.Write(writer, value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value) => ModelCodec<T>.Write(writer, name, value);
}
