using System.Text.RegularExpressions;

namespace Valentina.Client.Tests.Conventions;

/// <summary>
/// Every known defect of the reference client has a test with its number as the trait <c>Defect</c>, or a reason why it cannot be repeated:
/// <c>dotnet test --filter Defect=D12</c> runs those of one.
/// </summary>
public partial class KnownDefectTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.PathOf("docs", "known-defects.md"));

    private static readonly string[] All = [.. Enumerable.Range(1, 87).Select(number => $"D{number:00}")];

    private static readonly string[] OfTheFake = [.. Enumerable.Range(70, 12).Select(number => $"D{number:00}")];

    [Fact]
    public void Every_known_defect_is_on_the_page()
        => All.Where(defect => !Page.Contains($"| {defect} |", StringComparison.Ordinal))
            .Should().Equal(OfTheFake, "those of the fake stand there as one");

    [Fact]
    public void Every_known_defect_has_a_test()
        => All.Except(TestMethod.ByTrait("Defect").Select(group => group.Key))
            .Should().Equal(["D65"], "the page says why that one has none");

    [Fact]
    public void The_page_lists_exactly_the_tests_that_carry_the_number()
    {
        var tests = TestMethod.ByTrait("Defect");
        var rows = Row().Matches(Page).ToDictionary(
            row => row.Groups[1].Value, row => Name().Matches(row.Groups[2].Value).Select(name => name.Groups[1].Value));

        rows.Should().HaveCountGreaterThan(70);
        rows.Where(row => !row.Value.Order(StringComparer.Ordinal).SequenceEqual(tests[row.Key].Order(StringComparer.Ordinal)))
            .Select(row => $"{row.Key}: the tests are {string.Join(", ", tests[row.Key])}")
            .Should().BeEmpty();
        tests.Select(group => group.Key).Except(rows.Keys).Should().BeEquivalentTo(OfTheFake, "no test carries a number that nobody knows");
    }

    [Fact]
    public void No_test_has_a_number_in_its_name()
        => TestMethod.All.Where(test => Number().IsMatch(test.Name))
            .Should().BeEmpty("the name says what a user would see, and the trait has the number");

    [GeneratedRegex(@"^\| (D\d\d) \| [^|]* \| (`\w+`(?:, `\w+`)*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"(^|_)[ABCDT]\d\d(_|$)")]
    private static partial Regex Number();
}
