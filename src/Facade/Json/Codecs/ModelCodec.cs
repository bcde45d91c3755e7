using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Models.</summary>
/// <typeparam name="T">The model.</typeparam>
internal readonly struct ModelCodec<T> : IJsonCodec<T>
    where T : class, IJsonModel<T>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static T Read(ref Utf8JsonReader reader) => JsonTokens.IsNothing(ref reader) ? null! : T.ReadJson(ref reader);

    public static void Write(Utf8JsonWriter writer, T? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteJson(writer);
        }
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
    {
        writer.WritePropertyName(name);
        value.WriteJson(writer);
    }
}
