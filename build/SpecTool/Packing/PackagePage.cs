using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Packing;

/// <summary>
/// The page of a package: a document of the repository whose links lead to the repository, since a package has no other files.
/// </summary>
internal static partial class PackagePage
{
    /// <summary>The document with absolute links.</summary>
    /// <param name="text">The document.</param>
    /// <param name="folder">The folder that it is in, seen from the repository's root.</param>
    /// <param name="address">The address of the repository's root.</param>
    public static string Of(string text, string folder, Uri address)
    {
        var place = new Uri(address, folder.Length == 0 || folder.EndsWith('/') ? folder : folder + "/");
        return Link().Replace(text, link => IsRelative(link) ? $"]({new Uri(place, link.Groups["target"].Value)})" : link.Value);
    }

    /// <summary>Whether a link leads to a file that a package does not have.</summary>
    public static bool HasRelativeLinks(string text) => Link().Matches(text).Any(IsRelative);

    private static bool IsRelative(Match link)
        => link.Groups["target"].Value is var target && !target.StartsWith('#') && !Uri.IsWellFormedUriString(target, UriKind.Absolute);

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
