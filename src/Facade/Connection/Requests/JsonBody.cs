using Newtonsoft.Json;
using Valentina.Connection.Buffers;
using Valentina.Json;

namespace Valentina.Connection.Requests;

/// <summary>Writes a model as JSON bytes, once for all attempts of a call.</summary>
internal static class JsonBody
{
    /// <summary>
    /// The bytes are the caller's alone, never a rented array: a handler may still read the body of an attempt that was
    /// given up, and must not find somebody else's data there.
    /// </summary>
    public static byte[] Write(object body)
    {
        using var buffer = new PooledBuffer();
        using var writer = new JsonTextWriter(new Utf8TextWriter(buffer)) { ArrayPool = CharPool.Instance };
        ValentinaJson.Serializer.Serialize(writer, body);
        writer.Flush();
        return buffer.Memory.ToArray();
    }
}
