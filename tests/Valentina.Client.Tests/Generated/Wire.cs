using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Json;

namespace Valentina.Client.Tests.Generated;

/// <summary>JSON in and out, by the SDK itself and by a caller's serializers.</summary>
internal static class Wire
{
    private static readonly System.Text.Json.JsonSerializerOptions Sdk = new() { Encoder = WireEncoder.Instance };

    public static System.Text.Json.JsonSerializerOptions WebOptions { get; } = new(System.Text.Json.JsonSerializerDefaults.Web);

    /// <summary>
    /// Serializers a model must work with: ours, Newtonsoft as it comes, one that drops nulls on its own, System.Text.Json as it comes and
    /// as web applications have it.
    /// </summary>
    public static TheoryData<string> Serializers => ["sdk", "plain", "null-dropping", "system", "web"];

    public static string Write(object? value, string serializer = "sdk")
    {
        if (Options(serializer) is { } options)
        {
            return System.Text.Json.JsonSerializer.Serialize(value, value?.GetType() ?? typeof(object), options);
        }

        using var text = new StringWriter();
        Pick(serializer).Serialize(text, value);
        return text.ToString();
    }

    public static T Read<T>(string json, string serializer = "sdk") => (T)Read(typeof(T), json, serializer)!;

    public static object Read(Type type, JToken json) => Read(type, json.ToString(Formatting.None), "sdk")!;

    public static object? Read(Type type, string json, string serializer)
    {
        if (Options(serializer) is { } options)
        {
            return System.Text.Json.JsonSerializer.Deserialize(json, type, options);
        }

        using var reader = new JsonTextReader(new StringReader(json));
        return Pick(serializer).Deserialize(reader, type);
    }

    /// <summary>The models have a converter each, which is the SDK's own code.</summary>
    private static System.Text.Json.JsonSerializerOptions? Options(string serializer) => serializer switch
    {
        "sdk" => Sdk,
        "system" => System.Text.Json.JsonSerializerOptions.Default,
        "web" => WebOptions,
        _ => null,
    };

    private static JsonSerializer Pick(string serializer) => serializer switch
    {
        "plain" => JsonSerializer.CreateDefault(),
        _ => JsonSerializer.Create(new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore }),
    };
}
