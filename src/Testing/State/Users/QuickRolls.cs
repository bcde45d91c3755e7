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
                RefuseUnknown(world, data["trait_ids"] as JsonArray);
                data["user_id"] = call.User.Id;
            },
            Updating = (call, _, form) =>
            {
                UserRoles.RefuseOthers(call, call.User);
                RefuseUnknown(world, form["trait_ids"] as JsonArray);
            },
            Deleting = (call, _) => UserRoles.RefuseOthers(call, call.User),
        };
        registry.List("listUserQuickrolls", resource);
        registry.Get("getUserQuickroll", resource);
        registry.Create("createUserQuickroll", resource);
        registry.Update("updateUserQuickroll", resource);
        registry.Delete("deleteUserQuickroll", resource);
    }

    /// <summary>Refuses a trait the catalogue does not have.</summary>
    public static void RefuseUnknown(World world, JsonArray? traitIds)
    {
        foreach (var id in (traitIds ?? []).Select(id => Guid.Parse(id!.GetValue<string>()).ToString()))
        {
            if (world[Kinds.Trait].Find(id) is null)
            {
                throw ProblemException.Fielded("Trait not found", ("trait_ids", $"Trait {id} not found"));
            }
        }
    }
}
