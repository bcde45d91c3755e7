using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>What a new character gets besides the form.</summary>
internal static class NewCharacter
{
    /// <summary>Checks and completes a character that somebody makes.</summary>
    public static void Complete(World world, EndpointContext call, JsonObject data)
    {
        data["type"] ??= "PLAYER";
        var type = data["type"]!.GetValue<string>();
        if (!Permissions.MayHandle(call, type))
        {
            throw ProblemException.Forbidden();
        }

        Characters.RefuseMissing(world, Kinds.Campaign, data["campaign_id"]);
        Characters.RefuseSameName(
            world, call.Company.Id, data["name_first"]!.GetValue<string>(), data["name_last"]!.GetValue<string>(), null);
        Characters.RefuseMissing(world, Kinds.Concept, data["concept_id"]);
        Characters.RefuseMissing(world, Kinds.User, data["user_player_id"]);
        if (type == "PLAYER")
        {
            data["user_player_id"] ??= call.Actor.Id;
        }

        Basics(data, call.Company.Id, call.Actor.Id);
        data["specialties"] = Specialties(world, data["concept_id"]?.GetValue<string>());
    }

    /// <summary>
    /// Gives a stored character its nature and the traits of the form. The real server does not undo what it refuses here: the character
    /// stays, and takes its name with it.
    /// </summary>
    public static void Finish(World world, Entity character)
    {
        if (character.Text("character_class") == "VAMPIRE" && character["vampire_attributes"] is null)
        {
            throw ProblemException.Fielded("Vampire clan id is required", ("clan_id", "Vampire clan id is required"));
        }

        CharacterNature.Complete(world, character.Data);
        var wanted = character["traits"] as JsonArray ?? [];
        character.Data.Remove("traits");
        foreach (var form in wanted.OfType<JsonObject>())
        {
            var id = Guid.Parse(form["trait_id"]!.GetValue<string>()).ToString();
            var trait = world[Kinds.Trait].Find(id) ?? throw ProblemException.Invalid("Trait not found");
            CharacterTraits.Give(world, character, trait, form["value"] is { } value ? Numbers.Int(value) : 0);
        }
    }

    /// <summary>What every new character starts with.</summary>
    public static void Basics(JsonObject data, string companyId, string creatorId)
    {
        data["company_id"] = companyId;
        data["user_creator_id"] = creatorId;
        data["status"] = "ALIVE";
        data["starting_points"] = 0;
        data.TryAdd("is_temporary", false);
    }

    /// <summary>The specialties a concept brings.</summary>
    public static JsonArray Specialties(World world, string? conceptId)
    {
        if (world[Kinds.Concept].Find(conceptId) is not { } concept)
        {
            return [];
        }

        return new JsonArray([.. (concept["specialties"] as JsonArray ?? []).OfType<JsonObject>().Take(concept.Number("max_specialties"))
            .Select(specialty => new JsonObject
            {
                ["id"] = world.Timestamps.NewId(),
                ["name"] = specialty["name"]?.DeepClone(),
                ["type"] = specialty["type"]?.DeepClone(),
                ["description"] = specialty["description"]?.DeepClone(),
            })]);
    }
}
