using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Packing;

/// <summary>The page of a package: a document of the repository whose links lead to the repository, since a package has no other files.</summary>
internal static partial class PackagePage
{
    /// <summary>The document with absolute links.</summary>
    /// <param name="text">The document.</param>
    /// <param name="folder">The folder that it is in, seen from the repository's root.</param>
    /// <param name="address">The address of the repository's root.</param>
    public static string Of(string text, string folder, Uri address)
    {
        var place = new Uri(address, folder.Length == 0 || folder.EndsWith('/') ? folder : folder + "/");
        return Link().Replace(text, link =>
        {
            var target = link.Groups["target"].Value;
            return target.StartsWith('#') || Uri.IsWellFormedUriString(target, UriKind.Absolute) ? link.Value : $"]({new Uri(place, target)})";
        });
    }

    [GeneratedRegex(@"\]\((?<target>[^()\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
