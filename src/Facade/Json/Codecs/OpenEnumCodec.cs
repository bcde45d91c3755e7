using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Open enums. A known value takes no memory; null is the default value.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal readonly struct OpenEnumCodec<T> : IJsonCodec<T>
    where T : struct, IOpenEnum<T>, IWireEnum<T>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToText(ref reader);

    public static T Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when T.TryGetKnown(JsonTokens.Bytes(ref reader), out var known) => known,
        JsonTokenType.String => T.FromValue(JsonTokens.Text(ref reader)),
        JsonTokenType.Null => default,

        // A number or a flag where a text is due keeps its JSON text: nothing received is lost.
        _ => T.FromValue(FreeJson.Text(ref reader)),
    };

    public static void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.Value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value) => writer.WriteString(name, value.Value);
}
