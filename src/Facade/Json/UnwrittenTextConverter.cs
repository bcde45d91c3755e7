using Newtonsoft.Json;

namespace Valentina.Json;

/// <summary>The same as <see cref="UnwrittenText"/> for Newtonsoft.Json.</summary>
internal sealed class UnwrittenTextConverter : JsonConverter<string>
{
    public override string? ReadJson(
        JsonReader reader,
        Type objectType,
        string? existingValue,
        bool hasExistingValue,
        JsonSerializer serializer) => (string?)reader.Value;

    public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer) => writer.WriteNull();
}
