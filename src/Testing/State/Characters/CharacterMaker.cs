using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Makes up a character from the fake's seed.</summary>
internal sealed class CharacterMaker(World world, EndpointContext call, Entity campaign)
{
    private static readonly string[] FirstNames =
    [
        "Ada", "Benno", "Clara", "Dario", "Edda", "Florin", "Greta", "Hanno", "Ilsa", "Jonas",
        "Kira", "Lennart", "Mira", "Nils", "Olga", "Pavel", "Runa", "Sander", "Thea", "Ulrik",
    ];

    private static readonly string[] LastNames =
    [
        "Ashdown", "Birkholm", "Carrow", "Drechsler", "Eastgate", "Farrow", "Grimwald", "Harland", "Isbister", "Juniper",
        "Kestrel", "Lorne", "Marlow", "Northcote", "Orban", "Pell", "Quillan", "Rookwood", "Sandoval", "Thorne",
    ];

    private static readonly string[] Spheres = ["Forces", "Life", "Matter", "Mind", "Time"];
    private static readonly string[] Creeds = ["Entrepreneurial", "Faithful", "Inquisitive", "Martial", "Underground"];

    /// <summary>Makes one.</summary>
    /// <param name="type">PLAYER, NPC or STORYTELLER.</param>
    /// <param name="wish">What is wished for; the rest is chance.</param>
    /// <param name="player">Who plays it.</param>
    /// <param name="isTemporary">Whether somebody has yet to choose it.</param>
    public Entity Make(string type, JsonObject wish, string? player, bool isTemporary)
    {
        var @class = wish["character_class"]?.GetValue<string>() ?? ChanceClass();
        var (first, last) = FreeName();
        var data = new JsonObject
        {
            ["name_first"] = first,
            ["name_last"] = last,
            ["character_class"] = @class,
            ["type"] = type,
            ["game_version"] = "V5",
            ["campaign_id"] = campaign.Id,
            ["concept_id"] = Wished(wish, "concept_id", Kinds.Concept),
            ["user_player_id"] = player,
            ["is_temporary"] = isTemporary,
        };
        NewCharacter.Basics(data, call.Company.Id, call.Actor.Id);
        AddNature(data, @class, wish);
        CharacterNature.Complete(world, data);
        data["specialties"] = NewCharacter.Specialties(world, data["concept_id"]?.GetValue<string>());
        var character = world.Add(Kinds.Character, data);
        foreach (var trait in world[Kinds.Trait].Rows.Where(trait => Suits(trait, @class)).ToList())
        {
            CharacterTraits.Give(world, character, trait, world.Random.Next(trait.Number("min_value"), trait.Number("max_value") + 1));
        }

        return character;
    }

    private static bool Suits(Entity trait, string @class)
        => trait.Flag("show_when_zero")
           && trait.Text("custom_for_character_id") is null
           && trait.Texts("character_classes").Contains(@class, StringComparer.Ordinal)
           && trait.Texts("game_versions").Contains("V5", StringComparer.Ordinal);

    private (string First, string Last) FreeName()
    {
        var taken = world[Kinds.Character]
            .Where("company_id", call.Company.Id)
            .Select(character => (character.Text("name_first"), character.Text("name_last")))
            .ToHashSet();
        var name = (Pick(FirstNames), Pick(LastNames));
        while (taken.Contains(name))
        {
            name = (Pick(FirstNames), $"{name.Item2}-{Pick(LastNames)}");
        }

        return name;
    }

    /// <summary>What its class asks for; the others have nothing.</summary>
    private void AddNature(JsonObject data, string @class, JsonObject wish)
    {
        switch (@class)
        {
            case "VAMPIRE":
                data["vampire_attributes"] = new JsonObject
                {
                    ["clan_id"] = Wished(wish, "vampire_clan_id", Kinds.Clan), ["generation"] = world.Random.Next(8, 14),
                };
                break;
            case "WEREWOLF":
                data["werewolf_attributes"] = new JsonObject
                {
                    ["tribe_id"] = Wished(wish, "werewolf_tribe_id", Kinds.Tribe),
                    ["auspice_id"] = Wished(wish, "werewolf_auspice_id", Kinds.Auspice),
                    ["total_renown"] = 3,
                };
                break;
            case "MAGE":
                data["mage_attributes"] = new JsonObject { ["sphere"] = Pick(Spheres) };
                break;
            case "HUNTER":
                data["hunter_attributes"] = new JsonObject { ["creed"] = Pick(Creeds) };
                break;
        }
    }

    /// <summary>A class by the percentages that the options state.</summary>
    private string ChanceClass() => world.Random.Next(0, 101) switch
    {
        < 60 => "MORTAL",
        < 69 => "VAMPIRE",
        < 78 => "WEREWOLF",
        < 87 => "MAGE",
        < 96 => "HUNTER",
        _ => "GHOUL",
    };

    private string? Wished(JsonObject wish, string field, string kind)
    {
        var rows = world[kind].All;
        return wish[field] is { } id ? Guid.Parse(id.GetValue<string>()).ToString()
            : rows.Count == 0 ? null
            : rows[world.Random.Next(rows.Count)].Id;
    }

    private string Pick(string[] values) => values[world.Random.Next(values.Length)];
}
