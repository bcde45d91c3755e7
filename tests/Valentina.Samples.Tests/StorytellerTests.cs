using Microsoft.Extensions.AI;
using Storyteller;
using Valentina.AI;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Testing;

namespace Valentina.Samples.Tests;

/// <summary>What a player of the storyteller sees and pays.</summary>
public sealed class StorytellerTests
{
    private readonly StringWriter _output = new();

    [Fact]
    public async Task A_scene_is_looked_up_rolled_and_then_told_live()
    {
        var game = await Script.StartGameAsync(CancellationToken.None);
        var model = Script.StartModel();

        await TellAsync(game, model, new BudgetGuard(), Script.Actions[0]);

        var lines = _output.ToString().ReplaceLineEndings("\n").Split('\n');
        lines[0].Should().Be("  · list_campaigns limit=1");
        lines[1].Should().StartWith("  · create_dice_roll num_dice=5 dice_size=10 difficulty=6");
        lines[2].Should().EndWith("What do you do?");
        game.Verify(ValentinaRoutes.CreateDiceRoll, 1, call => call.Headers["On-Behalf-Of"] == game.PlayerId.ToString());
        model.Prompts.Select(prompt => prompt.IsStream).Should().Equal(false, false, false, true);
    }

    [Fact]
    public async Task Every_round_is_counted_and_nothing_is_sent_that_the_budget_does_not_allow()
    {
        var model = Script.StartModel();
        var budget = new BudgetGuard(Script.Budget);

        await FluentActions.Awaiting(async () => await TellAsync(
                await Script.StartGameAsync(CancellationToken.None), model, budget, Script.Actions))
            .Should().ThrowAsync<BudgetExceededException>();

        model.Prompts.Should().HaveCount(6);
        (budget.SpentCost, budget.Calls).Should().Be((0.042m, 6));
    }

    [Fact]
    public async Task What_was_told_before_belongs_to_the_next_scene()
    {
        var model = Script.StartModel();

        await TellAsync(
            await Script.StartGameAsync(CancellationToken.None), model, new BudgetGuard(), Script.Actions[0], Script.Actions[1]);

        model.Prompts[^1].Text.Should().Contain(Script.Actions[0]).And.Contain("assistant: ").And.Contain(Script.Actions[1])
            .And.NotContain("total_result", "the lookups are not paid for again");
    }

    [Fact]
    public async Task A_service_that_passes_no_tools_on_is_not_believed()
    {
        var game = await Script.StartGameAsync(CancellationToken.None);

        await FluentActions.Awaiting(() => TellAsync(game, new FakeClaudeCode(), new BudgetGuard(), "I roll."))
            .Should().ThrowAsync<ToolsIgnoredException>();
        _output.ToString().Should().BeEmpty();
    }

    private async Task TellAsync(FakeValentina game, FakeClaudeCode model, BudgetGuard budget, params string[] actions)
    {
        using var valentina = game.CreateClient();
        using var claude = model.CreateClient();
        using var chat = claude.AsIChatClient(ClaudeModel.Haiku).AsBuilder()
            .UseShownTools(_output)
            .Use(inner => new BudgetedChatClient(inner, budget))
            .Build();
        var teller = new Teller(chat, valentina.ActingAs(game.PlayerId).AsTools(), _output);
        foreach (var action in actions)
        {
            await teller.TellAsync(action, CancellationToken.None);
        }
    }
}
