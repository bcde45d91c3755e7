using System.IO.Compression;
using Valentina.Connection.Buffers;

namespace Valentina.Connection.Responses;

/// <summary>
/// Reads a body into a rented buffer; asynchronously without ever blocking, synchronously without ever leaving the thread.
/// </summary>
internal static class BodyReader
{
    /// <summary>No answer of the services comes near it; more is an error, not data. A few kilobytes can unpack to any length.</summary>
    private const int MaxLength = (64 * 1024 * 1024) - 1;

    /// <summary>What is set aside because the server says so; more only when it has come.</summary>
    private const int MaxCapacity = 1024 * 1024;

    /// <summary>What is read of a failure; the rest is left.</summary>
    private const int MaxFailureLength = 1024 * 1024;

    public static async ValueTask<PooledBuffer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = response.Content;
        var stream = Decompress(content, await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

        var buffer = new PooledBuffer(Capacity(content));
        try
        {
            while (true)
            {
                var count = await stream.ReadAsync(buffer.GetMemory(), cancellationToken).ConfigureAwait(false);
                if (count == 0 || !Advance(buffer, count, response))
                {
                    return buffer;
                }
            }
        }
        catch
        {
            // A stream that was given up may still write.
            buffer.Abandon();
            throw;
        }
    }

    public static PooledBuffer Read(HttpResponseMessage response, Deadline deadline)
    {
        var content = response.Content;
        var buffer = new PooledBuffer(Capacity(content));
        try
        {
            var stream = Decompress(content, content.ReadAsStream(deadline.Token));
            while (true)
            {
                // Our sockets end a read themselves; the streams of other handlers know no deadline, so that it is looked at between two
                // reads.
                deadline.ThrowIfOver();
                var count = stream.Read(buffer.GetSpan());
                if (count == 0 || !Advance(buffer, count, response))
                {
                    return buffer;
                }
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Undoes a compression that the handler left: whatever the header names, not what was asked for.</summary>
    public static Stream Decompress(HttpContent content, Stream stream)
    {
        if (!content.Headers.NonValidated.TryGetValues("Content-Encoding", out var values))
        {
            return stream;
        }

        // The last encoding named was applied last.
        var encodings = values.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var index = encodings.Length - 1; index >= 0; index--)
        {
            stream = encodings[index].ToUpperInvariant() switch
            {
                "GZIP" or "X-GZIP" => new GZipStream(stream, CompressionMode.Decompress),
                "DEFLATE" => new ZLibStream(stream, CompressionMode.Decompress),
                "BR" => new BrotliStream(stream, CompressionMode.Decompress),
                "IDENTITY" => stream,
                _ => throw new InvalidDataException($"The answer is encoded as '{encodings[index]}', which cannot be read."),
            };
        }

        return stream;
    }

    private static int Capacity(HttpContent content)
        => content.Headers.ContentLength is { } length and > 0 ? (int)Math.Min(length, MaxCapacity - 1) + 1 : 1024;

    /// <summary>Whether to read on.</summary>
    private static bool Advance(PooledBuffer buffer, int count, HttpResponseMessage response)
    {
        buffer.Advance(count);
        if (buffer.Length > MaxLength)
        {
            throw new InvalidDataException($"The answer is longer than {MaxLength} bytes.");
        }

        return response.IsSuccessStatusCode || buffer.Length < MaxFailureLength;
    }
}
