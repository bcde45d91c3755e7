using Valentina.Models;
using Valentina.Validation;

namespace Valentina.Client.Tests.Validation;

/// <summary>The limits the real server enforces without declaring them, and what it takes although it looks wrong.</summary>
public sealed class ServerLimitTests
{
    private static readonly Guid Id = Guid.Parse("019c0000-0000-7000-8000-000000000003");

    private static readonly string Fifty = new('x', 50);

    private static readonly string FiftyOne = new('x', 51);

    private static readonly Dictionary<string, object> Refused = new(StringComparer.Ordinal)
    {
        ["name must have at least 3 characters, but has 2"] = Custom(trait => trait.Name = "ab"),
        ["name must have at most 50 characters, but has 51"] = Custom(trait => trait.Name = FiftyOne),
        ["min_value must be at least 0, but is -1"] = Custom(trait => trait.MinValue = -1),
        ["max_value must be at most 100, but is 101"] = Custom(trait => trait.MaxValue = 101),
        ["initial_cost must be at most 100, but is 101"] = Custom(trait => trait.InitialCost = 101),
        ["upgrade_cost must be at least 0, but is -1"] = Custom(trait => trait.UpgradeCost = -1),
        ["creed must have at least 3 characters, but has 2"] = new HunterAttributesPatch { Creed = "ab" },
        ["sphere must have at most 50 characters, but has 51"] = new MageAttributesCreate { Sphere = FiftyOne },
        ["tradition must have at least 3 characters, but has 1"] = new MageAttributesPatch { Tradition = "a" },
        ["username must have at most 50 characters, but has 51"] = new DeveloperPatch { Username = FiftyOne },
        ["username must have at least 3 characters, but has 2"]
            = new IdentifyRequest { Provider = IdentityProvider.GitHub, Token = "token", Username = "ab" },
        ["description must have at least 3 characters, but has 0"] = new CompanyPatch { Description = "" },
        ["user_player_id must be left out: NPC characters must not have a user_player_id"]
            = Character(character => (character.Type, character.UserPlayerId) = (CharacterType.Npc, Id)),
        ["user_player_id must not be null: PLAYER characters must have a user_player_id"]
            = new CharacterPatch { Type = CharacterType.Player, UserPlayerId = null },
    };

    public static TheoryData<string> Faults() => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_the_server_refuses_is_refused_before_sending(string fault)
        => ModelValidator.FindErrors(Refused[fault]).Select(found => found.ToString()).Should().Equal(fault);

    [Fact]
    public void Names_of_books_chapters_and_items_have_at_most_50_characters_on_creation_and_change()
    {
        object[] tooLong =
        [
            new CampaignBookCreate { Name = FiftyOne }, new CampaignBookPatch { Name = FiftyOne },
            new CampaignChapterCreate { Name = FiftyOne }, new CampaignChapterPatch { Name = FiftyOne },
            new InventoryItemCreate { Name = FiftyOne, Type = InventoryItemType.Weapon }, new InventoryItemPatch { Name = FiftyOne },
            new DeveloperCreate { Username = FiftyOne, Email = "a@example.com" }, new AdminDeveloperPatch { Username = FiftyOne },
        ];

        tooLong.Should().OnlyContain(body => ModelValidator.FindErrors(body).Count == 1);
    }

    [Fact]
    public void What_the_server_takes_is_not_refused()
    {
        object[] taken =
        [
            new CharacterTraitAdd { TraitId = Id, Value = 0 },
            new CharacterTraitAdd { TraitId = Id },
            new CharacterPatch { UserPlayerId = null },
            new CharacterPatch { Type = CharacterType.Npc, UserPlayerId = null },
            new CharacterPatch { Type = CharacterType.Storyteller, UserPlayerId = null },
            new CharacterPatch { Type = CharacterType.Player },
            new CharacterPatch { UserPlayerId = Id },
            new CharacterPatch { NameNick = "" },
            Character(character => character.NameNick = ""),
            Character(character => character.UserPlayerId = Id),
            Character(character => character.Type = CharacterType.Npc),
            new HunterAttributesCreate { Creed = "" },
            new MageAttributesPatch { Sphere = "", Tradition = null },
            new CampaignBookCreate { Name = "" },
            new InventoryItemPatch { Name = Fifty },
            new CompanyPatch { Description = null },
            Custom(trait => (trait.MinValue, trait.MaxValue) = (0, 100)),
        ];

        taken.SelectMany(ModelValidator.FindErrors).Select(fault => fault.ToString()).Should().BeEmpty();
    }

    private static CustomTraitCreate Custom(Action<CustomTraitCreate> change)
    {
        var trait = new CustomTraitCreate { Name = "juggling", CategoryId = Id, Currency = TraitModifyCurrency.NoCost };
        change(trait);
        return trait;
    }

    private static CharacterCreate Character(Action<CharacterCreate> change)
    {
        var character = new CharacterCreate
        {
            NameFirst = "Vera", NameLast = "Nocturne", CharacterClass = CharacterClass.Mortal, GameVersion = GameVersion.V5,
            CampaignId = Id,
        };
        change(character);
        return character;
    }
}
