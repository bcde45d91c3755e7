using Valentina.Models;
using Valentina.Testing;

namespace ChatBot;

/// <summary>An embedded server with a campaign and some people, and a scene for terminals that nobody sits at.</summary>
internal static class Demo
{
    public const string UserName = "player";

    /// <summary>What is typed where nobody types.</summary>
    public static readonly string[] Scene =
    [
        "/help",
        "/whoami",
        "/campaigns",
        "/character vera",
        "/character nobody",
        "/roll 6 vs 7 for creeping past the hounds",
        "/roll 3d20",
        "/roll many",
        "/roll 0",
        "/dance",
    ];

    /// <summary>A server with something on it.</summary>
    public static async Task<FakeValentina> StartAsync(CancellationToken cancellationToken = default)
    {
        var fake = new FakeValentina();
        using var client = fake.CreateClient();
        var storyteller = client.ActingAs(fake.StorytellerId);
        var campaign = await storyteller.Campaigns.CreateAsync(
            new CampaignCreate { Name = "The Long Night", Description = "It has been raining for a week.", Danger = 2, Desperation = 1 },
            cancellationToken);
        var traits = await client.CharacterBlueprint.ListAllTraitsAsync(cancellationToken: cancellationToken);
        var clan = (await client.CharacterBlueprint.ListAllVampireClansAsync(cancellationToken: cancellationToken))[0];
        await storyteller.Characters.CreateAsync(
            new CharacterCreate
            {
                NameFirst = "Vera",
                NameLast = "Novak",
                CharacterClass = CharacterClass.Vampire,
                GameVersion = GameVersion.V5,
                CampaignId = campaign.Id,
                UserPlayerId = fake.PlayerId,
                Type = CharacterType.Player,
                Age = 34,
                Biography = "She drove the night bus for eleven years before the night drove her.",
                VampireAttributes = new VampireAttributesCreate { ClanId = clan.Id },
                Traits = [.. new[] { ("Might", 2), ("Wit", 4), ("Night Driving", 5), ("Streetwise", 3), ("Guile", 3) }.Select(one
                    => new CharacterTraitCreate { TraitId = traits.First(trait => trait.Name == one.Item1).Id, Value = one.Item2 })],
            },
            cancellationToken);
        return fake;
    }
}
