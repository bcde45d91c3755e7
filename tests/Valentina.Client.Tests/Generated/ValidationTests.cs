using Valentina.Models;
using Valentina.Validation;

namespace Valentina.Client.Tests.Generated;

/// <summary>What the server would refuse is refused before sending, with the member's path on the wire; nothing else is.</summary>
public sealed class ValidationTests
{
    private static IEnumerable<string> Errors(object body) => ModelValidator.FindErrors(body).Select(f => f.ToString());

    [Fact]
    public void A_good_body_has_no_errors()
        => Errors(new CampaignCreate { Name = "The Long Night", Danger = 5 }).Should().BeEmpty();

    [Fact]
    public void Required_members_are_looked_for()
        => Errors(new CampaignCreate { Name = null! }).Should().Equal("name is required");

    [Theory]
    [InlineData("ab", "name must have at least 3 characters, but has 2")]
    [InlineData("abc", null)]
    [InlineData(" a ", null)]
    [InlineData("🎲🎲", "name must have at least 3 characters, but has 2")]
    [InlineData("🎲🎲🎲", null)]
    public void Lengths_count_as_the_server_counts_and_never_refuse_what_trimming_might_allow(string name, string? error)
        => Errors(new CampaignCreate { Name = name }).Should().BeEquivalentTo(error is null ? [] : new[] { error });

    [Fact]
    public void A_text_that_is_only_too_long_for_its_blanks_passes()
    {
        Errors(new CampaignCreate { Name = new string('a', 50) + "   " }).Should().BeEmpty();
        Errors(new CampaignCreate { Name = new string('a', 51) }).Should().Equal("name must have at most 50 characters, but has 51");
    }

    [Fact]
    public void Ranges_are_checked_and_all_errors_told_at_once()
        => Errors(new CampaignCreate { Name = "x", Danger = 6, Desperation = -1 }).Should().Equal(
            "name must have at least 3 characters, but has 1",
            "desperation must be at least 0, but is -1",
            "danger must be at most 5, but is 6");

    [Fact]
    public void An_error_within_a_nested_body_has_its_whole_path()
        => Errors(new CompanyPatch
        {
            Settings = new CompanySettingsPatch { PermissionGrantXp = "SOMETIMES", CharacterAutogenNumChoices = 11 }
        }).Should().BeEquivalentTo(
            "settings.permission_grant_xp must be one of UNRESTRICTED, PLAYER, STORYTELLER, but is 'SOMETIMES'",
            "settings.character_autogen_num_choices must be at most 10, but is 11");

    [Fact]
    public void An_error_within_a_list_has_its_index()
        => Errors(new CharacterTraitAdd[] { new() { TraitId = Guid.NewGuid(), Value = 1 }, new() { TraitId = Guid.Empty, Value = 1 } })
            .Should().Equal("[1].trait_id is required and must not be the empty id");

    [Fact]
    public void Null_is_refused_in_a_patch_where_the_server_refuses_it_and_only_if_it_was_assigned()
    {
        Errors(new CampaignPatch { Name = null }).Should().ContainSingle().Which.Should().StartWith("name must not be null");
        Errors(new CampaignPatch { Description = null, InGameDate = null }).Should().BeEmpty();
        Errors(new CampaignPatch()).Should().BeEmpty();
        Errors(new CompanyPatch { Settings = null }).Should().ContainSingle().Which.Should().StartWith("settings must not be null");
    }

    [Fact]
    public void The_limits_of_a_patch_hold_for_what_was_assigned()
        => Errors(new CampaignPatch { Danger = 6 }).Should().Equal("danger must be at most 5, but is 6");

    [Fact]
    public void A_list_needs_its_items()
        => Errors(new QuickRollCreate { Name = "Brawl", TraitIds = [] }).Should().Equal("trait_ids must have at least 1 item, but has 0");

    [Fact]
    public void An_address_needs_its_sign()
    {
        Errors(new CompanyCreate { Name = "Wolves", Email = "nobody" }).Should().Equal("email must be an e-mail address");
        Errors(new CompanyCreate { Name = "Wolves", Email = " st@wolves.example " }).Should().BeEmpty();
    }

    [Fact]
    public void A_term_needs_a_definition_or_a_link()
    {
        Errors(new DictionaryTermCreate { Term = "Embrace" }).Should().ContainSingle().Which.Should().StartWith("definition is missing");
        Errors(new DictionaryTermCreate { Term = "Embrace", Link = "https://wiki.example/embrace" }).Should().BeEmpty();
    }

    [Fact]
    public void A_vampire_needs_its_clan_and_a_mortal_does_not()
    {
        Errors(Character(CharacterClass.Vampire)).Should().ContainSingle().Which.Should().StartWith("vampire_attributes is required");
        Errors(Character(CharacterClass.Mortal)).Should().BeEmpty();
    }

    [Fact]
    public void Dice_have_the_sizes_the_server_knows()
    {
        Errors(new DiceRollCreate { DiceSize = DiceSize.D10 }).Should().BeEmpty();
        Errors(new DiceRollCreate { DiceSize = (DiceSize)12 }).Should().ContainSingle()
            .Which.Should().StartWith("dice_size must be one of D4, D6");
    }

    [Fact]
    public void A_value_without_a_text_is_not_the_same_as_none()
    {
        Errors(new CampaignCreate { Name = "The Long Night" }).Should().BeEmpty();
        Errors(new InventoryItemPatch { Type = default(InventoryItemType) }).Should().Equal("type is required");
        Errors(new InventoryItemCreate { Name = "Stake", Type = default }).Should().Equal("type is required");
    }

    [Fact]
    public void The_audiences_of_a_developer_have_two_keys()
    {
        Errors(new DeveloperPatch
        {
            ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["apple"] = ["a"] }
        }).Should().BeEmpty();
        Errors(new DeveloperPatch { ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["discord"] = ["a"] } })
            .Should().ContainSingle().Which.Should().StartWith("provider_audiences.discord is not allowed");
        Errors(new DeveloperPatch { ProviderAudiences = null }).Should().BeEmpty();
    }

    private static CharacterCreate Character(CharacterClass characterClass) => new()
    {
        NameFirst = "Ada",
        NameLast = "Byron",
        CampaignId = Guid.NewGuid(),
        CharacterClass = characterClass,
        GameVersion = GameVersion.V5,
    };
}
