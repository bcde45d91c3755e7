using System.Text.RegularExpressions;

namespace Valentina.Client.Tests.Docs;

/// <summary>The commands that the pages tell to type can be typed as they stand.</summary>
public sealed partial class CommandTests
{
    private static readonly IReadOnlyList<(string Page, string Line)> Commands = [.. Pages().SelectMany(page => CommandsOf(page))];

    [Fact]
    public void There_are_commands() => Commands.Should().HaveCountGreaterThan(30);

    [Fact]
    public void They_name_projects_folders_and_scripts_that_exist()
        => Commands
            .SelectMany(command => Places().Matches(command.Line).Select(place => (command.Page, Place: place.Groups["place"].Value)))
            .Where(named => !Path.Exists(RepositoryRoot.PathOf(named.Place)))
            .Should().BeEmpty();

    [Fact]
    public void Our_packages_are_asked_for_as_previews_while_there_is_nothing_else()
    {
        var isPreview = File.ReadAllText(RepositoryRoot.PathOf("Directory.Build.props")).Contains("-preview.", StringComparison.Ordinal);

        Commands.Where(command => Installs().IsMatch(command.Line))
            .Should().NotBeEmpty()
            .And.OnlyContain(command => command.Line.Contains("--prerelease", StringComparison.Ordinal) == isPreview);
    }

    [Fact]
    public void Tools_are_installed_where_they_can_be_typed()
        => Commands.Where(command => command.Line.StartsWith("dotnet tool install", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(command => command.Line.Contains("--global", StringComparison.Ordinal));

    private static IEnumerable<string> Pages()
    {
        foreach (var folder in new[] { "docs", "src", "samples" })
        {
            foreach (var page in Directory.EnumerateFiles(RepositoryRoot.PathOf(folder), "*.md", SearchOption.AllDirectories))
            {
                if (!Made().IsMatch(page))
                {
                    yield return page;
                }
            }
        }

        foreach (var page in Directory.EnumerateFiles(RepositoryRoot.Path, "*.md"))
        {
            yield return page;
        }
    }

    private static IEnumerable<(string Page, string Line)> CommandsOf(string page)
    {
        var isCommand = false;
        foreach (var line in File.ReadLines(page))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCommand = Shells().IsMatch(line);
            }
            else if (isCommand && line.Trim() is { Length: > 0 } command && !command.StartsWith('#'))
            {
                yield return (Path.GetRelativePath(RepositoryRoot.Path, page), command);
            }
        }
    }

    [GeneratedRegex("^```(bash|sh|console)$")]
    private static partial Regex Shells();

    [GeneratedRegex(@"(?<![\w/*])(?<place>\.ci/[\w-]+|(tests|samples|src|build)/[\w./-]+)")]
    private static partial Regex Places();

    [GeneratedRegex(@"^dotnet (add package|tool install) .*Valentina\.")]
    private static partial Regex Installs();

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex Made();
}
