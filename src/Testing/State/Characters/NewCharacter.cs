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

        Characters.RefuseMissing(world, "character", "campaign_id", data["campaign_id"], Kinds.Campaign);
        Characters.RefuseMissing(world, "character", "concept_id", data["concept_id"], Kinds.Concept);
        Characters.RefuseMissing(world, "character", "user_player_id", data["user_player_id"], Kinds.User);
        if (type == "PLAYER")
        {
            data["user_player_id"] ??= call.Actor.Id;
        }

        data["is_temporary"] = false;
        Basics(data, call.Company.Id, call.Actor.Id);
        data["specialties"] = Specialties(world, data["concept_id"]?.GetValue<string>());
    }

    /// <summary>
    /// Gives a stored character its nature and the traits of the form. The real server does not undo what it refuses here, a name that
    /// is taken included: the character stays, and its name is then taken twice.
    /// </summary>
    public static void Finish(World world, Entity character)
    {
        var wanted = character["traits"] as JsonArray ?? [];
        character.Data.Remove("traits");
        CharacterNature.Complete(world, character.Data);
        Characters.RefuseSameName(
            world, character.Text("company_id")!, character.Text("name_first")!, character.Text("name_last")!, character);
        CharacterNature.RefuseIncomplete(character.Data);
        var traits = wanted.OfType<JsonObject>()
            .Select(form => (Id: Guid.Parse(form["trait_id"]!.GetValue<string>()).ToString(), Value: form["value"]))
            .Select(form => (
                Trait: world[Kinds.Trait].Find(form.Id) ?? throw ProblemException.Invalid($"Trait {form.Id} not found"), form.Value))
            .ToList();
        foreach (var (trait, value) in traits)
        {
            CharacterTraits.Give(world, character, trait, value is null ? 0 : Numbers.Int(value));
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

        return new JsonArray([.. (concept["specialties"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(specialty => new JsonObject
            {
                ["id"] = world.Timestamps.NewId(),
                ["name"] = specialty["name"]?.DeepClone(),
                ["type"] = specialty["type"]?.DeepClone(),
                ["description"] = specialty["description"]?.DeepClone(),
            })]);
    }
}
