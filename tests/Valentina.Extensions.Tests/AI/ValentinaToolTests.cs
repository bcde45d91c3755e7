using System.Text.Json;
using Microsoft.Extensions.AI;
using Valentina.AI;
using Valentina.AI.Tools;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Extensions.Tests.AI;

/// <summary>The readings and dice rolls of Valentina Noir as tools for a model.</summary>
public sealed class ValentinaToolTests
{
    private readonly FakeValentina _fake = new();

    [Fact]
    public void Every_reading_of_a_company_and_every_roll_is_a_tool_except_files_and_administration()
        => ToolDescriptions.All.Select(static tool => tool.OperationId).Except(ToolCalls.All.Keys)
            .Where(static operation => !operation.Contains("Asset", StringComparison.Ordinal))
            .Should().BeEquivalentTo("getCompanyStatistics", "listCompanyAuditLogs", "listUnapprovedUsers");

    [Fact]
    public void Every_call_stands_behind_an_operation_that_is_described()
        => ToolCalls.All.Keys.Should().BeSubsetOf(ToolDescriptions.All.Select(static tool => tool.OperationId));

    [Fact]
    public void Each_tool_has_a_text_and_every_argument_too()
    {
        using var client = _fake.CreateClient();

        client.ActingAs(_fake.StorytellerId).AsTools().Should().HaveCount(ToolCalls.All.Count).And.AllSatisfy(static tool =>
        {
            tool.Name.Should().MatchRegex("^[a-z_]{1,64}$");
            tool.Description.Should().NotBeNullOrEmpty();
            tool.JsonSchema.GetProperty("properties").EnumerateObject()
                .Where(static argument => !argument.Value.TryGetProperty("description", out _)).Should().BeEmpty(tool.Name);
        });
    }

    [Fact]
    public void Arguments_have_the_limits_and_values_of_the_contract()
    {
        using var client = _fake.CreateClient();

        var schema = Tool(client.ActingAs(_fake.StorytellerId), "list_characters").JsonSchema.GetProperty("properties");

        schema.GetProperty("limit").GetProperty("maximum").GetDouble().Should().Be(100);
        schema.GetProperty("character_type").GetProperty("enum").EnumerateArray().Select(static one => one.GetString())
            .Should().Equal("PLAYER", "NPC", "STORYTELLER");
        schema.TryGetProperty("company_id", out _).Should().BeFalse("the company is not the model's to choose");
    }

    [Fact]
    public async Task A_model_looks_up_and_rolls_with_the_rights_of_the_scope()
    {
        using var client = _fake.CreateClient();
        var scope = client.ActingAs(_fake.StorytellerId);
        var campaign = await scope.Campaigns.CreateAsync(new CampaignCreate { Name = "Nights of Rain" });

        var list = await CallAsync(scope, "list_campaigns", new() { ["limit"] = 5 });
        var one = await CallAsync(scope, "get_campaign", new() { ["campaign_id"] = campaign.Id.ToString() });
        var roll = await CallAsync(scope, "create_dice_roll", new() { ["num_dice"] = 5, ["dice_size"] = 10, ["difficulty"] = 6 });

        list.GetProperty("items")[0].GetProperty("name").GetString().Should().Be("Nights of Rain");
        one.GetProperty("id").GetGuid().Should().Be(campaign.Id);
        roll.GetProperty("num_dice").GetInt32().Should().Be(5);
        _fake.Verify(ValentinaRoutes.CreateDiceRoll, 1, call => call.Headers["On-Behalf-Of"] == _fake.StorytellerId.ToString());
    }

    [Fact]
    public async Task Every_tool_sends_its_own_operation()
    {
        var answers = new FakeValentina();
        using var client = answers.CreateClient(static options => options.MaxRetries = 0);
        foreach (var tool in client.ActingAs(answers.StorytellerId).AsTools())
        {
            answers.ResetCalls();
            var arguments = new AIFunctionArguments();
            foreach (var argument in tool.JsonSchema.GetProperty("required").EnumerateArray().Select(static one => one.GetString()!))
            {
                arguments[argument] = Guid.NewGuid();
            }

            try
            {
                await tool.InvokeAsync(arguments);
            }
            catch (ApiException)
            {
                // Most ids mean nothing to the server; what counts is what was asked.
            }

            answers.Calls.Should().ContainSingle(tool.Name).Which.Operation
                .Should().Be((string)tool.AdditionalProperties[ValentinaTools.OperationProperty]!);
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_call_is_said_before_or_by_the_server()
    {
        using var client = _fake.CreateClient();
        var scope = client.ActingAs(_fake.StorytellerId);

        (await FluentActions.Awaiting(() => CallAsync(scope, "get_campaign", [])).Should().ThrowAsync<ArgumentException>())
            .WithMessage("*campaign_id is missing*");
        (await FluentActions.Awaiting(() => CallAsync(scope, "get_campaign", new() { ["campaign_id"] = "Rain" }))
            .Should().ThrowAsync<ArgumentException>()).WithMessage("*campaign_id*");
        await FluentActions.Awaiting(() => CallAsync(scope, "get_campaign", new() { ["campaign_id"] = Guid.NewGuid() }))
            .Should().ThrowAsync<NotFoundException>();
    }

    [Fact]
    public void A_scope_offers_what_it_may_do()
    {
        using var client = _fake.CreateClient();
        using var nowhere = _fake.CreateClient(static options => options.DefaultCompanyId = null);

        var all = client.ActingAs(_fake.PlayerId).AsTools();
        var reading = client.ActingAs(_fake.PlayerId).AsTools(readOnly: true);
        var nobody = client.AsTools();

        all.Select(static tool => tool.Name).Except(reading.Select(static tool => tool.Name))
            .Should().BeEquivalentTo("create_dice_roll", "create_quick_roll");
        nobody.Select(static tool => tool.Name).Should().Contain("list_campaigns").And.NotContain("list_characters");
        nowhere.Invoking(static scope => scope.AsTools()).Should().Throw<ArgumentException>().WithMessage("*ForCompany*");
    }

    private static AIFunction Tool(CompanyScope scope, string name) => scope.AsTools().Single(tool => tool.Name == name);

    private static async Task<JsonElement> CallAsync(CompanyScope scope, string name, AIFunctionArguments arguments)
        => (JsonElement)(await Tool(scope, name).InvokeAsync(arguments))!;
}
