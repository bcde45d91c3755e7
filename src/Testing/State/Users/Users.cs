using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The users of a company.</summary>
internal static class Users
{
    private static readonly string[] Profiles = ["google_profile", "github_profile", "discord_profile", "apple_profile"];

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
                RefuseRole(call, call.Field("role")!);
                if (call.Field("role") == "UNAPPROVED")
                {
                    throw ProblemException.Invalid("Cannot create a user with initial role UNAPPROVED");
                }

                Complete(data, call.Company.Id);
            },
            Updating = (call, user, form) =>
            {
                if (form["role"]?.GetValue<string>() is { } role && role != user.Text("role"))
                {
                    RefuseRole(call, role);
                    RefuseLastAdmin(world, user);
                }

                RefuseOthers(call, user);
            },
            Deleting = (call, user) =>
            {
                RefuseOthers(call, user);
                RefuseLastAdmin(world, user);
            },
        };
        registry.List("listUsers", resource);
        registry.Get("getUser", resource);
        registry.Create("createUser", resource);
        registry.Update("updateUser", resource);
        registry.On("deleteUser", call => Archive(call, resource));
        registry.On(
            "listUnapprovedUsers",
            call => registry.Page(call, OfCompany(world, call).Where(user => user.Text("role") == "UNAPPROVED"), resource.Schema));
        registry.On("approveUser", call => Decide(registry, call, call.Field("role")!));
        registry.On("denyUser", call =>
        {
            Decide(registry, call, "DEACTIVATED");
            return null;
        });
        registry.On("mergeUsers", call => Merge(registry, call));
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

    /// <summary>Deletes a user, who stays for global administrators to see.</summary>
    public static JsonNode? Archive(EndpointContext call, Resource resource)
    {
        call.Subject = call.User;
        resource.Deleting(call, call.User);
        call.User.IsArchived = true;
        return null;
    }

    /// <summary>Refuses everyone but the user and administrators.</summary>
    public static void RefuseOthers(EndpointContext call, Entity user)
    {
        if (!call.IsAdmin && call.Actor.Id != user.Id)
        {
            throw Unauthorized();
        }
    }

    /// <summary>Refuses to leave a company without an administrator.</summary>
    public static void RefuseLastAdmin(World world, Entity user)
    {
        if (user.Text("role") == "ADMIN"
            && world[Kinds.User].Where("company_id", user.Text("company_id")).Count(other => other.Text("role") == "ADMIN") == 1)
        {
            throw ProblemException.Conflict("A company needs at least one administrator.");
        }
    }

    private static ProblemException Unauthorized() => ProblemException.Forbidden("Requesting user is not authorized to manage this user");

    private static IEnumerable<Entity> OfCompany(World world, EndpointContext call)
        => world[Kinds.User].Where("company_id", call.Company.Id)
            .OrderBy(user => user.Text("username"), StringComparer.Ordinal)
            .ThenBy(user => user.Id, StringComparer.Ordinal);

    private static void RefuseRole(EndpointContext call, string role)
    {
        if (!call.IsAdmin && role != "PLAYER")
        {
            throw ProblemException.Forbidden("Requesting user is not authorized to change user roles");
        }
    }

    private static JsonObject Decide(HandlerRegistry registry, EndpointContext call, string role)
    {
        if (!call.IsAdmin)
        {
            throw Unauthorized();
        }

        if (call.User.Text("role") != "UNAPPROVED")
        {
            throw ProblemException.Invalid("User is not in UNAPPROVED status");
        }

        call.Subject = call.User;
        call.User["role"] = role;
        registry.World.Touch(call.User);
        return registry.Views.Write(call.User, "user_dto_UserResponse");
    }

    private static JsonObject Merge(HandlerRegistry registry, EndpointContext call)
    {
        if (!call.IsAdmin)
        {
            throw Unauthorized();
        }

        var primary = Member(registry.World, call, "primary_user_id");
        var secondary = Member(registry.World, call, "secondary_user_id");
        if (primary == secondary)
        {
            throw ProblemException.Invalid("Cannot merge a user with themselves");
        }

        if (secondary.Text("role") != "UNAPPROVED")
        {
            throw ProblemException.Invalid("Secondary user is not in UNAPPROVED status");
        }

        foreach (var member in Profiles.Concat(["name_first", "name_last", "avatar_url"]))
        {
            primary[member] ??= secondary[member]?.DeepClone();
        }

        secondary.IsArchived = true;
        registry.World.Touch(primary);
        call.Subject = primary;
        return registry.Views.Write(primary, "user_dto_UserResponse");
    }

    private static Entity Member(World world, EndpointContext call, string field)
        => world[Kinds.User].Find(call.FieldId(field)) is { } user && user.Links("company_id", call.Company.Id)
            ? user
            : throw ProblemException.NotFound("User");
}
