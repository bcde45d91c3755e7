using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>The running services' own documents against the pinned ones.</summary>
public sealed class LiveTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly DocumentServer _server = new();

    [Fact]
    public async Task Services_that_serve_the_pinned_documents_show_no_difference()
    {
        _server.Answer("/docs/openapi.json", Pinned("valentina")).Answer("/openapi.json", Pinned("claude-code"));

        var run = await Tool.RunAsync(
            ["drift", "--live", "--fail-on", "any"], ("VALENTINA_CLIENT_BASE_URL", _server.Url + "/"), ("CLAUDE_API_URL", _server.Url));

        run.Should().BeEquivalentTo(new { Code = 0, Error = "" });
        run.Output.Should().Contain("Valentina Noir 0.27.0: no difference").And.Contain("Claude Code API Service 0.1.0: no difference");
    }

    [Fact]
    public async Task The_words_a_running_service_adds_are_no_difference()
    {
        _server.Answer("/docs/openapi.json", File.ReadAllText(_folder.Changed("valentina", document =>
        {
            document["externalDocs"] = new JsonObject { ["url"] = "https://docs.example" };
            document["info"]!["license"] = new JsonObject { ["name"] = "MIT" };
            document["components"]!["schemas"]!["CharacterResponse"]!["title"] = "A character";
        })));
        _server.Answer("/openapi.json", File.ReadAllText(_folder.Changed("claude-code", document =>
        {
            foreach (var (name, schema) in document["components"]!["schemas"]!.AsObject())
            {
                schema!["title"] = name;
            }
        })));

        var run = await Tool.RunAsync(
            ["drift", "--live", "--valentina-url", _server.Url, "--claude-url", _server.Url, "--fail-on", "any"]);

        run.Should().BeEquivalentTo(new { Code = 0, Error = "" });
    }

    [Fact]
    public async Task A_service_that_moved_on_is_told_with_the_methods_concerned()
    {
        var changed = File.ReadAllText(_folder.Changed("valentina", document =>
            document["paths"]!["/api/v1/companies/{company_id}/campaigns"]!.AsObject().Remove("post")));
        _server.Answer("/docs/openapi.json", changed);

        var run = await Tool.RunAsync(["drift", "--live", "--api", "valentina", "--valentina-url", _server.Url]);

        run.Code.Should().Be(1);
        run.Output.Should().Contain("breaking    api-removed-without-deprecation  POST /api/v1/companies/{company_id}/campaigns")
            .And.Contain("CampaignsService.CreateAsync");
    }

    [Fact]
    public async Task A_document_is_asked_for_without_a_key()
    {
        _server.Answer("/docs/openapi.json", Pinned("valentina"));

        await Tool.RunAsync(
            ["drift", "--live", "--api", "valentina", "--valentina-url", _server.Url], ("VALENTINA_CLIENT_API_KEY", "s3cret"));

        _server.Requests.Should().Equal(("/docs/openapi.json", null, null));
    }

    [Fact]
    public async Task A_login_page_in_the_way_gives_exit_code_3()
    {
        _server.Answer("/docs/openapi.json", "<html>Sign in</html>", "text/html");

        var run = await Tool.RunAsync(["drift", "--live", "--api", "valentina", "--valentina-url", _server.Url]);

        run.Code.Should().Be(3);
    }

    [Fact]
    public async Task Without_an_address_the_tool_says_how_to_give_one()
    {
        var run = await Tool.RunAsync(["drift", "--live", "--api", "claude-code"]);

        run.Code.Should().Be(2);
        run.Error.Should().Be("Say where the service 'claude-code' runs: with --claude-url or the environment variable CLAUDE_API_URL; or leave it out with --api.\n");
    }

    [Fact]
    public async Task Without_an_api_the_services_with_an_address_are_compared_and_the_others_told()
    {
        _server.Answer("/docs/openapi.json", Pinned("valentina"));

        var run = await Tool.RunAsync(["drift", "--live", "--fail-on", "any"], ("VALENTINA_CLIENT_BASE_URL", _server.Url));

        run.Code.Should().Be(0);
        run.Output.Should().Contain("Valentina Noir 0.27.0: no difference").And.NotContain("Claude");
        run.Error.Should().Be("The service 'claude-code' was left out: nobody said where it runs.\n");
    }

    [Theory]
    [InlineData("--live")]
    [InlineData("--answers")]
    public async Task Without_any_address_the_tool_names_both_ways_to_give_one(string mode)
    {
        var run = await Tool.RunAsync(["drift", mode]);

        run.Code.Should().Be(2);
        run.Error.Should().Be("Say where a service runs: with --valentina-url or --claude-url, or in VALENTINA_CLIENT_BASE_URL or CLAUDE_API_URL.\n");
    }

    [Fact]
    public async Task All_asked_for_by_name_need_an_address_each()
    {
        var run = await Tool.RunAsync(["drift", "--live", "--api", "all", "--valentina-url", _server.Url]);

        run.Code.Should().Be(2);
        run.Error.Should().Contain("'claude-code'");
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static string Pinned(string api) => File.ReadAllText(Repository.PathOf("openapi", api + ".json"));
}
