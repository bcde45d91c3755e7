using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>The fake answers as the real server did: status, headers, members, types and error texts of every recorded exchange.</summary>
public sealed class FidelityTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_recording_replayed_as_a_story_agrees()
    {
        using var story = new Story(Row.Load());
        var outcomes = await story.PlayAsync();

        output.WriteLine(Report(outcomes));
        var unexplained = outcomes
            .Where(outcome => outcome.Differences.Count > 0 && !KnownDifferences.Reasons.ContainsKey(outcome.Row.Number))
                .Select(outcome => $"{outcome.Row}: {string.Join("; ", outcome.Differences)}");
        unexplained.Should().BeEmpty();
        var healed = outcomes.Where(outcome => outcome.Differences.Count == 0 && KnownDifferences.Reasons.ContainsKey(outcome.Row.Number))
            .Select(outcome => outcome.Row.ToString());
        healed.Should().BeEmpty("a difference that is gone leaves the list");
        Share(outcomes).Should().BeGreaterThanOrEqualTo(0.95);
    }

    private static double Share(IReadOnlyCollection<(Row Row, List<string> Differences)> outcomes)
        => (double)outcomes.Count(outcome => outcome.Differences.Count == 0) / outcomes.Count;

    private static string Report(List<(Row Row, List<string> Differences)> outcomes)
    {
        var report = new StringBuilder();
        foreach (var operation in outcomes.GroupBy(outcome => outcome.Row.OperationId ?? "(no route)")
            .OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"{operation.Key}: {operation.Count(outcome => outcome.Differences.Count == 0)}/{operation.Count()}");
        }

        foreach (var (row, differences) in outcomes.Where(outcome => outcome.Differences.Count > 0))
        {
            report.AppendLine(CultureInfo.InvariantCulture, $"differs: {row}: {string.Join("; ", differences)} [{KnownDifferences.Reasons.GetValueOrDefault(row.Number, "no reason")}]");
        }

        var agreeing = outcomes.Count(outcome => outcome.Differences.Count == 0);
        return report.AppendLine(CultureInfo.InvariantCulture, $"fidelity {agreeing}/{outcomes.Count} = {Share(outcomes):P1}").ToString();
    }
}
