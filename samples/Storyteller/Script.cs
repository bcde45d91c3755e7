using Valentina.Models;
using Valentina.Testing;

namespace Storyteller;

/// <summary>Both services embedded: a game with a campaign, and a model that plays its part, tools included.</summary>
internal static class Script
{
    /// <summary>What the player does where nobody types.</summary>
    public static readonly string[] Actions =
    [
        "I climb to the lit window.",
        "I knock on the glass.",
        "I ask her for her name.",
    ];

    /// <summary>The most that the played story may cost, in US dollars: not enough for its end.</summary>
    public const decimal Budget = 0.045m;

    /// <summary>A game server with a campaign.</summary>
    public static async Task<FakeValentina> StartGameAsync(CancellationToken cancellationToken)
    {
        var fake = new FakeValentina();
        using var client = fake.CreateClient();
        await client.ActingAs(fake.StorytellerId).Campaigns.CreateAsync(
            new CampaignCreate { Name = "The Long Night", Description = "It has been raining for a week.", Danger = 3 },
            cancellationToken);
        return fake;
    }

    /// <summary>A model that looks up the campaign, rolls, and tells what the dice say.</summary>
    public static FakeClaudeCode StartModel()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { PassesTools = true, PieceDelay = TimeSpan.FromMilliseconds(25) });
        fake.OnPrompt($"lit window.\n\n{Teller.LookUp}").AsksFor("list_campaigns", new { limit = 1 }).Costs(0.004);
        fake.OnPrompt("The Long Night")
            .AsksFor("create_dice_roll", new { num_dice = 5, dice_size = 10, difficulty = 6, comment = "climbing to the window" })
            .Costs(0.005);
        fake.OnPrompt("\"total_result_type\":\"SUCCESS\"").Replies("Danger 3, rain for a week. The climb succeeds.").Costs(0.005);
        fake.OnPrompt("\"total_result_type\":\"FAILURE\"").Replies("Danger 3, rain for a week. The climb fails.").Costs(0.005);
        fake.OnPrompt("\"total_result_type\":\"BOTCH\"").Replies("Danger 3, rain for a week. The climb fails.").Costs(0.005);
        fake.OnPrompt("The climb succeeds.").Costs(0.012).Replies(
            "The drainpipe is slick with a week of rain, but it holds. Hand over hand you rise past the dark floors until the light "
            + "lies on your face. Behind the glass a woman is counting under her breath, and she has her back to you. What do you do?");
        fake.OnPrompt("The climb fails.").Costs(0.012).Replies(
            "Halfway up, a bracket gives way with a shriek that the whole street must have heard. You hang by one hand, and above you "
            + "the counting has stopped. A shadow comes to the window. What do you do?");
        fake.OnPrompt($"glass.\n\n{Teller.LookUp}").Replies("Nothing to roll: she hears it.").Costs(0.004);
        fake.OnPrompt("she hears it").Costs(0.012).Replies(
            "She does not turn around. She only raises one finger, as if you had interrupted a prayer, and goes on: eleven, twelve. "
            + "Then the light goes out. What do you do?");
        return fake;
    }
}
