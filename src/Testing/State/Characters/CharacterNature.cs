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

    /// <summary>Completes a new character: its own nature is filled, the others are empty. When it is refused, all are empty.</summary>
    public static void Complete(World world, JsonObject data)
    {
        var own = Array.Find(Natures, nature => data["character_class"]!.GetValue<string>() == nature.Class);
        var given = own.Member is null ? null : data[own.Member]?.DeepClone();
        foreach (var (_, member) in Natures)
        {
            data[member] = null;
        }

        if (own.Member is not null)
        {
            data[own.Member] = Write(world, own.Class, given as JsonObject ?? []);
        }
    }

    /// <summary>Applies a change of the nature; what belongs to another nature is ignored.</summary>
    public static void Change(World world, Entity character, JsonObject form)
    {
        foreach (var (@class, member) in Natures)
        {
            if (form[member] is not JsonObject change)
            {
                continue;
            }

            form.Remove(member);
            if (character.Text("character_class") == @class)
            {
                var merged = (JsonObject)(character[member]?.DeepClone() ?? new JsonObject());
                foreach (var (name, value) in change)
                {
                    merged[name] = value?.DeepClone();
                }

                character[member] = Write(world, @class, merged);
            }
        }
    }

    private static JsonObject Write(World world, string @class, JsonObject given) => @class switch
    {
        "VAMPIRE" => Vampire(given, Find(world, Kinds.Clan, given["clan_id"])),
        "WEREWOLF" => Werewolf(given, Find(world, Kinds.Tribe, given["tribe_id"]), Find(world, Kinds.Auspice, given["auspice_id"])),
        "MAGE" => new JsonObject { ["sphere"] = Copy(given, "sphere"), ["tradition"] = Copy(given, "tradition") },
        _ => new JsonObject { ["creed"] = Copy(given, "creed") },
    };

    /// <summary>Bane and compulsion come from the clan; their names come back when cleared, their descriptions do not.</summary>
    private static JsonObject Vampire(JsonObject given, Entity? clan)
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
            view[gift + "_name"] = Copy(given, gift + "_name") ?? clan?[gift]?["name"]?.DeepClone();
            view[gift + "_description"] = given.ContainsKey(gift + "_description")
                ? Copy(given, gift + "_description")
                : clan?[gift]?["description"]?.DeepClone();
        }

        return view;
    }

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
    {
        Characters.RefuseMissing(world, kind, id);
        return id is null ? null : world[kind].Find(Guid.Parse(id.GetValue<string>()).ToString());
    }

    private static JsonNode? Copy(JsonObject from, string name) => from[name]?.DeepClone();
}
