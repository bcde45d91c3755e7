using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The prepared rolls of a user.</summary>
internal static class QuickRolls
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.QuickRoll,
            Schema = "QuickRollResponse",
            Rows = call => world[Kinds.QuickRoll].Where("user_id", call.User.Id).OrderBy(row => row.Text("name"), StringComparer.Ordinal),
            Creating = (call, data) =>
            {
                UserRoles.RefuseOthers(call, call.User);
                data["trait_ids"] = Resolve(world, data["trait_ids"] as JsonArray ?? []);
                data["user_id"] = call.User.Id;
            },
            Updating = (call, _, form) =>
            {
                UserRoles.RefuseOthers(call, call.User);
                if (form["trait_ids"] is JsonArray traits)
                {
                    form["trait_ids"] = Resolve(world, traits);
                }
            },
            Deleting = (call, _) => UserRoles.RefuseOthers(call, call.User),
        };
        registry.List("listUserQuickrolls", resource);
        registry.Get("getUserQuickroll", resource);
        registry.Create("createUserQuickroll", resource);
        registry.Update("updateUserQuickroll", resource);
        registry.Delete("deleteUserQuickroll", resource);
    }

    /// <summary>The traits that ids mean: of the catalogue, or of what a character has of it. An unknown one is refused.</summary>
    public static JsonArray Resolve(World world, JsonArray ids)
        => new([.. ids.Select(id => Guid.Parse(id!.GetValue<string>()).ToString())
            .Select(id => world[Kinds.Trait].Find(id)?.Id
                ?? world[Kinds.CharacterTrait].Find(id)?.Text("trait_id")
                ?? throw ProblemException.Fielded("Trait not found", ("trait_ids", $"Trait {id} not found")))
            .Distinct()
            .Select(id => JsonValue.Create(id))]);
}
