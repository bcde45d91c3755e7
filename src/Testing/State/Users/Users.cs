using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The users of a company.</summary>
internal static class Users
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        var views = registry.Views;
        views.Count(Kinds.User, "num_quickrolls", Kinds.QuickRoll, "user_id");
        views.Count(Kinds.User, "num_notes", Kinds.Note, "user_id");
        views.Count(Kinds.User, "num_assets", Kinds.Asset, "user_parent_id");
        views.Compute(Kinds.User, "num_characters", (_, user) => Characters.OfPlayer(world, user.Id).Count());
        views.Compute(Kinds.User, "campaign_experience", (_, user) => new JsonArray([.. world[Kinds.Experience].Where("user_id", user.Id)
            .Select(row => views.Write(row, "CampaignExperienceResponse"))]));
        views.Compute(Kinds.User, "avatar_url", (_, user) => user["avatar_url"]?.DeepClone() ?? ProviderProfile.Avatar(user));
        views.Compute(Kinds.User, "is_archived", (_, user) => user.IsArchived);

        var resource = new Resource
        {
            Kind = Kinds.User,
            Schema = "user_dto_UserResponse",
            DetailSchema = "UserDetailResponse",
            Rows = call => OfCompany(world, call)
                .Where(user => call.Query("user_role") is not { } role || user.Text("role") == role)
                .Where(user => call.Query("email") is not { } email || user.Text("email") == email),
            Includes =
            [
                ("quickrolls", "QuickRollResponse", (_, user) => world[Kinds.QuickRoll].Where("user_id", user.Id)),
                ("notes", "NoteResponse", (_, user) => world[Kinds.Note].Where("user_id", user.Id)),
                ("assets", "S3AssetResponse", (_, user) => world[Kinds.Asset].Where("user_parent_id", user.Id)),
                ("characters", "CharacterResponse", (_, user) => Characters.OfPlayer(world, user.Id)),
            ],
            Creating = (call, data) =>
            {
                UserRoles.RefuseAtStart(call.Field("role")!);
                UserRoles.RefuseAssignment(call, "PLAYER", call.Field("role")!);
                Complete(data, call.Company.Id);
            },
            Updating = (call, user, form) =>
            {
                if (form["role"]?.GetValue<string>() is { } role)
                {
                    UserRoles.RefuseAssignment(call, user.Text("role")!, role);
                    if (role != "ADMIN")
                    {
                        UserRoles.RefuseLastAdmin(world, user);
                    }
                }

                UserRoles.RefuseOthers(call, user);
            },
        };
        registry.List("listUsers", resource);
        registry.Get("getUser", resource);
        registry.Create("createUser", resource);
        registry.Update("updateUser", resource);
        registry.On("deleteUser", call =>
        {
            UserRoles.RefuseOthers(call, call.User);
            UserRoles.RefuseLastAdmin(world, call.User);
            Archive(world, call.User);
            return null;
        });
    }

    /// <summary>Stores a user.</summary>
    public static Entity Add(World world, string companyId, string username, string email, string role)
    {
        var data = new JsonObject { ["username"] = username, ["email"] = email, ["role"] = role };
        Complete(data, companyId);
        return world.Add(Kinds.User, data);
    }

    /// <summary>Adds what a new user has besides the form.</summary>
    public static void Complete(JsonObject data, string companyId)
    {
        data["company_id"] = companyId;
        data["lifetime_xp"] = 0;
        data["lifetime_cool_points"] = 0;
    }

    /// <summary>Deletes a user, who stays for global administrators to see; what the user owned goes.</summary>
    public static void Archive(World world, Entity user)
    {
        user.IsArchived = true;
        foreach (var owned in world[Kinds.QuickRoll].Where("user_id", user.Id)
            .Concat(world[Kinds.Asset].Where("user_parent_id", user.Id))
            .Concat(Characters.OfPlayer(world, user.Id))
            .ToList())
        {
            world.Remove(owned);
        }
    }

    /// <summary>The users of a company, in the order of lists.</summary>
    public static IEnumerable<Entity> OfCompany(World world, EndpointContext call)
        => world[Kinds.User].Where("company_id", call.Company.Id)
            .OrderBy(user => user.Text("username"), StringComparer.Ordinal)
            .ThenBy(user => user.Id, StringComparer.Ordinal);
}
