using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Json;

/// <summary>Reads and writes an open enum as its text; works for nullable values, list items and members alike.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class OpenEnumConverter<T> : JsonConverter
    where T : struct, IOpenEnum<T>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                return Nullable.GetUnderlyingType(objectType) is null ? default(T) : null;
            case JsonToken.String:
                return T.FromValue((string)reader.Value!);
            default:
                // A number or a flag where a text is due keeps its JSON text: nothing received is lost.
                return T.FromValue(JToken.ReadFrom(reader).ToString(Formatting.None));
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteValue(value is T item ? item.Value : null);
    }
}
