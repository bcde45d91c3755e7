namespace Valentina;

/// <summary>A file to send. Its source can be opened again, so that a retry sends the same bytes.</summary>
public sealed class FileUpload
{
    private readonly Func<Stream> _open;

    private FileUpload(string fileName, Func<Stream> open, long? length)
    {
        FileName = fileName;
        Length = length;
        _open = open;
    }

    /// <summary>The name told to the server.</summary>
    public string FileName { get; }

    /// <summary>The number of bytes, where it is known.</summary>
    public long? Length { get; }

    /// <summary>The media type told to the server, which sniffs the format itself.</summary>
    public string? ContentType { get; init; }

    /// <summary>Called with the number of bytes sent so far, from 0 again on every attempt.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>A file on disk.</summary>
    public static FileUpload FromFile(string path)
        => new(Path.GetFileName(path), () => System.IO.File.OpenRead(path), new FileInfo(path).Length);

    /// <summary>Bytes in memory.</summary>
    public static FileUpload FromBytes(string fileName, ReadOnlyMemory<byte> content)
        => new(fileName, () => new MemoryStream(content.ToArray(), writable: false), content.Length);

    /// <summary>Any source that can be opened as often as needed.</summary>
    public static FileUpload FromSource(string fileName, Func<Stream> open, long? length = null)
        => new(fileName, open, length);

    internal Stream Open() => _open();
}
