using System.Net.Http.Headers;

namespace Valentina;

/// <summary>A file to send. Its source can be opened again, so that a repeated attempt sends the same bytes.</summary>
/// <remarks>The server takes PNG, JPEG, GIF and WEBP, which it recognises by their content, and at most 10,000,000 bytes.</remarks>
public sealed class FileUpload
{
    private readonly Func<Stream> _open;
    private readonly string? _contentType;

    private FileUpload(string fileName, Func<Stream> open, long? length, bool canReopen = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (length < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A length cannot be negative.");
        }

        FileName = FileNames.WithoutPath(fileName) ?? throw new ArgumentException("The file name holds nothing but a path.", nameof(fileName));
        Length = length;
        CanReopen = canReopen;
        _open = open;
    }

    /// <summary>The name told to the server, without any path.</summary>
    public string FileName { get; }

    /// <summary>The number of bytes, where it is known; without it the request is sent in chunks.</summary>
    public long? Length { get; }

    /// <summary>The media type told to the server, which recognises the format by itself; null: by the ending of the name.</summary>
    /// <exception cref="ArgumentException">It is no media type.</exception>
    public string? ContentType
    {
        get => _contentType;
        init => _contentType = value is null || MediaTypeHeaderValue.TryParse(value, out _)
            ? value
            : throw new ArgumentException($"'{value}' is no media type.", nameof(value));
    }

    /// <summary>Called with the number of bytes sent so far, from 0 again on every attempt.</summary>
    public IProgress<long>? Progress { get; init; }

    /// <summary>Whether the source can be read more than once; if not, the upload is never repeated.</summary>
    internal bool CanReopen { get; }

    internal string MediaType => ContentType ?? FileNames.GuessMediaType(FileName);

    /// <summary>A file on disk.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileUpload FromFile(string path)
        => new(
            Path.GetFileName(path),
            () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan),
            new FileInfo(path).Length);

    /// <summary>Bytes in memory. They are not copied: leave them alone until the call is over.</summary>
    public static FileUpload FromBytes(string fileName, ReadOnlyMemory<byte> content)
        => new(fileName, () => new ReadOnlyMemoryStream(content), content.Length);

    /// <summary>Any source that can be opened as often as needed; every stream it opens is disposed.</summary>
    public static FileUpload FromSource(string fileName, Func<Stream> open, long? length = null)
        => new(fileName, open, length);

    /// <summary>A stream, from where it stands to its end; it is not disposed. One that cannot seek is read once only, so that the upload is never repeated.</summary>
    public static FileUpload FromStream(string fileName, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            return new(fileName, () => new BorrowedStream(stream), null, canReopen: false);
        }

        var start = stream.Position;
        return new(fileName, () => BorrowedStream.At(stream, start), stream.Length - start);
    }

    internal Stream Open() => _open();
}
