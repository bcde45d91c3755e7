using System.Diagnostics;
using System.Text.Json.Nodes;
using Valentina.Build.Tests.View;

namespace Valentina.Build.Tests.Generation;

/// <summary>The routes and models of the testing package are generated while it is built.</summary>
public sealed class TestingPackageTests
{
    [Fact]
    public async Task They_go_below_the_intermediate_path_so_that_a_read_only_checkout_builds()
    {
        var elsewhere = Path.Combine(Path.GetTempPath(), "out of; the tree");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "msbuild", Path.Combine("src", "Testing"), "-nologo", "-nodeReuse:false", "-t:ListFakes", "-getItem:FakesOutput",
                "-p:TargetFramework=net10.0", "-p:UseArtifactsOutput=true",
                $"-p:ArtifactsPath={elsewhere.Replace(";", "%3B", StringComparison.Ordinal)}",
            ])
        {
            WorkingDirectory = RepositoryFiles.Root, RedirectStandardOutput = true,
        };

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        JsonNode.Parse(output)!["Items"]!["FakesOutput"]!.AsArray().Select(item => item!["FullPath"]!.GetValue<string>())
            .Should().HaveCount(2).And.OnlyContain(file => file.StartsWith(elsewhere));
    }
}
