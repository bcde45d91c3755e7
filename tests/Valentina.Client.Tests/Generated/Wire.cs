using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Client.Tests.Generated;

/// <summary>JSON in and out, by the SDK's serializer and by a caller's plain one.</summary>
internal static class Wire
{
    /// <summary>Serializers a model must work with: ours, plain Newtonsoft, and one that drops nulls on its own.</summary>
    public static TheoryData<string> Serializers => ["sdk", "plain", "null-dropping"];

    public static string Write(object? value, string serializer = "sdk")
    {
        using var text = new StringWriter();
        Pick(serializer).Serialize(text, value);
        return text.ToString();
    }

    public static T Read<T>(string json, string serializer = "sdk")
    {
        using var reader = new JsonTextReader(new StringReader(json));
        if (serializer == "sdk")
        {
            reader.DateParseHandling = DateParseHandling.None;
        }

        return Pick(serializer).Deserialize<T>(reader)!;
    }

    public static object Read(Type type, JToken json)
    {
        using var reader = new JTokenReader(json);
        return Pick("sdk").Deserialize(reader, type)!;
    }

    private static JsonSerializer Pick(string serializer) => serializer switch
    {
        "sdk" => NewtonsoftWire.Serializer,
        "plain" => JsonSerializer.CreateDefault(),
        _ => JsonSerializer.Create(new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore }),
    };
}
