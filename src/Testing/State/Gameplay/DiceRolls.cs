using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Rolls of dice: they really roll, from the fake's seed.</summary>
internal static class DiceRolls
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.DiceRoll,
            Schema = "DiceRollResponse",
            Rows = call => world[Kinds.DiceRoll].Where("company_id", call.Company.Id)
                .Where(roll => Matches(world, call, roll))
                .Reverse(),
        };
        registry.List("listDiceRolls", resource);
        registry.Get("getDiceRoll", resource);
        registry.On("createDiceRoll", call => Roll(registry, call, Forms.New(call)));
        registry.On("createQuickRoll", call => QuickRoll(registry, call));
    }

    private static bool Matches(World world, EndpointContext call, Entity roll)
        => (call.QueryId("userid") is not { } user || roll.Links("user_id", user))
           && (call.QueryId("characterid") is not { } character || roll.Links("character_id", character))
           && (call.QueryId("campaignid") is not { } campaign || roll.Links("campaign_id", campaign))
           && (call.Query("character_type") is not { } type
               || world[Kinds.Character].Find(roll.Text("character_id"))?.Text("type") == type);

    private static JsonObject QuickRoll(HandlerRegistry registry, EndpointContext call)
    {
        var world = registry.World;
        var quickRollId = call.FieldId("quickroll_id")!;
        var quickRoll = world[Kinds.QuickRoll].Find(quickRollId) ?? throw ProblemException.Invalid($"Quick roll {quickRollId} not found");
        var characterId = call.FieldId("character_id")!;
        var character = world[Kinds.Character].Find(characterId) ?? throw ProblemException.Invalid($"Character {characterId} not found");
        var wanted = quickRoll.Texts("trait_ids").ToHashSet();
        var owned = world[Kinds.CharacterTrait].Where("character_id", characterId)
            .Where(one => wanted.Contains(one.Text("trait_id")!))
            .ToList();
        if (owned.Count == 0)
        {
            throw ProblemException.Invalid("This character does not have the traits required to roll this quick roll");
        }

        return Roll(registry, call, new JsonObject
        {
            ["difficulty"] = call.FieldNumber("difficulty") ?? 6,
            ["num_dice"] = owned.Sum(one => one.Number("value")),
            ["num_desperation_dice"] = call.FieldNumber("num_desperation_dice") ?? 0,
            ["comment"] = call.Field("comment") is { Length: > 0 } comment ? comment : $"Quick roll: {quickRoll.Text("name")}",
            ["trait_ids"] = quickRoll["trait_ids"]!.DeepClone(),
            ["character_id"] = characterId,
            ["campaign_id"] = character.Text("campaign_id"),
        });
    }

    private static void RefuseUnknown(World world, string kind, string name, JsonNode? id)
    {
        if (id?.GetValue<string>() is { } text && world[kind].Find(text) is null)
        {
            throw ProblemException.Invalid($"{name} {text} not found");
        }
    }

    private static JsonObject Roll(HandlerRegistry registry, EndpointContext call, JsonObject data)
    {
        var world = registry.World;
        data.TryAdd("dice_size", 10);
        data.TryAdd("num_dice", 1);
        data.TryAdd("num_desperation_dice", 0);
        RefuseUnknown(world, Kinds.Campaign, "Campaign", data["campaign_id"]);
        RefuseUnknown(world, Kinds.Character, "Character", data["character_id"]);
        data["trait_ids"] = QuickRolls.Resolve(world, data["trait_ids"] as JsonArray ?? []);
        data["company_id"] = call.Company.Id;
        data["user_id"] = call.Actor.Id;
        data["result"] = Dice.Roll(
            world.Random,
            Numbers.Int(data["dice_size"]!),
            Numbers.Int(data["num_dice"]!),
            Numbers.Int(data["num_desperation_dice"]!),
            data["difficulty"] is { } difficulty ? Numbers.Int(difficulty) : null);
        var roll = world.Add(Kinds.DiceRoll, data);
        call.Subject = roll;
        return registry.Views.Write(roll, "DiceRollResponse");
    }
}
