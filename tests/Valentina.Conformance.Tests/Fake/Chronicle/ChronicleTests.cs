using Xunit.Abstractions;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <summary>The real client on the fake shows what it showed on the real server, in every step of a long walk.</summary>
public sealed class ChronicleTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<IReadOnlyList<ChronicleStep>>> Walk = new(async () =>
    {
        using var chronicle = new Chronicle();
        return await chronicle.WalkAsync();
    });

    [Fact]
    public async Task The_fake_answers_every_step_as_the_real_server_did()
    {
        var walked = (await Walk.Value).ToDictionary(step => step.Name);

        var recorded = ChronicleStep.Recorded();
        var differing = recorded.Where(step => walked[step.Name] != step).ToList();
        foreach (var step in differing)
        {
            var how = step.IsLike(walked[step.Name]) ? "words" : "differs";
            output.WriteLine($"{how} {step.Name}\n  real {step}\n  fake {walked[step.Name]}");
        }

        output.WriteLine($"{recorded.Count - differing.Count} of {recorded.Count} steps agree");
        differing.Select(step => step.Name).Should().BeEquivalentTo(
            AcceptedDifferences.Reasons.Keys.Concat(AcceptedDifferences.ToBeMended),
            "what differs has a reason, and what differs no longer leaves the list");
        differing.Count(step => AcceptedDifferences.Reasons.ContainsKey(step.Name) && !step.IsLike(walked[step.Name]))
            .Should().BeLessThanOrEqualTo(AcceptedDifferences.MostInValue);
    }

    [Fact]
    public async Task Every_step_of_the_real_walk_is_walked_once()
    {
        var walked = await Walk.Value;

        walked.Should().HaveCount(535).And.OnlyHaveUniqueItems(step => step.Name);
        walked.Select(step => step.Shown).Should().NotContain(shown => shown.StartsWith("!!!"));
    }
}
