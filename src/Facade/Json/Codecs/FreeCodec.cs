using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Json.Codecs;

/// <summary>Free JSON.</summary>
internal readonly struct FreeCodec : IJsonCodec<JToken>
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToText(ref reader);

    public static JToken Read(ref Utf8JsonReader reader) => FreeJson.Read(ref reader);

    public static void Write(Utf8JsonWriter writer, JToken? value) => FreeJson.Write(writer, value);

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, JToken value)
    {
        writer.WritePropertyName(name);
        FreeJson.Write(writer, value);
    }
}
