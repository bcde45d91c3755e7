using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>Every enum of the SDK against what the options endpoint offers, by a recorded answer of the real server.</summary>
public sealed class OptionsTests : IDisposable
{
    private const string Company = "01a20190-cb43-70d9-a901-6b9937156b49";
    private const string Key = "s3cret-key";

    private readonly Folder _folder = new();
    private readonly DocumentServer _server = new();

    [Fact]
    public async Task The_recorded_options_fit_the_enums()
    {
        var run = await Tool.RunAsync(["drift", "--options", _folder.File("options.json", Recorded().ToJsonString()), "--fail-on", "any"]);

        run.Should().BeEquivalentTo(new { Code = 0, Error = "" });
    }

    [Fact]
    public async Task The_running_server_is_asked_with_the_key_from_the_environment()
    {
        _server.Answer($"/api/v1/companies/{Company}/options", Recorded().ToJsonString());

        var run = await AskAsync();

        run.Should().BeEquivalentTo(new { Code = 0, Error = "" });
        _server.Requests.Should().Equal(($"/api/v1/companies/{Company}/options", Key, null));
    }

    [Fact]
    public async Task A_new_value_a_lost_value_and_a_new_list_are_told()
    {
        var options = Recorded();
        options["characters"]!["CharacterClass"]!.AsArray().Add("CHANGELING");
        options["gameplay"]!["DiceSize"]!.AsArray().RemoveAt(0);
        options["characters"]!["Weather"] = new JsonArray("RAIN");
        options["assets"]!.AsObject().Remove("AssetType");

        var run = await Tool.RunAsync([
            "drift", "--options", _folder.File("options.json", options.ToJsonString()), "--format", "json", "--fail-on", "warning"
        ]);

        run.Code.Should().Be(1);
        JsonNode.Parse(run.Output)!["comparisons"]![0]!["findings"]!.AsArray()
            .Select(finding => $"{finding!["id"]} {finding["subject"]} {finding["old"]}{finding["new"]}")
            .Should().BeEquivalentTo(
                "option-value-unknown CharacterClass \"CHANGELING\"",
                "option-value-missing DiceSize 4",
                "option-undeclared Weather Weather",
                "option-missing AssetType AssetType");
    }

    [Fact]
    public async Task Enums_the_endpoint_does_not_list_are_named_on_request()
    {
        var run = await Tool.RunAsync(["drift", "--options", _folder.File("options.json", Recorded().ToJsonString()), "--verbose"]);

        run.Output.Should().Contain("enum-without-options").And.Contain("CharacterInclude").And.NotContain("CharacterClass:");
    }

    [Theory]
    [InlineData(401, """{"detail": "Invalid"}""", "The options endpoint answered 401.")]
    [InlineData(200, "<html>", "The options endpoint gave no valid JSON.")]
    [InlineData(200, "[]", "The options endpoint gave no JSON object.")]
    public async Task An_answer_that_is_none_gives_exit_code_3(int status, string body, string sentence)
    {
        _server.Answer($"/api/v1/companies/{Company}/options", body, status: status);

        var run = await AskAsync();

        run.Code.Should().Be(3);
        run.Error.Should().Be(sentence + "\n");
    }

    [Fact]
    public async Task The_key_is_never_shown_and_never_follows_a_redirect()
    {
        using var elsewhere = new DocumentServer();
        _server.Answer($"/api/v1/companies/{Company}/options", "", status: 307, location: elsewhere.Url + "/steal");

        var run = await AskAsync();

        run.Code.Should().Be(3);
        (run.Output + run.Error).Should().NotContain(Key);
        elsewhere.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("VALENTINA_CLIENT_API_KEY")]
    [InlineData("VALENTINA_CLIENT_DEFAULT_COMPANY_ID")]
    [InlineData("VALENTINA_CLIENT_BASE_URL")]
    public async Task What_is_missing_is_named(string variable)
    {
        var run = await Tool.RunAsync(["drift", "--options"], [.. Variables().Where(entry => entry.Name != variable)]);

        run.Code.Should().Be(2);
        run.Error.Should().Contain(variable);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static JsonObject Recorded() => TranscriptLines.Read("valentina")
        .Select(line => JsonNode.Parse(line)!)
        .First(exchange => exchange["operationId"]?.ToString() == "getCompanyOptions"
            && exchange["status"]!.GetValue<int>() == 200)["response_body"]!
        .AsObject();

    private (string Name, string Value)[] Variables()
        => [
            ("VALENTINA_CLIENT_BASE_URL", _server.Url),
            ("VALENTINA_CLIENT_API_KEY", Key),
            ("VALENTINA_CLIENT_DEFAULT_COMPANY_ID", Company),
        ];

    private Task<Tool.Run> AskAsync() => Tool.RunAsync(["drift", "--options"], Variables());
}
