using System.Security.Cryptography;
using System.Text;

namespace Valentina.Connection.Requests;

/// <summary>
/// What stands around a file in multipart form data. The boundary is fixed for a call, and comes from the idempotency key where
/// there is one: the server compares bytes, so the same key has to give the same boundary even in another process.
/// </summary>
internal sealed class MultipartFrame
{
    private MultipartFrame(string contentType, byte[] head, byte[] tail)
    {
        ContentType = contentType;
        Head = head;
        Tail = tail;
    }

    public string ContentType { get; }

    public ReadOnlyMemory<byte> Head { get; }

    public ReadOnlyMemory<byte> Tail { get; }

    /// <summary>A form without a file, from one end to the other.</summary>
    public byte[] Whole() => [.. Head.Span, .. Tail.Span];

    /// <summary>The frame of a form: its fields, then the file, if there is one.</summary>
    public static MultipartFrame Create(
        IReadOnlyList<KeyValuePair<string, string>> fields, string? partName, FileUpload? file, string? idempotencyKey)
    {
        var seed = idempotencyKey is null
            ? RandomNumberGenerator.GetBytes(16)
            : SHA256.HashData(Encoding.UTF8.GetBytes(idempotencyKey)).AsSpan(0, 16);
        var boundary = "valentina-" + Convert.ToHexString(seed);
        var head = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            head.Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(Escape(name))
                .Append("\"\r\n\r\n").Append(value).Append("\r\n");
        }

        var contentType = "multipart/form-data; boundary=" + boundary;
        if (file is null)
        {
            return new(contentType, Encoding.UTF8.GetBytes(head.ToString()), Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        }

        head.Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"").Append(Escape(partName!))
            .Append("\"; filename=\"").Append(Escape(file.FileName)).Append("\"\r\nContent-Type: ").Append(file.ContentType)
            .Append("\r\n\r\n");
        return new(contentType, Encoding.UTF8.GetBytes(head.ToString()), Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
    }

    /// <summary>Nothing around a file that is the whole body.</summary>
    public static MultipartFrame Bare(string contentType) => new(contentType, [], []);

    /// <summary>The escaping that browsers use in form data.</summary>
    private static string Escape(string text)
        => text.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);
}
