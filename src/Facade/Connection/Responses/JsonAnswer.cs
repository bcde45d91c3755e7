using Newtonsoft.Json;
using Valentina.Connection.Buffers;
using Valentina.Json;

namespace Valentina.Connection.Responses;

/// <summary>Reads a model from the bytes of an answer.</summary>
internal static class JsonAnswer
{
    public static T? Read<T>(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new JsonTextReader(new Utf8TextReader(bytes)) { ArrayPool = CharPool.Instance };
        return ValentinaJson.Serializer.Deserialize<T>(reader);
    }
}
