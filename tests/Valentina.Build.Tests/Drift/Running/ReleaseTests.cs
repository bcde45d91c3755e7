using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>The prepared documents against those of the last release: a break demands a new major version of the package.</summary>
public sealed class ReleaseTests : IDisposable
{
    private readonly Folder _folder = new Folder().WithContracts();

    [Fact]
    public async Task The_contracts_of_this_repository_keep_what_the_last_release_promised()
    {
        var run = await Tool.RunAsync(["drift", "--release"]);

        run.Code.Should().Be(0, run.Output + run.Error);
    }

    [Theory]
    [InlineData("1.0.0", 1)]
    [InlineData("1.9.0", 1)]
    [InlineData("2.0.0", 0)]
    public async Task A_break_demands_a_new_major_version(string version, int code)
    {
        Release("1.0.0", version);
        Change(document => document["paths"]!.AsObject().Remove("/health"));

        var run = await RunAsync();

        run.Code.Should().Be(code);
        run.Output.Should().Contain("api-path-removed-without-deprecation");
        run.Output.Contains("package-major-version-not-bumped", StringComparison.Ordinal).Should().Be(code == 1);
    }

    [Fact]
    public async Task An_addition_demands_nothing()
    {
        Release("1.0.0", "1.1.0");
        Change(document => document["components"]!["schemas"]!["Usage"]!["properties"]!["more"] = new JsonObject { ["type"] = "string" });

        (await RunAsync()).Code.Should().Be(0);
    }

    [Fact]
    public async Task A_name_in_CSharp_is_part_of_the_promise()
    {
        Release("1.0.0", "1.1.0");
        Change(document => document["components"]!["schemas"]!["Usage"]!["x-name"] = "Spent");

        var run = await RunAsync();

        run.Code.Should().Be(1);
        run.Output.Should().Contain("api-schema-removed").And.Contain("TokenUsage → Spent");
    }

    [Theory]
    [InlineData("/components/schemas/Artifact/properties/path/x-name", "Location", "Path → Location")]
    [InlineData("/components/schemas/MessageRole/x-enum-varnames/1", "Person", "User → Person")]
    public async Task So_are_the_names_of_members_and_values(string pointer, string name, string change)
    {
        Change(document => document["components"]!["schemas"]!["MessageRole"]!["x-enum-varnames"] = new JsonArray(
            "System", "User", "Assistant", "Tool"));
        Release("1.0.0", "1.1.0");
        Change(document =>
        {
            var holder = JsonEdits.Find(document, pointer[..pointer.LastIndexOf('/')])!;
            if (holder is JsonArray list)
            {
                list[1] = name;
            }
            else
            {
                holder[pointer[(pointer.LastIndexOf('/') + 1)..]] = name;
            }
        });

        var run = await RunAsync();

        run.Code.Should().Be(1);
        run.Output.Should().Contain("sdk-member-renamed").And.Contain(change);
    }

    [Fact]
    public async Task Without_a_release_the_tool_says_so()
    {
        if (Directory.Exists(Path.Combine(_folder.OpenApi, "released")))
        {
            Directory.Delete(Path.Combine(_folder.OpenApi, "released"), recursive: true);
        }

        var run = await RunAsync();

        run.Code.Should().Be(2);
        run.Error.Should().Be("openapi/released/release.json is missing; it names the version of the last release.\n");
    }

    public void Dispose() => _folder.Dispose();

    private void Release(string released, string version)
    {
        _folder.File("Directory.Build.props", $"<Project><PropertyGroup><Version>{version}</Version></PropertyGroup></Project>");
        _folder.File("openapi/released/release.json", $$"""{"version": "{{released}}"}""");
        foreach (var api in (string[])["valentina", "claude-code"])
        {
            File.Copy(
                Path.Combine(_folder.OpenApi, "prepared", api + ".json"),
                Path.Combine(_folder.OpenApi, "released", api + ".json"),
                overwrite: true);
        }
    }

    private void Change(Action<JsonObject> change)
    {
        var path = Path.Combine(_folder.OpenApi, "prepared", "claude-code.json");
        var document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        change(document);
        File.WriteAllText(path, document.ToJsonString());
    }

    private Task<Tool.Run> RunAsync() => Tool.RunAsync(["drift", "--release", "--folder", _folder.OpenApi]);
}
