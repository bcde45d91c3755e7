using Valentina.Models;
using Valentina.Validation;

namespace Valentina.Client.Tests.Generated;

/// <summary>What the server would refuse is refused before sending, with the member's path on the wire; nothing else is.</summary>
public sealed class ValidationTests
{
    private static IEnumerable<string> Faults(object body) => ModelValidator.FindFaults(body).Select(f => f.ToString());

    [Fact]
    public void A_good_body_has_no_faults()
        => Faults(new CampaignCreate { Name = "The Long Night", Danger = 5 }).Should().BeEmpty();

    [Fact]
    public void Required_members_are_looked_for()
        => Faults(new CampaignCreate { Name = null! }).Should().Equal("name is required");

    [Theory]
    [InlineData("ab", "name must have at least 3 characters, but has 2")]
    [InlineData("abc", null)]
    [InlineData(" a ", null)]
    [InlineData("🎲🎲", "name must have at least 3 characters, but has 2")]
    [InlineData("🎲🎲🎲", null)]
    public void Lengths_count_as_the_server_counts_and_never_refuse_what_trimming_might_allow(string name, string? fault)
        => Faults(new CampaignCreate { Name = name }).Should().BeEquivalentTo(fault is null ? [] : new[] { fault });

    [Fact]
    public void A_text_that_is_only_too_long_for_its_blanks_passes()
    {
        Faults(new CampaignCreate { Name = new string('a', 50) + "   " }).Should().BeEmpty();
        Faults(new CampaignCreate { Name = new string('a', 51) }).Should().Equal("name must have at most 50 characters, but has 51");
    }

    [Fact]
    public void Ranges_are_checked_and_all_faults_told_at_once()
        => Faults(new CampaignCreate { Name = "x", Danger = 6, Desperation = -1 }).Should().Equal(
            "name must have at least 3 characters, but has 1",
            "desperation must be at least 0, but is -1",
            "danger must be at most 5, but is 6");

    [Fact]
    public void A_fault_within_a_nested_body_has_its_whole_path()
        => Faults(new CompanyPatch
        {
            Settings = new CompanySettingsPatch { PermissionGrantXp = "SOMETIMES", CharacterAutogenNumChoices = 11 }
        }).Should().BeEquivalentTo(
            "settings.permission_grant_xp must be one of the values the server knows, but is 'SOMETIMES'",
            "settings.character_autogen_num_choices must be at most 10, but is 11");

    [Fact]
    public void A_fault_within_a_list_has_its_index()
        => Faults(new CharacterTraitAdd[] { new() { TraitId = Guid.NewGuid(), Value = 1 }, new() { TraitId = Guid.Empty, Value = 1 } })
            .Should().Equal("[1].trait_id is required and must not be the empty id");

    [Fact]
    public void Null_is_refused_in_a_patch_where_the_server_refuses_it_and_only_if_it_was_assigned()
    {
        Faults(new CampaignPatch { Name = null }).Should().ContainSingle().Which.Should().StartWith("name must not be null");
        Faults(new CampaignPatch { Description = null, InGameDate = null }).Should().BeEmpty();
        Faults(new CampaignPatch()).Should().BeEmpty();
        Faults(new CompanyPatch { Settings = null }).Should().ContainSingle().Which.Should().StartWith("settings must not be null");
    }

    [Fact]
    public void The_limits_of_a_patch_hold_for_what_was_assigned()
        => Faults(new CampaignPatch { Danger = 6 }).Should().Equal("danger must be at most 5, but is 6");

    [Fact]
    public void A_list_needs_its_items()
        => Faults(new QuickRollCreate { Name = "Brawl", TraitIds = [] }).Should().Equal("trait_ids must have at least 1 item, but has 0");

    [Fact]
    public void An_address_needs_its_sign()
    {
        Faults(new CompanyCreate { Name = "Wolves", Email = "nobody" }).Should().Equal("email must be an e-mail address");
        Faults(new CompanyCreate { Name = "Wolves", Email = " st@wolves.example " }).Should().BeEmpty();
    }

    [Fact]
    public void A_term_needs_a_definition_or_a_link()
    {
        Faults(new DictionaryTermCreate { Term = "Embrace" }).Should().ContainSingle().Which.Should().StartWith("definition is missing");
        Faults(new DictionaryTermCreate { Term = "Embrace", Link = "https://wiki.example/embrace" }).Should().BeEmpty();
    }

    [Fact]
    public void A_vampire_needs_its_clan_and_a_mortal_does_not()
    {
        Faults(Character(CharacterClass.Vampire)).Should().ContainSingle().Which.Should().StartWith("vampire_attributes is required");
        Faults(Character(CharacterClass.Mortal)).Should().BeEmpty();
    }

    [Fact]
    public void Dice_have_the_sizes_the_server_knows()
    {
        Faults(new DiceRollCreate { DiceSize = DiceSize.D10 }).Should().BeEmpty();
        Faults(new DiceRollCreate { DiceSize = (DiceSize)12 }).Should().ContainSingle()
            .Which.Should().StartWith("dice_size must be one of D4, D6");
    }

    [Fact]
    public void A_value_without_a_text_is_not_the_same_as_none()
    {
        Faults(new CampaignCreate { Name = "The Long Night" }).Should().BeEmpty();
        Faults(new InventoryItemPatch { Type = default(InventoryItemType) }).Should().Equal("type is required");
        Faults(new InventoryItemCreate { Name = "Stake", Type = default }).Should().Equal("type is required");
    }

    [Fact]
    public void The_audiences_of_a_developer_have_two_keys()
    {
        Faults(new DeveloperPatch
        {
            ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["apple"] = ["a"] }
        }).Should().BeEmpty();
        Faults(new DeveloperPatch { ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["discord"] = ["a"] } })
            .Should().ContainSingle().Which.Should().StartWith("provider_audiences.discord is not allowed");
        Faults(new DeveloperPatch { ProviderAudiences = null }).Should().BeEmpty();
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
