using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Generation;

/// <summary>CONTRIBUTING says how an operation is added; here it is done, step by step, with the commands that stand there.</summary>
[Trait("Category", "Slow")]
[TestLimit(600)]
public sealed class AddAnOperationTests : IDisposable
{
    private const string Path = "/api/v1/companies/{company_id}/campaigns/{campaign_id}/omen";

    /// <summary>Of the tests only those that the steps run, and what these need.</summary>
    private readonly Workspace _workspace = Workspace.OfRepository(
        "src/Facade",
        "src/Redis",
        "src/Testing",
        "tests/Shared",
        "tests/Progress",
        "tests/Directory.Build.targets",
        "tests/Valentina.Client.Tests/Valentina.Client.Tests.csproj",
        "tests/Valentina.Client.Tests/DefaultClientCollection.cs",
        "tests/Valentina.Client.Tests/Connection/Support",
        "tests/Valentina.Client.Tests/Generated/Models.cs",
        "tests/Valentina.Client.Tests/PublicApi",
        "tests/Valentina.Client.Tests/Services",
        "tests/Valentina.Client.Tests/Support");

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public async Task The_steps_of_CONTRIBUTING_lead_to_a_call_that_works()
    {
        var steps = ContributingSteps.Read();
        steps.Select(step => step.Title).Should().Equal("contract", "texts", "service", "fake", "call", "rest");

        PublishANewContract();
        NameItInTheOverlay();
        (await RunAsync(steps[0])).MustSucceed().Generated.Should().Equal("valentina");
        _workspace.Read("src/Generated/Valentina/Clients.g.cs").Should().Contain("Task<Omen> GetCampaignOmenAsync(");

        (await RunAsync(steps[1])).Output
            .Should().Contain("operations/getCampaignOmen/summary").And.Contain("schemas/OmenResponse/properties/text");
        WriteTexts();
        (await RunAsync(steps[1])).MustSucceed().Output.Should().NotContain("missing: ");

        WriteTheServiceLine();
        (await RunAsync(steps[2])).MustSucceed();
        TeachTheFake();
        WriteATest();
        (await RunAsync(steps[4])).MustSucceed().Output.Should().Contain("Passed!");

        var before = PublicApi();
        (await RunAsync(steps[5])).MustSucceed();
        PublicApi().Except(before).Should().HaveCountGreaterThan(10)
            .And.OnlyContain(line => line.Contains("Omen") || line.Contains("text", StringComparison.OrdinalIgnoreCase));
        before.Except(PublicApi()).Should().BeEmpty("what was there stays");
    }

    /// <summary>What is written down of the packages' public API, each line with its file.</summary>
    private string[] PublicApi()
        => [.. Directory.GetFiles(_workspace.At("tests/Valentina.Client.Tests/PublicApi"), "*.txt")
            .SelectMany(file => File.ReadLines(file).Select(line => $"{System.IO.Path.GetFileName(file)}: {line}"))];

    private Task<BuildResult> RunAsync(ContributingSteps step) => _workspace.RunAsync(step.Commands.Should().ContainSingle().Which);

    private void PublishANewContract()
        => _workspace.EditJson("openapi/valentina.json", document =>
        {
            document["paths"]![Path] = JsonNode.Parse("""
                {
                  "get": {
                    "tags": ["Campaigns"],
                    "operationId": "getCampaignOmen",
                    "parameters": [
                      { "name": "company_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } },
                      { "name": "campaign_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } }
                    ],
                    "responses": {
                      "200": {
                        "description": "Success",
                        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/OmenResponse" } } }
                      }
                    }
                  }
                }
                """);
            document["components"]!["schemas"]!["OmenResponse"] = JsonNode.Parse("""
                {
                  "type": "object",
                  "required": ["campaign_id", "text"],
                  "properties": {
                    "campaign_id": { "type": "string", "format": "uuid" },
                    "text": { "type": "string" }
                  }
                }
                """);
        });

    private void NameItInTheOverlay()
        => _workspace.EditJson("openapi/valentina.overlay.json", overlay => overlay["actions"]!.AsArray().Add(JsonNode.Parse("""
            {
              "target": "$.components.schemas.OmenResponse",
              "update": { "x-name": "Omen" },
              "x-reason": "An answer is named for what it is.",
              "x-test": "Types_have_names_a_reader_expects"
            }
            """)));

    private void WriteTexts()
        => _workspace.EditJson("openapi/valentina.texts.json", texts =>
        {
            texts["operations"]!["getCampaignOmen"] = new JsonObject { ["summary"] = "Reads the omen over a campaign." };
            texts["schemas"]!["OmenResponse"] = new JsonObject
            {
                ["summary"] = "What the stars say of a campaign.",
                ["properties"] = new JsonObject { ["campaign_id"] = "The campaign it is about.", ["text"] = "What it says." },
            };
        });

    private void WriteTheServiceLine()
    {
        _workspace.Write("src/Facade/Services/Campaigns/CampaignsService.Omens.cs", """
            using Valentina.Models;

            namespace Valentina.Services;

            public partial class CampaignsService
            {
                /// <summary>Reads the omen over a campaign.</summary>
                /// <param name="campaignId">The campaign.</param>
                /// <returns>The omen.</returns>
                /// <include file="../Documentation.xml" path="docs/call/*"/>
                public virtual Task<Omen> GetOmenAsync(Guid campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
                    => Raw.Campaigns.GetCampaignOmenAsync(Company, campaignId, options, cancellationToken);
            }
            """);
        var list = "tests/Valentina.Client.Tests/Services/operations.txt";
        _workspace.Write(list, _workspace.Read(list) + "CampaignsService.GetOmen                                getCampaignOmen\n");
    }

    private void TeachTheFake()
    {
        _workspace.Write("src/Testing/State/Campaigns/Omens.cs", """
            using System.Text.Json.Nodes;

            namespace Valentina.Testing;

            /// <summary>The omens over campaigns.</summary>
            internal static class Omens
            {
                public static void Map(HandlerRegistry registry)
                    => registry.On("getCampaignOmen", call => new JsonObject
                    {
                        ["campaign_id"] = call.Campaign.Id,
                        ["text"] = $"A red star over {call.Campaign.Text("name")}",
                    });
            }
            """);
        _workspace.Edit(
            "src/Testing/State/Endpoints.cs", "Campaigns.Map(registry);", "Campaigns.Map(registry);\n        Omens.Map(registry);");
    }

    private void WriteATest()
        => _workspace.Write("tests/Valentina.Client.Tests/Services/OmenTests.cs", """
            using Valentina.Models;
            using Valentina.Testing;

            namespace Valentina.Client.Tests.Services;

            public class OmenTests
            {
                [Fact]
                public async Task A_campaign_has_an_omen()
                {
                    var fake = new FakeValentina();
                    using var client = fake.CreateClient();
                    var campaign = await client.ActingAs(fake.StorytellerId).Campaigns.CreateAsync(new CampaignCreate { Name = "The Long Night" });

                    (await client.Campaigns.GetOmenAsync(campaign.Id)).Text.Should().Be("A red star over The Long Night");
                    client.Campaigns.GetOmen(campaign.Id).CampaignId.Should().Be(campaign.Id);
                }
            }
            """);
}
