using Newtonsoft.Json;
using Valentina.Connection.Buffers;
using Valentina.Json;

namespace Valentina.Connection.Requests;

/// <summary>Writes a model as JSON bytes, once for all attempts of a call.</summary>
internal static class JsonBody
{
    public static PooledBuffer Write(object body)
    {
        var buffer = new PooledBuffer();
        try
        {
            using var writer = new JsonTextWriter(new Utf8TextWriter(buffer)) { ArrayPool = CharPool.Instance };
            ValentinaJson.Serializer.Serialize(writer, body);
            writer.Flush();
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }
}
