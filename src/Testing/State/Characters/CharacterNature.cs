using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>What makes a vampire, a werewolf, a mage or a hunter.</summary>
internal static class CharacterNature
{
    private static readonly (string Class, string Member)[] Natures =
    [
        ("VAMPIRE", "vampire_attributes"), ("WEREWOLF", "werewolf_attributes"), ("MAGE", "mage_attributes"),
        ("HUNTER", "hunter_attributes"),
    ];

    private static readonly (string Column, string Kind)[] Links =
    [
        ("clan_id", Kinds.Clan), ("tribe_id", Kinds.Tribe), ("auspice_id", Kinds.Auspice),
    ];

    /// <summary>
    /// Completes a new character: what is given of any nature is filled, the others are empty. When it is refused, all are empty.
    /// </summary>
    public static void Complete(World world, JsonObject data)
    {
        var given = Natures.Select(nature => (nature.Class, nature.Member, Value: data[nature.Member]?.DeepClone() as JsonObject)).ToList();
        foreach (var (_, member) in Natures)
        {
            data[member] = null;
        }

        foreach (var (@class, member, value) in given)
        {
            if (value is not null)
            {
                RefuseMissing(world, member, value);
                data[member] = Write(world, @class, value, data["character_class"]!.GetValue<string>() == @class);
            }
        }
    }

    /// <summary>Refuses a character without what its class needs.</summary>
    public static void RefuseIncomplete(JsonObject data)
    {
        if (data["character_class"]!.GetValue<string>() == "VAMPIRE" && data["vampire_attributes"] is null)
        {
            throw ProblemException.Fielded("Vampire clan id is required", ("clan_id", "Vampire clan id is required"));
        }

        if (data["character_class"]!.GetValue<string>() == "WEREWOLF"
            && (data["werewolf_attributes"]?["tribe_id"] is null || data["werewolf_attributes"]?["auspice_id"] is null))
        {
            const string message = "Both tribe and auspice IDs are required";
            throw ProblemException.Fielded("A validation error occurred.", ("tribe_id", message), ("auspice_id", message));
        }
    }

    /// <summary>Applies a change of the nature; what belongs to another class is stored too.</summary>
    public static void Change(World world, Entity character, JsonObject form)
    {
        foreach (var (@class, member) in Natures)
        {
            if (form[member] is not JsonObject change)
            {
                continue;
            }

            form.Remove(member);
            var merged = (JsonObject)(character[member]?.DeepClone() ?? new JsonObject());
            foreach (var (name, value) in change)
            {
                merged[name] = value?.DeepClone();
            }

            character[member] = Write(world, @class, merged, character.Text("character_class") == @class);
        }
    }

    /// <summary>Refuses a form that names a clan, a tribe or an auspice which does not exist.</summary>
    public static void RefuseMissing(World world, JsonObject form)
    {
        foreach (var (_, member) in Natures)
        {
            if (form[member] is JsonObject given)
            {
                RefuseMissing(world, member, given);
            }
        }
    }

    private static void RefuseMissing(World world, string member, JsonObject given)
    {
        foreach (var (column, kind) in Links)
        {
            Characters.RefuseMissing(world, member, column, given[column], kind);
        }
    }

    private static JsonObject Write(World world, string @class, JsonObject given, bool isOwn) => @class switch
    {
        "VAMPIRE" => Vampire(given, Find(world, Kinds.Clan, given["clan_id"]), isOwn),
        "WEREWOLF" => Werewolf(given, Find(world, Kinds.Tribe, given["tribe_id"]), Find(world, Kinds.Auspice, given["auspice_id"])),
        "MAGE" => new JsonObject { ["sphere"] = Copy(given, "sphere"), ["tradition"] = Copy(given, "tradition") },
        _ => new JsonObject { ["creed"] = Copy(given, "creed") },
    };

    /// <summary>
    /// A vampire's bane and compulsion are its clan's: another or no name brings back the clan's, with its description. A description
    /// alone may be changed and cleared.
    /// </summary>
    private static JsonObject Vampire(JsonObject given, Entity? clan, bool isOwn)
    {
        var view = new JsonObject
        {
            ["clan_id"] = clan?.Id,
            ["clan_name"] = clan?.Text("name"),
            ["generation"] = Copy(given, "generation"),
            ["sire"] = Copy(given, "sire"),
        };
        foreach (var gift in new[] { "bane", "compulsion" })
        {
            var name = given[gift + "_name"]?.GetValue<string>();
            var isKept = !isOwn
                || (name is not null && (name == NameOf(clan?[gift]) || (gift == "bane" && name == NameOf(clan?["variant_bane"]))));
            view[gift + "_name"] = isKept ? name : NameOf(clan?[gift]);
            view[gift + "_description"] = isKept ? Copy(given, gift + "_description") : clan?[gift]?["description"]?.DeepClone();
        }

        return view;
    }

    private static string? NameOf(JsonNode? gift) => gift?["name"]?.GetValue<string>();

    private static JsonObject Werewolf(JsonObject given, Entity? tribe, Entity? auspice) => new()
    {
        ["tribe_id"] = tribe?.Id,
        ["tribe_name"] = tribe?.Text("name"),
        ["auspice_id"] = auspice?.Id,
        ["auspice_name"] = auspice?.Text("name"),
        ["pack_name"] = Copy(given, "pack_name"),
        ["total_renown"] = Copy(given, "total_renown") ?? 0,
    };

    private static Entity? Find(World world, string kind, JsonNode? id)
        => id is null ? null : world[kind].Find(Guid.Parse(id.GetValue<string>()).ToString());

    private static JsonNode? Copy(JsonObject from, string name) => from[name]?.DeepClone();
}
