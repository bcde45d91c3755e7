using System.IO.Compression;

namespace Valentina.Stress.Servers;

/// <summary>Bytes as they go over the wire under a Content-Encoding.</summary>
internal static class Encoded
{
    /// <param name="encoding">gzip, deflate, br, or empty for none.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="flushEvery">Flushes the compressor after that many bytes, so that what has arrived can be unpacked; 0 never.</param>
    public static byte[] Bytes(string encoding, ReadOnlySpan<byte> content, int flushEvery = 0)
    {
        if (encoding.Length == 0)
        {
            return content.ToArray();
        }

        var packed = new MemoryStream();
        using (var stream = Packer(encoding, packed))
        {
            if (flushEvery == 0)
            {
                stream.Write(content);
            }

            for (var start = 0; flushEvery > 0 && start < content.Length; start += flushEvery)
            {
                stream.Write(content.Slice(start, Math.Min(flushEvery, content.Length - start)));
                stream.Flush();
            }
        }

        return packed.ToArray();
    }

    /// <summary>The same block again and again, without ever holding it all.</summary>
    public static byte[] Repeated(string encoding, ReadOnlySpan<byte> block, int times)
    {
        var packed = new MemoryStream();
        using (var stream = Packer(encoding, packed))
        {
            for (var time = 0; time < times; time++)
            {
                stream.Write(block);
            }
        }

        return packed.ToArray();
    }

    private static Stream Packer(string encoding, Stream packed) => encoding switch
    {
        "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
        _ => throw new ArgumentException($"'{encoding}' is unknown.", nameof(encoding)),
    };
}
