namespace Valentina;

/// <summary>A file received. It owns the response and nothing else; dispose it after reading.</summary>
/// <remarks>
/// The bytes are not read before they are asked for. Each read may take as long as one attempt (<see cref="ClientOptions.Timeout"/>);
/// it fails with the exceptions of the SDK.
/// </remarks>
public sealed class FileDownload : IDisposable, IAsyncDisposable
{
    private readonly IDisposable? _owner;

    /// <summary>Creates a download over a stream.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="fileName">The clean file name, without any path.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="length">The number of bytes, where known.</param>
    /// <param name="owner">Disposed together with the download.</param>
    public FileDownload(Stream content, string? fileName = null, string? contentType = null, long? length = null, IDisposable? owner = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        Content = content;
        FileName = fileName;
        ContentType = contentType;
        Length = length;
        _owner = owner;
    }

    /// <summary>The bytes, readable once.</summary>
    public Stream Content { get; }

    /// <summary>
    /// The file name the server gave, or null. It is safe on every system: no path, no characters that are forbidden, invisible or change
    /// the writing direction, no dot or blank at the end, no name of a device of Windows (those get a "_" in front), and at most 255 bytes
    /// of UTF-8 with its extension kept. A file of that name may of course exist already.
    /// </summary>
    public string? FileName { get; }

    /// <summary>The media type, or null.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes, or null where the server did not say.</summary>
    public long? Length { get; }

    /// <summary>
    /// Writes the file to disk, over one of the same name. The bytes go into a file beside it (<c>.….part</c>), which takes its name when
    /// it is complete: when anything fails, reading or writing, nothing is left behind and a file that was there stays as it was.
    /// </summary>
    /// <param name="path">Where to; a file, not a folder. A link is followed.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="ValentinaException">The download broke off.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The path may not be written to, or is a folder.</exception>
    public async Task SaveAsync(string path, CancellationToken cancellationToken = default)
    {
        var target = ReplacedFile.At(path);
        try
        {
            var file = target.Open(FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                await Content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            }

            target.Complete();
        }
        catch
        {
            target.Abandon();
            throw;
        }
    }

    /// <inheritdoc cref="SaveAsync"/>
    public void Save(string path)
    {
        var target = ReplacedFile.At(path);
        try
        {
            using (var file = target.Open(FileOptions.None))
            {
                Content.CopyTo(file);
            }

            target.Complete();
        }
        catch
        {
            target.Abandon();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _owner?.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _owner?.Dispose();
    }
}
