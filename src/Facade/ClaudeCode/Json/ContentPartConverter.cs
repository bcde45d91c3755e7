using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode.Json;

/// <summary>Reads and writes a part of a message that stands by itself.</summary>
internal sealed class ContentPartConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => typeof(ContentPart).IsAssignableFrom(objectType);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        switch (JToken.ReadFrom(reader))
        {
            case { Type: JTokenType.Null }:
                return null;
            case JObject json when objectType == typeof(OtherPart):
                return new OtherPart(json);
            case JObject json when ContentPart.FromJson(json) is var part && objectType.IsInstanceOfType(part):
                return part;
            case var other:
                throw new JsonSerializationException($"'{reader.Path}' is no {objectType.Name}, but {other.Type}.");
        }
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        if (value is ContentPart part)
        {
            part.ToJson().WriteTo(writer);
        }
        else
        {
            writer.WriteNull();
        }
    }
}
