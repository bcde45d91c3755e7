using System.Text.RegularExpressions;
using Valentina.Build.Tests.View;

namespace Valentina.Build.Tests.Generation;

/// <summary>
/// A tree in which one contract was changed, and an API added as <c>docs/generation.md</c> says, built once as a user would. Code that
/// uses what is new stands in the facade already, so that the build compiles only if it was generated before.
/// </summary>
public sealed partial class StaleTree : IAsyncLifetime
{
    /// <summary>The tree.</summary>
    public Workspace Workspace { get; } = Workspace.OfRepository("src/Facade");

    /// <summary>How the build ended.</summary>
    public BuildResult Build { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Workspace.Edit(
            "openapi/claude-code.json",
            "\"AgentListItem\": {\n        \"properties\": {",
            "\"AgentListItem\": {\n        \"properties\": { \"brand_new\": { \"type\": \"string\" },");
        AddTheMuseum();
        Workspace.Write("src/Facade/UsesWhatIsNew.cs", """
            namespace Valentina;

            internal static class UsesWhatIsNew
            {
                public static string? Read(ClaudeCode.Models.AgentInfo agent) => agent.BrandNew;

                public static async Task<decimal> VisitAsync(Museum.Raw.ExhibitsClient exhibits, Museum.Raw.TicketsClient tickets)
                {
                    var page = await exhibits.ListExhibitsAsync(era: Museum.Models.Era.BronzeAge).ConfigureAwait(false);
                    var another = new Museum.Models.ExhibitCreate { Title = page.Items[0].Title, Era = Museum.Models.Era.Modern };
                    await exhibits.CreateExhibitAsync(another).ConfigureAwait(false);
                    exhibits.RemoveExhibit(page.Items[0].Id);
                    var receipt = tickets.BuyTickets(new() { Day = new DateOnly(2026, 11, 27), Visitors = 2 });
                    return (decimal)receipt.Total;
                }
            }
            """);

        // A clone into which git wrote nothing that is generated: the files are not there when the project is read.
        File.Delete(Workspace.At("src/Generated/ClaudeCode/Models.g.cs"));

        Build = await Workspace.BuildAsync("src/Facade/Valentina.Client.csproj");
    }

    public Task DisposeAsync()
    {
        Workspace.Dispose();
        return Task.CompletedTask;
    }

    private void AddTheMuseum()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "generation.md"));
        Workspace.Edit("openapi/apis.props", "  </ItemGroup>", Entry().Match(page).Groups[1].Value + "  </ItemGroup>");
        foreach (var file in (string[])["museum.json", "museum.overlay.json"])
        {
            File.Copy(
                Path.Combine(RepositoryFiles.Root, "tests", "Valentina.Build.Tests", "Generation", "Museum", file),
                Workspace.At($"openapi/{file}"));
        }
    }

    [GeneratedRegex(@"```xml\n(<Api .*?</Api>\n)```", RegexOptions.Singleline)]
    private static partial Regex Entry();
}
