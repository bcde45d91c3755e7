using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Valentina.Build.Tests.View;

namespace Valentina.Build.Tests.Generation;

/// <summary>The generator is pinned in four places, which must agree.</summary>
public sealed partial class ToolVersionTests
{
    private static readonly string Version = Wanted().Match(Text("build/Codegen.targets")).Groups[1].Value;

    [Fact]
    public void The_package_and_the_npm_tool_have_the_version_the_build_asks_for()
    {
        Version.Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        Text("Directory.Packages.props").Should().Contain($"<PackageVersion Include=\"NSwag.MSBuild\" Version=\"{Version}\" />");
        Json("build/nswag/package.json")["dependencies"]!["nswag"]!.GetValue<string>().Should().Be(Version);
        Locked["version"]!.GetValue<string>().Should().Be(Version);
    }

    [Fact]
    public void The_npm_tool_is_locked_by_its_content_and_to_no_registry()
    {
        Locked["integrity"]!.GetValue<string>().Should().StartWith("sha512-");
        Text("build/nswag/package-lock.json").Should().NotContain("resolved").And.NotContain("http");
    }

    private static JsonNode Locked => Json("build/nswag/package-lock.json")["packages"]!["node_modules/nswag"]!;

    private static string Text(string path) => File.ReadAllText(Path.Combine(RepositoryFiles.Root, path));

    private static JsonNode Json(string path) => JsonNode.Parse(Text(path))!;

    [GeneratedRegex("<NSwagVersion>(.*)</NSwagVersion>")]
    private static partial Regex Wanted();
}
