using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Pages of lists. A null among the items is left out.</summary>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">What reads and writes an item.</typeparam>
internal readonly struct PageCodec<T, TCodec> : IJsonCodec<Page<T>>
    where TCodec : struct, IJsonCodec<T>
{
    public static Page<T> Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null!;
        }

        JsonTokens.StartObject(ref reader);
        var page = new Page<T>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!PageMembers.TryRead(ref reader, page) && JsonTokens.MoveToValue(ref reader))
            {
                page.Items = ListCodec<T, TCodec>.Read(ref reader);
            }
        }

        return page;
    }

    public static void Write(Utf8JsonWriter writer, Page<T>? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        ListCodec<T, TCodec>.Write(writer, "items"u8, value.Items);
        PageMembers.Write(writer, value);
        writer.WriteEndObject();
    }
}
