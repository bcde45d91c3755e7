using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode.Json;

/// <summary>Reads and writes the content of a message: a text as a text, parts as a list.</summary>
internal sealed class MessageContentConverter : JsonConverter<MessageContent>
{
    public override MessageContent? ReadJson(
        JsonReader reader, Type objectType, MessageContent? existingValue, bool hasExistingValue, JsonSerializer serializer)
        => JToken.ReadFrom(reader) switch
        {
            { Type: JTokenType.Null } => null,
            JValue { Value: string text } => new MessageContent(text),
            JArray items when items.All(static item => item is JObject)
                => new MessageContent(items.Cast<JObject>().Select(ContentPart.FromJson)),
            var other => throw new JsonSerializationException($"'{reader.Path}' is neither a text nor a list of parts: {other.Type}."),
        };

    public override void WriteJson(JsonWriter writer, MessageContent? value, JsonSerializer serializer)
    {
        if (value is null)
        {
            writer.WriteNull();
        }
        else if (value.IsText)
        {
            writer.WriteValue(value.Text);
        }
        else
        {
            writer.WriteStartArray();
            foreach (var part in value.Parts)
            {
                part.ToJson().WriteTo(writer);
            }

            writer.WriteEndArray();
        }
    }
}
