using System.Security.Cryptography;
using System.Text;

namespace Valentina.Connection.Requests;

/// <summary>
/// What stands around a file in multipart form data. The boundary is fixed for a call, and comes from the idempotency key where
/// there is one: the server compares bytes, so the same key has to give the same boundary even in another process.
/// </summary>
internal sealed class MultipartFrame
{
    private MultipartFrame(string boundary, string partName, FileUpload file)
    {
        ContentType = "multipart/form-data; boundary=" + boundary;
        Head = Encoding.UTF8.GetBytes(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"{Escape(partName)}\"; filename=\"{Escape(file.FileName)}\"\r\nContent-Type: {file.ContentType}\r\n\r\n");
        Tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
    }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Tail { get; }

    public static MultipartFrame Create(string partName, FileUpload file, string? idempotencyKey)
    {
        var seed = idempotencyKey is null
            ? RandomNumberGenerator.GetBytes(16)
            : SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)).AsSpan(0, 16);
        return new MultipartFrame("valentina-" + Convert.ToHexString(seed), partName, file);
    }

    /// <summary>The escaping that browsers use in form data.</summary>
    private static string Escape(string text)
        => text.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
