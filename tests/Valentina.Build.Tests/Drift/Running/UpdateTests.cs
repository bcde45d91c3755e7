using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>Taking a new document in place of the pinned one.</summary>
public sealed class UpdateTests : IDisposable
{
    private readonly Folder _folder = new Folder().WithContracts();

    [Theory]
    [InlineData("valentina")]
    [InlineData("claude-code")]
    public async Task The_pinned_document_is_current(string api)
    {
        var before = await File.ReadAllBytesAsync(Pinned(api));

        var run = await UpdateAsync(Repository.PathOf("openapi", api + ".json"));

        run.Code.Should().Be(0);
        run.Output.Should().EndWith($"openapi/{api}.json is this document already.\n");
        (await File.ReadAllBytesAsync(Pinned(api))).Should().Equal(before);
    }

    [Fact]
    public async Task Other_words_alone_are_not_pinned()
    {
        var head = _folder.Changed("valentina", document =>
        {
            document["info"]!["description"] = "Words.";
            document["tags"]![0]!["description"] = "Words.";
            document["components"]!["schemas"]!["CharacterStatus"]!["description"] = "Other words in every run.";
            foreach (var (_, path) in document["paths"]!.AsObject())
            {
                foreach (var (_, operation) in path!.AsObject())
                {
                    operation!["summary"] = "Words.";
                    operation["responses"]!.AsObject().First().Value!["description"] = "Words.";
                }
            }
        });

        (await UpdateAsync(head)).Output.Should().EndWith("openapi/valentina.json is this document already.\n");
    }

    [Fact]
    public async Task A_property_called_description_is_no_description()
    {
        var pinned = JsonNode.Parse(await File.ReadAllTextAsync(Pinned("valentina")))!;

        pinned["components"]!["schemas"]!["CampaignResponse"]!["properties"]!["description"].Should().NotBeNull();
    }

    [Fact]
    public async Task A_new_document_is_pinned_prepared_and_explained()
    {
        var head = _folder.Changed("valentina", document =>
        {
            document["info"]!["version"] = "0.28.0";
            document["components"]!["schemas"]!["CampaignResponse"]!["properties"]!["weather"] = new JsonObject
            {
                ["type"] = "string", ["description"] = "Words."
            };
            document["components"]!["schemas"]!["CharacterClass"]!["enum"]!.AsArray().Add("CHANGELING");
        });

        var run = await UpdateAsync(head);

        run.Should().BeEquivalentTo(new { Code = 0, Error = "" });
        run.Output.Should().Contain("Valentina Noir 0.27.0 → 0.28.0")
            .And.Contain("openapi/valentina.json: replaced.")
            .And.Contain("Facade methods to look at:\n")
            .And.Contain("  Raw.CharactersClient.CreateCharacterAsync\n");
        var pinned = await File.ReadAllTextAsync(Pinned("valentina"));
        pinned.Should().Contain("\"weather\": {\n").And.NotContain("Words.");
        var prepared = await File.ReadAllTextAsync(Path.Combine(_folder.OpenApi, "prepared", "valentina.json"));
        prepared.Should().Contain("CHANGELING").And.Contain("x-on-behalf-of");
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var before = await File.ReadAllTextAsync(Pinned("claude-code"));
        var head = _folder.Changed(
            "claude-code",
            document => document["components"]!["schemas"]!["Usage"]!["properties"]!["more"] = new JsonObject { ["type"] = "string" });

        var run = await UpdateAsync(head, "--dry-run");

        run.Code.Should().Be(0);
        (await File.ReadAllTextAsync(Pinned("claude-code"))).Should().Be(before);
    }

    [Fact]
    public async Task Corrections_that_no_longer_fit_are_listed_and_nothing_is_prepared()
    {
        var prepared = await File.ReadAllTextAsync(Path.Combine(_folder.OpenApi, "prepared", "claude-code.json"));
        var head = _folder.Changed("claude-code", document => document["paths"]!.AsObject().Remove("/v1/providers"));

        var run = await UpdateAsync(head);

        run.Code.Should().Be(1);
        run.Output.Should().Contain("Overlay actions to look at:\n  /actions/");
        run.Error.Should().StartWith("Nothing is regenerated before this is settled: /actions/");
        (await File.ReadAllTextAsync(Path.Combine(_folder.OpenApi, "prepared", "claude-code.json"))).Should().Be(prepared);
    }

    [Fact]
    public async Task The_document_of_another_API_is_not_taken()
    {
        var run = await UpdateAsync(Repository.PathOf("openapi", "valentina.json"), "--api", "claude-code");

        run.Code.Should().Be(2);
        run.Error.Should().EndWith("is not the document of claude-code: its title is 'Valentina Noir'.\n");
    }

    [Fact]
    public async Task What_is_no_document_is_not_taken()
    {
        var run = await UpdateAsync(_folder.File("page.html", "<html>"));

        run.Code.Should().Be(3);
    }

    public void Dispose() => _folder.Dispose();

    private string Pinned(string api) => Path.Combine(_folder.OpenApi, api + ".json");

    private Task<Tool.Run> UpdateAsync(string from, params string[] args)
        => Tool.RunAsync(["update", "--from", from, "--folder", _folder.OpenApi, "--no-build", .. args]);
}
