using System.Text.Json.Nodes;
using Valentina.ClaudeCode.Models;
using Valentina.Models;
using Valentina.Testing;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>Models made without a fake fit together as those of a real answer do.</summary>
public sealed class FittingTests
{
    private const int Tries = 40;

    private static IEnumerable<FakeFactory> Factories() => Enumerable.Range(1, Tries).Select(seed => Fake.Seeded(seed));

    [Fact]
    public void A_full_name_is_made_of_its_parts()
        => Factories().Select(factory => factory.Character()).Should().OnlyContain(character =>
            character.Name == $"{character.NameFirst} {character.NameLast}"
            && character.NameFull == (character.NameNick == null
                ? character.Name
                : $"{character.NameFirst} '{character.NameNick}' {character.NameLast}"));

    [Fact]
    public void A_full_name_follows_a_changed_part_unless_it_is_given_itself()
    {
        Fake.Character(character => (character.NameFirst, character.NameLast, character.NameNick) = ("Vera", "Nocturne", "Vee"))
            .Should().BeEquivalentTo(new { Name = "Vera Nocturne", NameFull = "Vera 'Vee' Nocturne" });
        Fake.Character(character => (character.NameFirst, character.NameFull) = ("Vera", "The Raven")).NameFull.Should().Be("The Raven");
    }

    [Fact]
    public void A_player_plays_the_characters_of_players_and_only_the_dead_were_killed()
    {
        foreach (var character in Factories().Select(factory => factory.Character()))
        {
            (character.UserPlayerId is not null).Should().Be(character.Type == CharacterType.Player);
            (character.DateKilled is not null).Should().Be(character.Status == CharacterStatus.Dead);
            (character.VampireAttributes is not null).Should().Be(character.CharacterClass == CharacterClass.Vampire);
            (character.WerewolfAttributes is not null).Should().Be(character.CharacterClass == CharacterClass.Werewolf);
            (character.ConceptName is not null).Should().Be(character.ConceptId is not null);
            character.DateModified.Should().BeOnOrAfter(character.DateCreated);
        }

        Fake.Character(character => character.Type = CharacterType.Npc).UserPlayerId.Should().BeNull();
        Fake.Character(character => character.Type = CharacterType.Player).UserPlayerId.Should().NotBeNull();
    }

    [Fact]
    public void A_counter_counts_the_list_beside_it()
    {
        Fake.CampaignBookDetail(book => book.Notes = [Fake.Note(), Fake.Note(), Fake.Note()]).NumNotes.Should().Be(3);
        Fake.CharacterDetail(character => character.Inventory = []).NumInventoryItems.Should().Be(0);
        Fake.UserDetail(user => (user.Notes, user.NumNotes) = ([], 7)).NumNotes.Should().Be(7, "the caller said so");
    }

    [Fact]
    public void Children_carry_the_ids_of_what_they_hang_on()
    {
        foreach (var factory in Factories())
        {
            var user = factory.User();
            user.CampaignExperience.Should().OnlyContain(row => row.UserId == user.Id);
            user.LifetimeXp.Should().Be(user.CampaignExperience.Sum(row => row.XpTotal));

            var session = factory.ChargenSession();
            session.Characters.Should().OnlyContain(character => character.CampaignId == session.CampaignId && character.IsTemporary);

            var sheet = factory.CharacterFullSheet();
            sheet.Sections.SelectMany(section => section.Categories).SelectMany(category => category.CharacterTraits)
                .Should().OnlyContain(trait => trait.CharacterId == sheet.Character.Id);

            var note = factory.Note();
            new object?[] { note.CampaignId, note.BookId, note.ChapterId, note.CharacterId, note.UserId }
                .Count(parent => parent is not null).Should().Be(1);
        }

        var id = Guid.NewGuid();
        Fake.User(user => user.Id = id).CampaignExperience.Should().OnlyContain(row => row.UserId == id);
    }

    [Fact]
    public void Numbers_add_up()
    {
        foreach (var factory in Factories())
        {
            var statistics = factory.RollStatistics();
            statistics.TotalRolls.Should().Be(
                statistics.Successes + statistics.Failures + statistics.Botches + statistics.Criticals);

            var trait = factory.CharacterTrait();
            trait.Value.Should().BeInRange(trait.Trait.MinValue, trait.Trait.MaxValue);

            if (factory.DiceRoll() is { Result: { } result } roll)
            {
                result.PlayerRoll.Should().HaveCount(roll.NumDice);
                result.TotalDiceRoll.Should().Equal([.. result.PlayerRoll, .. result.DesperationRoll]);
            }
        }
    }

    [Fact]
    public void Every_answer_of_both_contracts_stays_valid_and_fits_already_when_it_is_looked_at_again()
    {
        foreach (var contract in new[] { EmbeddedContracts.Valentina.Value, EmbeddedContracts.ClaudeCode.Value })
        {
            var samples = new SampleMaker(new Random(11), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
            var fitting = new Fitting((schema, name) => samples.Make(schema.Core, name)!);
            foreach (var schema in contract.Operations.Select(operation => operation.SuccessBody?.Schema).OfType<ContractSchema>())
            {
                for (var attempt = 0; attempt < 5; attempt++)
                {
                    var sample = samples.Make(schema);
                    fitting.Fit(schema, sample);
                    var again = JsonNode.Parse(sample?.ToJsonString() ?? "null");
                    fitting.Fit(schema, again);

                    (again?.ToJsonString()).Should().Be(sample?.ToJsonString());
                    SchemaValidator.Validate(schema, again, Strictness.Closed).Should().BeEmpty();
                }
            }
        }
    }

    [Fact]
    public void A_batch_counts_its_results()
    {
        var batch = ClaudeCodeFake.Batch();

        batch.Total.Should().Be(batch.Results.Count);
        (batch.Completed + batch.Failed).Should().Be(batch.Total);
        batch.Completed.Should().Be(batch.Results.Count(result => result.Status == BatchStatus.Completed));
    }
}
