using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>Our corrections are merged into both sides first; one that no longer fits is a finding, not an error.</summary>
public sealed class OverlayTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task A_correction_that_finds_nothing_any_more_is_a_finding()
    {
        var head = _folder.Changed("claude-code", document => document["paths"]!.AsObject().Remove("/v1/providers"));

        var findings = await FindingsAsync(head);

        findings.Should().Contain(finding => finding["id"]!.GetValue<string>() == "api-path-removed-without-deprecation");
        findings.Should().Contain(finding => finding["id"]!.GetValue<string>() == "overlay-action-unmatched"
            && finding["pointer"]!.GetValue<string>().StartsWith("/actions/", StringComparison.Ordinal)
            && finding["meaning"]!.GetValue<string>()
                .StartsWith("A correction of ours finds nothing to correct any more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_correction_already_says_is_no_difference()
    {
        // The overlay gives the type its name; the server giving it the same one changes nothing for users.
        var head = _folder.Changed(
            "valentina", document => document["components"]!["schemas"]!["CharacterResponse"]!["x-name"] = "Character");

        var run = await Tool.RunAsync([
            "drift", "--base", Texts.Repository.PathOf("openapi", "prepared", "valentina.json"), "--head",
            Texts.Repository.PathOf("openapi", "valentina.json"), "--fail-on", "any"
        ]);

        run.Code.Should().Be(0, run.Output);
        (await Tool.RunAsync(["drift", "--head", head])).Code.Should().Be(0);
    }

    [Fact]
    public async Task A_construct_the_generator_refuses_is_a_finding()
    {
        var head = _folder.Changed("claude-code", document =>
            document["components"]!["schemas"]!["Usage"]!["required"]!.AsArray().Add("nowhere"));

        (await FindingsAsync(head)).Should().Contain(finding => finding["id"]!.GetValue<string>() == "document-refused");
    }

    [Fact]
    public async Task Without_the_overlay_the_documents_are_compared_as_they_are()
    {
        var head = _folder.Changed("claude-code", document => document["paths"]!.AsObject().Remove("/v1/providers"));

        var run = await Tool.RunAsync(["drift", "--head", head, "--no-overlay"]);

        run.Output.Should().NotContain("overlay-action");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<IReadOnlyList<JsonObject>> FindingsAsync(string head)
    {
        var run = await Tool.RunAsync(["drift", "--head", head, "--format", "json"]);
        run.Error.Should().BeEmpty();
        return [.. JsonNode.Parse(run.Output)!["comparisons"]![0]!["findings"]!.AsArray().Select(finding => finding!.AsObject())];
    }
}
