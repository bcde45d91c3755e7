using Valentina.Json;
using Valentina.Validation;

namespace Valentina.Connection.Requests;

/// <summary>Writes a model as JSON bytes, once for all attempts of a call.</summary>
internal static class JsonBody
{
    /// <summary>
    /// The bytes are the caller's alone, never a rented array: a handler may still read the body of an attempt that was
    /// given up, and must not find somebody else's data there.
    /// </summary>
    /// <param name="body">The model.</param>
    /// <param name="nuls">The members whose text holds U+0000.</param>
    public static byte[] Write(object body, out IReadOnlyList<string> nuls)
    {
        var bytes = WireJson.ToBytes(body, static (writer, body) => WireJson.Write(writer, body));
        nuls = NulCheck.FindMembers(bytes);
        return bytes;
    }
}
