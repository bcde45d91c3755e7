namespace Valentina.Build.Tests.Drift.Corpus;

/// <summary>
/// The conditions of JSON Schema 2020-12, and what stands beside unions and members: nothing of it is read as no difference.
/// </summary>
public sealed class ConditionTests
{
    public static TheoryData<string> Cases
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var item in ConditionCase.All)
            {
                data.Add(item.ToString());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_change_is_found_with_its_verdicts_and_nothing_else_is(string name)
    {
        var item = ConditionCase.All.Single(other => other.ToString() == name);

        item.Compare().Select(finding => $"{finding.Rule.Id} {finding.Rule.Wire} {finding.Rule.Sdk}").Order(StringComparer.Ordinal)
            .Should().Equal(item.Expected.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_at_least_two_hundred_and_fifty_pairs() => ConditionCase.All.Count.Should().BeGreaterThanOrEqualTo(250);
}
