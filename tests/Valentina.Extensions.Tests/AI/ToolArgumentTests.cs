using System.Text.Json;
using Microsoft.Extensions.AI;
using Valentina.AI;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Extensions.Tests.AI;

/// <summary>What a model or a program may give a tool, and what comes back.</summary>
public sealed class ToolArgumentTests
{
    private readonly FakeValentina _fake = new();

    [Theory]
    [InlineData("5")]
    [InlineData("\"5\"")]
    [InlineData("5.0")]
    [InlineData("5e0")]
    public async Task A_number_may_come_in_any_form_that_means_it(string json)
    {
        using var client = _fake.CreateClient();

        var list = await CallAsync(Scope(client), "list_campaigns", new() { ["limit"] = JsonDocument.Parse(json).RootElement });

        list.GetProperty("limit").GetInt32().Should().Be(5);
    }

    [Theory]
    [InlineData("list_campaigns", "limit", "\"many\"", "limit must be a whole number, but is many.*")]
    [InlineData("list_campaigns", "limit", "5.5", "limit must be a whole number, but is 5.5.*")]
    [InlineData("list_campaigns", "limit", "[5]", "limit must be a single value, but is [5].*")]
    [InlineData("list_campaigns", "limit", "99999999999", "limit must be a whole number, but is 99999999999.*")]
    [InlineData("list_characters", "is_temporary", "\"perhaps\"", "is_temporary must be true or false, but is perhaps.*")]
    [InlineData("list_characters", "campaign_id", "7", "campaign_id must be an id, but is 7.*")]
    [InlineData("list_characters", "status", "{}", "status must be a single value, but is {}.*")]
    [InlineData("create_dice_roll", "num_dice", "\"lots\"", "arguments cannot be read:*num_dice*")]
    public async Task An_argument_of_another_kind_is_told_to_the_model_by_its_name(string tool, string name, string json, string message)
    {
        using var client = _fake.CreateClient();
        var arguments = new AIFunctionArguments { [name] = JsonDocument.Parse(json).RootElement };

        (await FluentActions.Awaiting(() => CallAsync(Scope(client), tool, arguments)).Should().ThrowAsync<ArgumentException>())
            .WithMessage(message);
        _fake.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task Arguments_may_be_what_a_program_has()
    {
        using var client = _fake.CreateClient();
        var scope = Scope(client);
        var campaign = await scope.Campaigns.CreateAsync(new CampaignCreate { Name = "Nights of Rain" });

        var arguments = new AIFunctionArguments
        {
            ["character_type"] = CharacterType.Npc,
            ["is_temporary"] = "True",
            ["campaign_id"] = campaign.Id,
            ["limit"] = Newtonsoft.Json.Linq.JToken.FromObject(3),
            ["offset"] = System.Text.Json.Nodes.JsonValue.Create(0),
            ["status"] = null,
        };
        var list = await CallAsync(scope, "list_characters", arguments);

        list.GetProperty("limit").GetInt32().Should().Be(3);
        _fake.Calls[^1].Query.Should().ContainKey("character_type").And.NotContainKey("status");
    }

    [Fact]
    public async Task Includes_come_as_a_list_or_as_the_only_one()
    {
        using var client = _fake.CreateClient();
        var scope = Scope(client);
        var user = _fake.PlayerId.ToString();

        await CallAsync(scope, "get_user", new() { ["user_id"] = user, ["include"] = (string[])["notes", "quickrolls"] });
        await CallAsync(scope, "get_user", new() { ["user_id"] = user, ["include"] = "notes" });

        _fake.Calls.Select(static call => string.Join(',', call.Query["include"])).Should().Equal("notes,quickrolls", "notes");
    }

    [Fact]
    public async Task What_is_null_is_left_out_of_an_answer_and_nothing_else()
    {
        using var client = _fake.CreateClient();
        var scope = Scope(client);
        var campaign = await scope.Campaigns.CreateAsync(new CampaignCreate { Name = "Nights of Rain" });

        var one = await CallAsync(scope, "get_campaign", new() { ["campaign_id"] = campaign.Id });

        one.TryGetProperty("description", out _).Should().BeFalse();
        one.GetProperty("desperation").GetInt32().Should().Be(0);
        one.GetProperty("date_created").GetDateTimeOffset().Should().Be(campaign.DateCreated);
    }

    private CompanyScope Scope(ValentinaClient client) => client.ActingAs(_fake.StorytellerId);

    private static async Task<JsonElement> CallAsync(CompanyScope scope, string name, AIFunctionArguments arguments)
        => (JsonElement)(await scope.AsTools().Single(tool => tool.Name == name).InvokeAsync(arguments))!;
}
