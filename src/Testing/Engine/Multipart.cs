using System.Text;

namespace Valentina.Testing;

/// <summary>The first part of a multipart body, which is the only one the server takes.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="FileName">The file's name; empty when none is given.</param>
/// <param name="Content">The bytes.</param>
internal sealed record Multipart(string Name, string FileName, ReadOnlyMemory<byte> Content)
{
    /// <summary>Reads the first part; null when the request is no multipart form.</summary>
    public static Multipart? Read(FakeRequest request)
    {
        var boundary = Parameter(request.Header("Content-Type"), "boundary");
        if (boundary is null
            || request.Header("Content-Type")?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var body = request.Body;
        var delimiter = Encoding.ASCII.GetBytes("--" + boundary);
        var start = body.Span.IndexOf(delimiter);
        if (start < 0)
        {
            return null;
        }

        var part = body[(start + delimiter.Length)..];
        var headerEnd = part.Span.IndexOf("\r\n\r\n"u8);
        var next = headerEnd < 0 ? -1 : part.Span[(headerEnd + 4)..].IndexOf([(byte)'\r', (byte)'\n', .. delimiter]);
        if (next < 0)
        {
            return null;
        }

        var disposition = Encoding.UTF8.GetString(part.Span[..headerEnd])
            .Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase));
        return new Multipart(
            Parameter(disposition, "name") ?? "",
            Parameter(disposition, "filename") ?? "",
            part.Slice(headerEnd + 4, next));
    }

    private static string? Parameter(string? header, string name)
        => header?.Split(';')
            .Select(part => part.Trim())
            .Where(part => part.StartsWith(name + "=", StringComparison.OrdinalIgnoreCase))
            .Select(part => part[(name.Length + 1)..].Trim('"'))
            .FirstOrDefault();
}
