using System.Text.RegularExpressions;

namespace Valentina.Client.Tests.Conventions;

/// <summary>Every known defect of the reference client has a test that is named after it, or a reason why it cannot be repeated.</summary>
public partial class KnownDefectTests
{
    [Fact]
    public void Every_known_defect_is_on_the_page()
    {
        var page = File.ReadAllText(RepositoryRoot.PathOf("docs", "known-defects.md"));
        var listed = Enumerable.Range(1, 87).Where(number => page.Contains($"| D{number:00} |", StringComparison.Ordinal)).ToList();

        Enumerable.Range(1, 87).Except(listed).Should().Equal(Enumerable.Range(70, 12), "those of the fake stand there as one");
    }

    [Fact]
    public void Every_test_on_the_page_exists()
    {
        var page = File.ReadAllText(RepositoryRoot.PathOf("docs", "known-defects.md"));
        var tests = Directory.EnumerateFiles(RepositoryRoot.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => Test().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToHashSet(StringComparer.Ordinal);

        TestOnPage().Matches(page).Select(match => match.Groups[1].Value).Should().HaveCountGreaterThan(75).And.BeSubsetOf(tests);
    }

    [GeneratedRegex(@"public (?:async Task|void) (D\d\d_\w+)\(")]
    private static partial Regex Test();

    [GeneratedRegex(@"`(D\d\d_\w+)`")]
    private static partial Regex TestOnPage();
}
