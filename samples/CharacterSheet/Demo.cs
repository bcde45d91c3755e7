using Valentina;
using Valentina.Models;
using Valentina.Testing;

namespace CharacterSheet;

/// <summary>A character worth a sheet, on an embedded server. Its words hold all that is dangerous in HTML.</summary>
internal static class Demo
{
    private static readonly (string Trait, int Value)[] Traits =
    [
        ("Might", 2), ("Grace", 3), ("Endurance", 2), ("Presence", 3), ("Guile", 4), ("Poise", 2), ("Wit", 4), ("Insight", 2),
        ("Resolve", 3), ("Climbing", 1), ("Streetwise", 3), ("Lockpicking", 2), ("Night Driving", 5), ("Veil", 2), ("Pulse", 1),
    ];

    public static async Task<Guid> CreateAsync(FakeValentina fake, CompanyScope company, CancellationToken cancellationToken)
    {
        var campaign = await company.Campaigns.CreateAsync(
            new CampaignCreate { Name = "The Long Night", Danger = 3, Desperation = 2 }, cancellationToken);
        var known = await company.CharacterBlueprint.ListAllTraitsAsync(paging: cancellationToken);
        var clans = await company.CharacterBlueprint.ListAllVampireClansAsync(paging: cancellationToken);
        var concepts = await company.CharacterBlueprint.ListAllConceptsAsync(paging: cancellationToken);
        var character = await company.Characters.CreateAsync(
            new CharacterCreate
            {
                NameFirst = "Vera",
                NameLast = "Novak",
                NameNick = "Last <Bus> & Out",
                CharacterClass = CharacterClass.Vampire,
                GameVersion = GameVersion.V5,
                CampaignId = campaign.Id,
                Type = CharacterType.Player,
                UserPlayerId = fake.PlayerId,
                ConceptId = concepts.First(concept => concept.Name == "Courier").Id,
                Age = 34,
                Demeanor = "Courteous",
                Nature = "Stubborn",
                Biography = "She drove the night bus for eleven years before the night drove her. Line 9, depot to harbour and back, "
                    + "and she knew every passenger by the step.\n\nNow she carries other freight, and asks for no tickets.",
                VampireAttributes = new VampireAttributesCreate { ClanId = clans[0].Id, Generation = 11, Sire = "The Conductor" },
                Traits = [.. Traits.Select(one
                    => new CharacterTraitCreate { TraitId = known.First(trait => trait.Name == one.Trait).Id, Value = one.Value })],
            },
            cancellationToken);

        foreach (var (name, type, text) in new[]
        {
            ("Conductor's punch", InventoryItemType.Equipment, "Still sharp."),
            ("Timetable of 1987", InventoryItemType.Book, "With stops that are on no map."),
            ("Crowbar", InventoryItemType.Weapon, "For doors, mostly."),
        })
        {
            await company.Characters.CreateInventoryItemAsync(
                character.Id, new InventoryItemCreate { Name = name, Type = type, Description = text }, cancellationToken);
        }

        await company.Characters.CreateNoteAsync(
            character.Id,
            new NoteCreate { Title = "Owes", Content = "A favour to the harbour master.\nTwo to the woman who counts." },
            cancellationToken);
        return character.Id;
    }
}
