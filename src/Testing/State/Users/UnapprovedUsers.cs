using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Users who signed in and wait: they are approved, denied, or merged into another one.</summary>
internal static class UnapprovedUsers
{
    private const string Schema = "user_dto_UserResponse";
    private const string Waiting = "UNAPPROVED";

    public static void Map(HandlerRegistry registry)
    {
        registry.On("listUnapprovedUsers", call =>
        {
            UserRoles.RefuseAllButAdmins(call);
            return registry.Page(call, Users.OfCompany(registry.World, call).Where(user => user.Text("role") == Waiting), Schema);
        });
        registry.On("approveUser", call => Approve(registry, call));
        registry.On("denyUser", call =>
        {
            RefuseDecision(call);
            Users.Archive(registry.World, call.User);
            call.Description = $"Deny user '{call.User.Text("username")}'";
            return null;
        });
        registry.On("mergeUsers", call => Merge(registry, call));
    }

    private static JsonObject Approve(HandlerRegistry registry, EndpointContext call)
    {
        RefuseDecision(call);
        var role = call.Field("role")!;
        if (role is Waiting or "DEACTIVATED")
        {
            throw ProblemException.Invalid($"Cannot assign {role} role via approval");
        }

        call.User["role"] = role;
        call.Description = $"Approve user '{call.User.Text("username")}'";
        registry.World.Touch(call.User);
        return registry.Views.Write(call.User, Schema);
    }

    private static void RefuseDecision(EndpointContext call)
    {
        UserRoles.RefuseAllButAdmins(call);
        if (call.User.Text("role") != Waiting)
        {
            throw ProblemException.Invalid("User is not in UNAPPROVED status");
        }
    }

    private static JsonObject Merge(HandlerRegistry registry, EndpointContext call)
    {
        UserRoles.RefuseAllButAdmins(call);
        if (call.FieldId("primary_user_id") == call.FieldId("secondary_user_id"))
        {
            throw ProblemException.Invalid("Cannot merge a user with themselves");
        }

        var primary = Member(registry.World, call, "primary_user_id");
        var secondary = Member(registry.World, call, "secondary_user_id");
        if (secondary.Text("role") != Waiting)
        {
            throw ProblemException.Invalid("Secondary user must have UNAPPROVED role");
        }

        foreach (var member in Identities.Providers.Select(Identities.ProfileOf))
        {
            Absorb(primary, secondary, member);
        }

        Users.Archive(registry.World, secondary);
        registry.World.Touch(primary);
        call.Description = $"Merge user into '{primary.Text("username")}'";
        return registry.Views.Write(primary, Schema);
    }

    /// <summary>Takes over of a profile what the first user's does not say.</summary>
    private static void Absorb(Entity primary, Entity secondary, string profile)
    {
        if (secondary[profile] is not JsonObject additions)
        {
            return;
        }

        var merged = primary[profile]?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in additions)
        {
            merged[name] ??= value?.DeepClone();
        }

        primary[profile] = merged;
    }

    private static Entity Member(World world, EndpointContext call, string field)
        => world[Kinds.User].Find(call.FieldId(field)) is { } user && user.Links("company_id", call.Company.Id)
            ? user
            : throw ProblemException.NotFound("User");
}
