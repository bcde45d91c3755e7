using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Objects whose names are data.</summary>
/// <typeparam name="T">The values.</typeparam>
/// <typeparam name="TCodec">What reads and writes a value.</typeparam>
internal readonly struct MapCodec<T, TCodec> : IJsonCodec<IReadOnlyDictionary<string, T>>
    where TCodec : struct, IJsonCodec<T>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static IReadOnlyDictionary<string, T> Read(ref Utf8JsonReader reader)
    {
        if (JsonTokens.IsNothing(ref reader))
        {
            return null!;
        }

        JsonTokens.StartObject(ref reader);
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonTokens.Text(ref reader);
            reader.Read();
            map[name] = TCodec.Read(ref reader);
        }

        return map;
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, item) in value)
        {
            writer.WritePropertyName(name);
            TCodec.Write(writer, item);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T> value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }
}
