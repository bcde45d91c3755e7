using System.Text.Json;
using System.Text.Json.Serialization;

namespace Valentina.Json;

/// <summary>
/// A text that System.Text.Json reads but never writes: null stands in its place, so that a copy is incomplete rather than wrong.
/// </summary>
internal sealed class UnwrittenText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteNullValue();
}
