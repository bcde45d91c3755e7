using System.Net.Http.Headers;

namespace Valentina;

/// <summary>A file to send. Its source can be opened again, so that a repeated attempt sends the same bytes.</summary>
/// <remarks>The server takes PNG, JPEG, GIF and WEBP, which it recognises by their content, and at most 10,000,000 bytes.</remarks>
public sealed class FileUpload
{
    private readonly Func<Stream> _open;

    private FileUpload(
        string fileName, Func<Stream> open, long? length, string? contentType, IProgress<long>? progress, bool canReopen = true)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        ArgumentNullException.ThrowIfNull(open);
        if (length < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, "A length cannot be negative.");
        }

        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException($"'{contentType}' is no media type.", nameof(contentType));
        }

        FileName = FileNames.WithoutPath(fileName)
            ?? throw new ArgumentException("The file name holds nothing but a path.", nameof(fileName));
        ContentType = contentType ?? FileNames.GuessMediaType(FileName);
        Length = length;
        Progress = progress;
        CanReopen = canReopen;
        _open = open;
    }

    /// <summary>The name told to the server, without any path.</summary>
    public string FileName { get; }

    /// <summary>The number of bytes, where it is known; without it the request is sent in chunks.</summary>
    public long? Length { get; }

    /// <summary>The media type told to the server, which recognises the format by itself.</summary>
    public string ContentType { get; }

    /// <summary>Called with the number of bytes sent so far, from 0 again on every attempt.</summary>
    public IProgress<long>? Progress { get; }

    /// <summary>Whether the source can be read more than once; if not, the upload is never repeated.</summary>
    internal bool CanReopen { get; }

    /// <summary>A file on disk.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="contentType">The media type; null: by the ending of the name.</param>
    /// <param name="progress">Told the number of bytes sent so far.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static FileUpload FromFile(string path, string? contentType = null, IProgress<long>? progress = null)
        => new(
            Path.GetFileName(path),
            () => new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan),
            new FileInfo(path).Length,
            contentType,
            progress);

    /// <summary>Bytes in memory. They are not copied: leave them alone until the call is over.</summary>
    /// <param name="fileName">The name told to the server.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="contentType">The media type; null: by the ending of the name.</param>
    /// <param name="progress">Told the number of bytes sent so far.</param>
    public static FileUpload FromBytes(
        string fileName, ReadOnlyMemory<byte> content, string? contentType = null, IProgress<long>? progress = null)
        => new(fileName, () => new ReadOnlyMemoryStream(content), content.Length, contentType, progress);

    /// <summary>Any source that can be opened as often as needed; every stream it opens is disposed.</summary>
    /// <param name="fileName">The name told to the server.</param>
    /// <param name="open">Opens the source, once for every attempt, always with the same bytes.</param>
    /// <param name="length">The number of bytes, where it is known.</param>
    /// <param name="contentType">The media type; null: by the ending of the name.</param>
    /// <param name="progress">Told the number of bytes sent so far.</param>
    public static FileUpload FromSource(
        string fileName, Func<Stream> open, long? length = null, string? contentType = null, IProgress<long>? progress = null)
        => new(fileName, open, length, contentType, progress);

    /// <summary>
    /// A stream, from where it stands to its end; it is not disposed. One that cannot seek is read once only, so that the upload is never
    /// repeated.
    /// </summary>
    /// <param name="fileName">The name told to the server.</param>
    /// <param name="stream">The bytes.</param>
    /// <param name="contentType">The media type; null: by the ending of the name.</param>
    /// <param name="progress">Told the number of bytes sent so far.</param>
    public static FileUpload FromStream(string fileName, Stream stream, string? contentType = null, IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            return new(fileName, () => new BorrowedStream(stream), null, contentType, progress, canReopen: false);
        }

        var start = stream.Position;
        return new(fileName, () => BorrowedStream.At(stream, start), stream.Length - start, contentType, progress);
    }

    internal Stream Open() => _open();
}
