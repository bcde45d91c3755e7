namespace Valentina.Build.Tests.Generation;

/// <summary>The SDK's own build generates before it compiles, in one go.</summary>
[Trait("Category", "Slow")]
[TestLimit(600)]
public sealed class BuildTests
{
    [Fact]
    public async Task A_changed_contract_is_generated_and_compiled_by_the_same_build()
    {
        using var workspace = Workspace.OfRepository("src/Facade");
        workspace.Edit(
            "openapi/claude-code.json",
            "\"AgentListItem\": {\n        \"properties\": {",
            "\"AgentListItem\": {\n        \"properties\": { \"brand_new\": { \"type\": \"string\" },");
        await File.WriteAllTextAsync(
            workspace.At("src/Facade/UsesTheNewMember.cs"),
            "namespace Valentina; internal static class UsesTheNewMember { public static string? Read(ClaudeCode.Models.AgentInfo agent) => agent.BrandNew; }\n");

        // A clone into which git wrote nothing that is generated: the files are not there when the project is read.
        File.Delete(workspace.At("src/Generated/ClaudeCode/Models.g.cs"));

        var result = (await workspace.BuildAsync("src/Facade/Valentina.Client.csproj -p:RunAnalyzers=false")).MustSucceed();

        result.Generated.Should().Equal("claude-code");
        result.Output.Should().Contain("net8.0").And.Contain("net10.0").And.Contain("0 Warning(s)");
    }
}
