namespace Valentina;

/// <summary>A file received. It owns the response and nothing else; dispose it after reading.</summary>
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
        Content = content;
        FileName = fileName;
        ContentType = contentType;
        Length = length;
        _owner = owner;
    }

    /// <summary>The bytes.</summary>
    public Stream Content { get; }

    /// <summary>The file name the server gave, without any path, or null.</summary>
    public string? FileName { get; }

    /// <summary>The media type, or null.</summary>
    public string? ContentType { get; }

    /// <summary>The number of bytes, or null where the server did not say.</summary>
    public long? Length { get; }

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
