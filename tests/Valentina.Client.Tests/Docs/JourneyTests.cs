using System.Text.RegularExpressions;

namespace Valentina.Client.Tests.Docs;

/// <summary>The journeys of docs/architecture.md lead through files and members that exist.</summary>
public sealed class JourneyTests
{
    private static readonly IReadOnlyList<IGrouping<string, TableRow>> Journeys =
    [
        .. MarkdownTables.Read("architecture.md").Where(row => row.Cells.Count == 3).GroupBy(row => row.Heading),
    ];

    [Fact]
    public void There_are_six_of_at_most_eight_files()
    {
        Journeys.Select(journey => journey.Key).Should().Equal(
            "A call", "An answer", "A token of a stream", "A property of the contract", "A POST in the fake",
            "A finding of the drift tool");
        Journeys.Should().OnlyContain(journey => journey.Count() <= 8);
    }

    [Fact]
    public void Every_step_is_a_file_that_has_the_member()
        => Journeys.SelectMany(journey => journey.SelectMany(Wrong)).Should().BeEmpty();

    private static IEnumerable<string> Wrong(TableRow step)
    {
        var (file, member) = (step.Cells[0].Trim('`'), step.Cells[1].Trim('`'));
        var path = RepositoryRoot.PathOf(file);
        if (!File.Exists(path))
        {
            yield return $"{file} does not exist";
            yield break;
        }

        var text = File.ReadAllText(path);
        if (!file.EndsWith(".cs", StringComparison.Ordinal))
        {
            yield break;
        }

        var (type, name) = (member.Split('.')[0], member.Split('.')[^1]);
        if (!Regex.IsMatch(text, $@"\b(class|record|struct|record struct) {type}\b"))
        {
            yield return $"{file} declares no {type}";
        }

        if (!Regex.IsMatch(text, $@"\b{name}(<\w+>)?(\(| \{{)"))
        {
            yield return $"{file} has no {name}";
        }
    }
}
