using System.Text.RegularExpressions;
using Valentina.Build.Tests.View;
using Valentina.SpecTool.Apis;

namespace Valentina.Build.Tests.Generation;

/// <summary>The generator is pinned in one place, and the stamps say with which version the code was made.</summary>
public sealed partial class ToolVersionTests
{
    [Fact]
    public void The_generated_code_was_made_by_the_version_that_is_pinned()
    {
        var version = Pinned().Match(Text("Directory.Packages.props")).Groups[1].Value;

        version.Should().MatchRegex(@"^\d+\.\d+\.\d+$");
        foreach (var api in ApiList.All)
        {
            Text($"src/Generated/{api.Profile}/Generated.sha256")
                .Should().Contain($"{version} nswag\n").And.Contain($"{api.Namespace} namespace\n");
        }
    }

    [Fact]
    public void It_reaches_neither_the_solution_nor_a_consumer()
    {
        Text("Valentina.sln").Should().NotContain("NSwag");
        Text("build/NSwag/Valentina.NSwag.csproj").Should().Contain("PrivateAssets=\"all\" IncludeAssets=\"none\"");
    }

    private static string Text(string path) => File.ReadAllText(Path.Combine(RepositoryFiles.Root, path));

    [GeneratedRegex("<PackageVersion Include=\"NSwag.MSBuild\" Version=\"(.*)\" />")]
    private static partial Regex Pinned();
}
