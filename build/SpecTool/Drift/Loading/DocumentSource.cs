namespace Valentina.SpecTool.Drift.Loading;

/// <summary>Where a document comes from: a file or a URL.</summary>
public sealed class DocumentSource
{
    private DocumentSource(string location, Uri? url)
    {
        Location = location;
        Url = url;
    }

    /// <summary>The path or URL.</summary>
    public string Location { get; }

    /// <summary>The URL; null for a file.</summary>
    public Uri? Url { get; }

    /// <summary>The source as messages name it: of a URL neither user nor query, for either may be a secret.</summary>
    public string Name => Url is null
        ? Short(Location)
        : Url.GetComponents(UriComponents.Scheme | UriComponents.HostAndPort | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>Understands what was typed: with <c>http://</c> or <c>https://</c> before it a URL, else a file.</summary>
    /// <param name="location">The path or URL.</param>
    public static DocumentSource Parse(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        return Uri.TryCreate(location, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new DocumentSource(location, url)
            : new DocumentSource(location, null);
    }

    /// <summary>A path below the current folder is named from there.</summary>
    private static string Short(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
