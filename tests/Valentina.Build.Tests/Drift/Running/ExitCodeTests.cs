using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>Exit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong usage or configuration.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly Folder _folder = new();

    [Theory]
    [InlineData("nothing", "any", 0)]
    [InlineData("compatible", "breaking", 0)]
    [InlineData("compatible", "warning", 0)]
    [InlineData("compatible", "any", 1)]
    [InlineData("warning", "breaking", 0)]
    [InlineData("warning", "warning", 1)]
    [InlineData("warning", "any", 1)]
    [InlineData("breaking", "breaking", 1)]
    [InlineData("breaking", "warning", 1)]
    [InlineData("breaking", "any", 1)]
    public async Task The_threshold_decides(string change, string threshold, int code)
    {
        var run = await Tool.RunAsync(["drift", "--base", Bakery(_ => { }), "--head", Bakery(Change(change)), "--fail-on", threshold]);

        run.Code.Should().Be(code);
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task Breaking_is_the_threshold_unless_another_is_given()
    {
        var warning = await Tool.RunAsync(["drift", "--base", Bakery(_ => { }), "--head", Bakery(Change("warning"))]);
        var breaking = await Tool.RunAsync(["drift", "--base", Bakery(_ => { }), "--head", Bakery(Change("breaking"))]);

        (warning.Code, breaking.Code).Should().Be((0, 1));
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("--format", "pdf")]
    [InlineData("--fail-on", "never")]
    [InlineData("--head")]
    public async Task A_command_line_that_is_not_understood_gives_exit_code_2(params string[] args)
    {
        var run = await Tool.RunAsync(["drift", .. args]);

        run.Code.Should().Be(2);
    }

    [Theory]
    [InlineData("Say what to compare, one thing at a time: --head, --live, --release, --options or --answers.")]
    [InlineData(
        "Say what to compare, one thing at a time: --head, --live, --release, --options or --answers.", "--head", "x.json", "--live")]
    [InlineData("--today takes a day such as 2027-01-31.", "--head", "x.json", "--today", "tomorrow")]
    [InlineData("--timeout takes 1 to 3600 seconds.", "--head", "x.json", "--timeout", "0")]
    [InlineData("The file of accepted findings nowhere.json cannot be read.", "--head", "x.json", "--accept", "nowhere.json")]
    public async Task A_configuration_that_makes_no_sense_gives_exit_code_2(string sentence, params string[] args)
    {
        var run = await Tool.RunAsync(["drift", .. args]);

        run.Code.Should().Be(2);
        run.Error.Should().Be(sentence + "\n");
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_gives_exit_code_2()
    {
        var bakery = Bakery(_ => { });

        var run = await Tool.RunAsync([
            "drift", "--base", bakery, "--head", bakery, "--output", Path.Combine(_folder.Root, "no", "such", "folder.md")
        ]);

        run.Code.Should().Be(2);
        run.Error.Should().EndWith("\n").And.Subject.Count(letter => letter == '\n').Should().Be(1);
    }

    [Fact]
    public async Task A_pinned_document_that_is_damaged_gives_exit_code_3()
    {
        using var folder = new Folder().WithContracts();
        File.WriteAllText(Path.Combine(folder.OpenApi, "valentina.json"), "{");

        var run = await Tool.RunAsync([
            "drift", "--head", Texts.Repository.PathOf("openapi", "valentina.json"), "--folder", folder.OpenApi
        ]);

        run.Code.Should().Be(3);
    }

    [Fact]
    public async Task A_missing_overlay_gives_exit_code_2()
    {
        using var folder = new Folder().WithContracts();
        File.Delete(Path.Combine(folder.OpenApi, "valentina.overlay.json"));

        var run = await Tool.RunAsync(["drift", "--head", Path.Combine(folder.OpenApi, "valentina.json"), "--folder", folder.OpenApi]);

        run.Code.Should().Be(2);
    }

    [Fact]
    public async Task A_foreign_document_without_a_base_gives_exit_code_2()
    {
        var head = Bakery(_ => { });

        var run = await Tool.RunAsync(["drift", "--head", head]);

        run.Code.Should().Be(2);
        run.Error.Should().Be($"{head} describes neither of our APIs; say with --base what to compare it with.\n");
    }

    [Fact]
    public async Task Without_a_base_the_pinned_document_with_the_same_title_is_taken()
    {
        var head = _folder.Changed("claude-code", document => document["paths"]!.AsObject().Remove("/health"));

        var run = await Tool.RunAsync(["drift", "--head", head]);

        run.Code.Should().Be(1);
        run.Output.Should().Contain("api-path-removed-without-deprecation  GET /health");
    }

    public void Dispose() => _folder.Dispose();

    private static Action<JsonObject> Change(string level) => level switch
    {
        "breaking" => document => document["paths"]!.AsObject().Remove("/health"),
        "warning" => document => document["paths"]!["/health"]!["get"]!["deprecated"] = true,
        "compatible" =>
            document => document["components"]!["schemas"]!["Bread"]!["properties"]!["baker"] = new JsonObject { ["type"] = "string" },
        _ => _ => { }
        ,
    };

    private string Bakery(Action<JsonObject> change)
    {
        var document = ChangeCase.Bakery;
        change(document);
        return _folder.File(Guid.NewGuid() + ".json", document.ToJsonString());
    }
}
