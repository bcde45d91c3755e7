using Valentina.SpecTool.Drift.Model;

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

    /// <summary>The same for every way to write the same place.</summary>
    internal string Identity => Url?.ToString() ?? Path.GetFullPath(Location);

    /// <summary>The place that a reference in this document names.</summary>
    /// <param name="address">The reference without its fragment.</param>
    /// <param name="first">The document that was asked for: nothing leads away from its server, and no server leads to a file.</param>
    /// <exception cref="ContractException">It leads to another server.</exception>
    internal DocumentSource Relative(string address, DocumentSource first)
    {
        if (Url is null && !Uri.TryCreate(address, UriKind.Absolute, out _))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(Location)) ?? "";
            return new DocumentSource(Path.GetFullPath(Path.Combine(folder, Uri.UnescapeDataString(address))), null);
        }

        if (Url is not null && Uri.TryCreate(Url, address, out var target) && Same(target, first.Url))
        {
            return new DocumentSource(target.ToString(), target);
        }

        throw new ContractException($"The reference {address} in {Name} leads to another server or to a file, which is not followed.");

        static bool Same(Uri one, Uri? other)
            => other is not null && one.Scheme == other.Scheme && one.Host == other.Host && one.Port == other.Port;
    }

    /// <summary>A place as it is named within this document: from its folder.</summary>
    /// <param name="part">The place.</param>
    internal string NameOf(DocumentSource part) => part.Url is { } url && Url is not null
        ? Url.MakeRelativeUri(url).ToString()
        : Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(Location)) ?? "", part.Location).Replace('\\', '/');

    /// <summary>A path below the current folder is named from there.</summary>
    private static string Short(string path)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        return (relative.StartsWith("..", StringComparison.Ordinal) ? path : relative).Replace('\\', '/');
    }
}
