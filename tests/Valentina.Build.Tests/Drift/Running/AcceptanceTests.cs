using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>Findings somebody decided to live with, for a while and with a reason.</summary>
public sealed class AcceptanceTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly string _head;

    public AcceptanceTests() => _head = _folder.Changed("claude-code", document => document["paths"]!.AsObject().Remove("/health"));

    [Fact]
    public async Task An_accepted_finding_no_longer_fails_the_run_but_is_still_told()
    {
        var run = await RunAsync(Entry(await FingerprintAsync(), "2026-12-31"));

        run.Code.Should().Be(0);
        run.Output.Should().Contain("accepted    api-path-removed-without-deprecation").And.Contain("Nobody calls it.");
    }

    [Fact]
    public async Task The_last_day_still_counts()
        => (await RunAsync(Entry(await FingerprintAsync(), "2026-11-23"))).Code.Should().Be(0);

    [Fact]
    public async Task An_expired_acceptance_lets_the_finding_through_and_is_a_finding_itself()
    {
        var run = await RunAsync(Entry(await FingerprintAsync(), "2026-11-22"));

        run.Code.Should().Be(1);
        run.Output.Should().Contain("breaking    api-path-removed-without-deprecation").And.Contain("acceptance-expired");
    }

    [Fact]
    public async Task An_acceptance_that_matches_nothing_is_a_finding()
    {
        var run = await RunAsync(Entry(await FingerprintAsync(), "2026-12-31"), Entry("000000000000", "2026-12-31"));

        run.Output.Should().Contain("warning     acceptance-unmatched  document  /accepted/1  000000000000");
        run.Output.Should().NotContain("acceptance-expired");
    }

    [Fact]
    public async Task An_acceptance_of_the_other_API_is_left_alone()
    {
        var other = Entry("000000000000", "2026-12-31");
        other["api"] = "valentina";

        var run = await RunAsync(Entry(await FingerprintAsync(), "2026-12-31"), other);

        run.Output.Should().NotContain("acceptance-unmatched");
    }

    [Fact]
    public async Task The_fingerprint_stays_when_something_else_moves()
    {
        static string Parameters(int more)
        {
            var document = ChangeCase.Bakery;
            var list = document["paths"]!["/breads"]!["get"]!["parameters"]!.AsArray();
            for (var index = 0; index < more; index++)
            {
                list.Insert(
                    0, new JsonObject { ["name"] = $"new{index}", ["in"] = "query", ["schema"] = new JsonObject { ["type"] = "string" } });
            }

            return document.ToJsonString();
        }

        var old = Parameters(0);
        var one = Parameters(0).Replace("\"maximum\":100", "\"maximum\":50", StringComparison.Ordinal);
        var two = Parameters(3).Replace("\"maximum\":100", "\"maximum\":50", StringComparison.Ordinal);

        (await FingerprintAsync(old, one)).Should().Be(await FingerprintAsync(old, two));
    }

    [Theory]
    [InlineData("""{}""", "needs the member 'accepted', a list.")]
    [InlineData(
        """{"accepted": [{"fingerprint": "a", "api": "valentina", "id": "x", "until": "2027-01-01"}]}""",
        "accepted[0] needs 'reason', a text.")]
    [InlineData(
        """{"accepted": [{"fingerprint": "a", "api": "valentina", "id": "x", "reason": " ", "until": "2027-01-01"}]}""",
        "accepted[0] needs 'reason', a text.")]
    [InlineData(
        """{"accepted": [{"fingerprint": "a", "api": "valentina", "id": "x", "reason": "y"}]}""", "accepted[0] needs 'until', a text.")]
    [InlineData(
        """{"accepted": [{"fingerprint": "a", "api": "valentina", "id": "x", "reason": "y", "until": "soon"}]}""",
        "accepted[0] needs 'until', a day such as 2027-01-31.")]
    [InlineData("""{"accepted": [""", "The text is not valid JSON")]
    public async Task A_file_that_is_not_understood_gives_exit_code_2(string text, string sentence)
    {
        var run = await Tool.RunAsync(["drift", "--head", _head, "--accept", _folder.File("accepted.json", text)]);

        run.Code.Should().Be(2);
        run.Error.Should().Contain(sentence);
    }

    [Fact]
    public async Task The_committed_file_is_understood()
    {
        var run = await Tool.RunAsync([
            "drift", "--head", Texts.Repository.PathOf("openapi", "claude-code.json"), "--accept",
            Texts.Repository.PathOf("openapi", "drift-accepted.json")
        ]);

        run.Error.Should().BeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private static JsonObject Entry(string fingerprint, string until) => new()
    {
        ["fingerprint"] = fingerprint,
        ["api"] = "claude-code",
        ["id"] = "api-path-removed-without-deprecation",
        ["reason"] = "Nobody calls it.",
        ["until"] = until,
    };

    private async Task<Tool.Run> RunAsync(params JsonObject[] entries)
    {
        var file = _folder.File("accepted.json", new JsonObject { ["accepted"] = new JsonArray([.. entries]) }.ToJsonString());
        return await Tool.RunAsync(["drift", "--head", _head, "--accept", file]);
    }

    private async Task<string> FingerprintAsync()
    {
        var run = await Tool.RunAsync(["drift", "--head", _head, "--format", "json"]);
        return Fingerprint(run.Output, "api-path-removed-without-deprecation");
    }

    private async Task<string> FingerprintAsync(string old, string now)
    {
        var run = await Tool.RunAsync([
            "drift", "--base", _folder.File("old.json", old), "--head", _folder.File("now.json", now), "--format", "json"
        ]);
        return Fingerprint(run.Output, "request-parameter-max-decreased");
    }

    private static string Fingerprint(string report, string id) => JsonNode.Parse(report)!["comparisons"]![0]!["findings"]!.AsArray()
        .Single(finding => finding!["id"]!.GetValue<string>() == id)!["fingerprint"]!.GetValue<string>();
}
