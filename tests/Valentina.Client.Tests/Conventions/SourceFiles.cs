using System.Text.RegularExpressions;

namespace Valentina.Client.Tests.Conventions;

/// <summary>The C# files of the repository that somebody wrote.</summary>
internal static partial class SourceFiles
{
    /// <summary>Paths below the root, with forward slashes; without what the build or the generator put there.</summary>
    public static IEnumerable<string> HandWritten(params string[] folders)
        => folders.SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.PathOf(folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !Made().IsMatch(file))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"/(bin|obj|artifacts)/|\.g\.cs$")]
    private static partial Regex Made();
}
