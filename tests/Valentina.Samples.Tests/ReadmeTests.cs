using System.Text.RegularExpressions;

namespace Valentina.Samples.Tests;

/// <summary>Where the texts beside the samples lead.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Folder = RepositoryRoot.PathOf("samples");

    [Fact]
    public void Every_link_leads_to_something()
    {
        var links = Directory.EnumerateFiles(Folder, "README.md", SearchOption.AllDirectories)
            .SelectMany(file => Link().Matches(File.ReadAllText(file))
                .Select(link => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value))))
            .ToList();

        links.Should().HaveCountGreaterThan(15);
        links.Where(link => !Path.Exists(link)).Should().BeEmpty();
    }

    [Fact]
    public void Every_sample_is_in_the_list()
        => Link().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Select(link => link.Groups[1].Value)
            .Should().BeEquivalentTo(Directory.EnumerateFiles(Folder, "*.csproj", SearchOption.AllDirectories)
                .Select(project => Path.GetFileNameWithoutExtension(project)));

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
