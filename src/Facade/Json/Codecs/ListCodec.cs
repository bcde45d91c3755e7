using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Lists. A null in one stays, where its items can be null.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">What reads and writes an item.</typeparam>
internal readonly struct ListCodec<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where TCodec : struct, IJsonCodec<T>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static IReadOnlyList<T> Read(ref Utf8JsonReader reader)
    {
        if (JsonTokens.IsNothing(ref reader))
        {
            return null!;
        }

        JsonTokens.StartArray(ref reader);
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        var items = new List<T>();
        do
        {
            items.Add(TCodec.Read(ref reader));
            reader.Read();
        }
        while (reader.TokenType != JsonTokenType.EndArray);

        return items;
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<T>? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (var index = 0; index < value.Count; index++)
        {
            TCodec.Write(writer, value[index]);
        }

        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T> value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }
}
