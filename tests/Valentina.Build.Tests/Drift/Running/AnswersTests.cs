using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>What the real servers answered, and what a running one answers, against the prepared documents.</summary>
public sealed class AnswersTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly DocumentServer _server = new();

    [Fact]
    public async Task Every_recorded_answer_of_both_services_keeps_the_contract()
    {
        var run = await Tool.RunAsync(["drift", "--answers", Recording("valentina"), Recording("claude"), "--fail-on", "any"]);

        run.Code.Should().Be(0, run.Output);
        run.Output.Should().MatchRegex("the contract → 6[0-9][0-9] answers").And.MatchRegex("the contract → 1[0-9][0-9] answers");
    }

    [Fact]
    public async Task Members_nulls_types_values_and_statuses_the_contract_does_not_know_are_told()
    {
        var lines = new[]
        {
            Exchange(200, campaign => campaign["weather"] = "rain"),
            Exchange(200, campaign => campaign["name"] = null),
            Exchange(200, campaign => campaign["desperation"] = "low"),
            Exchange(200, campaign => campaign.Remove("danger")),
            Exchange(206, _ => { }),
        };

        var run = await Tool.RunAsync([
            "drift", "--answers", _folder.File("answers.jsonl", string.Join('\n', lines)), "--api", "valentina", "--format", "json"
        ]);

        run.Code.Should().Be(1);
        JsonNode.Parse(run.Output)!["comparisons"]![0]!["findings"]!.AsArray()
            .Select(finding => $"{finding!["id"]} {finding["pointer"]!.GetValue<string>().Split("/responses")[1]}")
            .Should().BeEquivalentTo(
                "answer-member-undeclared /200/weather",
                "answer-null-undeclared /200/name",
                "answer-type-undeclared /200/desperation",
                "answer-member-missing /200",
                "answer-status-undeclared /206");
    }

    [Fact]
    public async Task The_same_error_in_many_elements_is_one_finding()
    {
        var page = new JsonObject
        {
            ["items"] = new JsonArray([.. Enumerable.Range(0, 5).Select(_ => Campaign(campaign => campaign["weather"] = "rain"))]),
            ["limit"] = 10, ["offset"] = 0, ["total"] = 5,
        };

        var run = await Tool.RunAsync([
            "drift", "--answers", _folder.File("answers.jsonl", Line("/api/v1/companies/x/campaigns", 200, page)), "--api", "valentina"
        ]);

        run.Output.Should().Contain("0 breaking, 1 warnings").And.Contain("/200/items/*/weather");
    }

    [Fact]
    public async Task A_running_service_is_read_list_by_list_and_never_written_to()
    {
        const string Root = "/api/v1/companies";
        _server
            .Answer(Root, Page(new JsonObject { ["id"] = "c1" }))
            .Answer($"{Root}/c1/users", Page(new JsonObject { ["id"] = "u1" }))
            .Answer($"{Root}/c1/campaigns", Page(Campaign(campaign => campaign["weather"] = "rain")));

        var run = await Tool.RunAsync(
            ["drift", "--answers", "--api", "valentina", "--valentina-url", _server.Url, "--format", "json"],
            ("VALENTINA_CLIENT_API_KEY", "s3cret"));

        run.Output.Should().Contain("answer-member-undeclared").And.NotContain("s3cret");
        _server.Requests.Should().Contain(request => request.Path == $"{Root}/c1/campaigns/{CampaignId}" && request.Key == "s3cret");
        _server.Requests.Should().OnlyContain(request => request.Key == "s3cret");
    }

    [Fact]
    public async Task Without_an_api_the_services_with_an_address_are_read()
    {
        _server.Answer("/api/v1/companies", Page(new JsonObject { ["id"] = "c1" }));

        var run = await Tool.RunAsync(["drift", "--answers", "--valentina-url", _server.Url], ("VALENTINA_CLIENT_API_KEY", "s3cret"));

        run.Code.Should().NotBe(2);
        run.Output.Should().Contain("Valentina Noir").And.NotContain("Claude");
        _server.Requests.Should().Contain(request => request.Path == "/api/v1/companies");
    }

    [Fact]
    public async Task A_value_of_an_answer_is_never_repeated()
    {
        var line = Line(
            "/api/v1/companies/x/users",
            200,
            JsonNode.Parse("""{"items": [{"email": "jane@at@example.com"}], "limit": 1, "offset": 0, "total": 1}""")!);

        var run = await Tool.RunAsync(["drift", "--answers", _folder.File("answers.jsonl", line), "--api", "valentina"]);

        run.Output.Should().NotContain("jane");
    }

    [Theory]
    [InlineData("not json", "line 1, is no JSON object.")]
    [InlineData("", "no recorded exchange was found.")]
    public async Task A_file_that_is_no_recording_gives_exit_code_3(string text, string sentence)
    {
        var run = await Tool.RunAsync(["drift", "--answers", _folder.File("answers.jsonl", text)]);

        run.Code.Should().Be(3);
        run.Error.Should().Contain(sentence);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private const string CampaignId = "01a20190-cb43-70d9-a901-6b9937156b49";

    private static string Recording(string service) => Repository.PathOf("tests", "transcripts", service + ".jsonl");

    private static string Exchange(int status, Action<JsonObject> change)
        => Line($"/api/v1/companies/x/campaigns/{CampaignId}", status, Campaign(change));

    private static string Line(string path, int status, JsonNode body) => new JsonObject
    {
        ["method"] = "GET", ["path"] = path, ["status"] = status,
        ["response_headers"] = new JsonObject { ["content-type"] = "application/json" }, ["response_body"] = body,
    }.ToJsonString();

    private static string Page(JsonObject item)
        => new JsonObject { ["items"] = new JsonArray(item), ["limit"] = 10, ["offset"] = 0, ["total"] = 1 }.ToJsonString();

    /// <summary>A campaign as the real server sent it, changed.</summary>
    private static JsonObject Campaign(Action<JsonObject> change)
    {
        var campaign = File.ReadLines(Recording("valentina"))
            .Select(line => JsonNode.Parse(line)!)
            .First(exchange => exchange["operationId"]?.ToString() == "getCampaign"
                && exchange["status"]!.GetValue<int>() == 200)["response_body"]!
            .DeepClone()
            .AsObject();
        campaign["id"] = CampaignId;
        change(campaign);
        return campaign;
    }
}
