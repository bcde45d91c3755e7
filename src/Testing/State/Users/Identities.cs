using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Signing in with another service, and finding users by it.</summary>
internal static class Identities
{
    private static readonly string[] Providers = ["google", "apple", "discord", "github"];

    public static void Map(HandlerRegistry registry)
    {
        registry.On("identifyUser", call => Identify(registry, call));
        registry.On("linkUserIdentity", call => Link(registry, call));
        registry.On("unlinkUserIdentity", call => Unlink(registry, call));
        registry.On("lookupUser", call => Lookup(registry.World, call));
    }

    private static JsonObject Identify(HandlerRegistry registry, EndpointContext call)
    {
        var provider = call.Field("provider")!;
        var claims = IdentityToken.Read(registry.Options, provider, call.Field("token")!);
        var users = registry.World[Kinds.User].Where("company_id", call.Company.Id).ToList();
        if (users.Find(user => IdOf(user, provider) == claims.Id) is { } known)
        {
            return Resolution(registry, "matched", known);
        }

        var email = claims.Email
            ?? call.Field("email")
            ?? throw ProblemException.WithCode(422, "An e-mail address is required to create a user", "EMAIL_REQUIRED");
        var same = users.Find(user => user.Text("email") == email);
        var user = same ?? Users.Add(registry.World, call.Company.Id, UserName(call, email), email, "UNAPPROVED");
        Attach(registry.World, user, provider, claims);
        call.Subject = user;
        return Resolution(registry, same is null ? "created" : "linked", user);
    }

    private static string UserName(EndpointContext call, string email)
        => call.Field("username") is { Length: > 0 } name ? name : Rewriting.Slug(email.Split('@')[0]);

    private static JsonObject Resolution(HandlerRegistry registry, string resolution, Entity user)
        => new() { ["resolution"] = resolution, ["user"] = registry.Views.Write(user, "user_dto_UserResponse") };

    private static JsonObject Link(HandlerRegistry registry, EndpointContext call)
    {
        RefuseOthers(call, "link");
        var provider = call.Field("provider")!;
        var claims = IdentityToken.Read(registry.Options, provider, call.Field("token")!);
        if (registry.World[Kinds.User].Where("company_id", call.Company.Id)
            .Any(user => user != call.User && IdOf(user, provider) == claims.Id))
        {
            throw ProblemException.Conflict("This identity is already linked to another user.", "IDENTITY_ALREADY_LINKED");
        }

        Attach(registry.World, call.User, provider, claims);
        call.Subject = call.User;
        return registry.Views.Write(call.User, "user_dto_UserResponse");
    }

    private static JsonObject Unlink(HandlerRegistry registry, EndpointContext call)
    {
        RefuseOthers(call, "unlink");
        var member = call.Path("provider") + "_profile";
        if (call.User[member] is null)
        {
            throw ProblemException.WithCode(404, "This identity is not linked to the user.", "IDENTITY_NOT_LINKED");
        }

        if (Providers.Count(provider => call.User[provider + "_profile"] is not null) == 1)
        {
            throw ProblemException.Conflict("Cannot remove the user's only linked identity.", "LAST_IDENTITY");
        }

        call.User[member] = null;
        registry.World.Touch(call.User);
        call.Subject = call.User;
        return registry.Views.Write(call.User, "user_dto_UserResponse");
    }

    private static JsonArray Lookup(World world, EndpointContext call)
    {
        var email = call.Query("email");
        var wanted = Providers.Select(provider => (Provider: provider, Id: call.Query(provider + "_id"))).Where(one => one.Id is not null)
            .ToList();
        return new JsonArray([.. world[Kinds.User].Rows
            .Where(user => (email is not null && user.Text("email") == email) || wanted.Exists(one => IdOf(user, one.Provider) == one.Id))
            .Select(user => (User: user, Company: world[Kinds.Company].Find(user.Text("company_id"))!))
            .Where(found => call.Developer.Flag("is_global_admin") || CompanyCheck.Permission(call.Developer, found.Company.Id) is not null)
            .Select(found => new JsonObject
            {
                ["company_id"] = found.Company.Id,
                ["company_name"] = found.Company.Text("name"),
                ["user_id"] = found.User.Id,
                ["role"] = found.User.Text("role"),
            })]);
    }

    private static void RefuseOthers(EndpointContext call, string verb)
    {
        if (!call.IsAdmin && call.Actor.Id != call.User.Id)
        {
            throw ProblemException.Forbidden($"Only the user themselves or an admin can {verb} identities");
        }
    }

    private static void Attach(World world, Entity user, string provider, IdentityToken claims)
    {
        user[provider + "_profile"] = new JsonObject { ["id"] = claims.Id, ["email"] = claims.Email };
        world.Touch(user);
    }

    private static string? IdOf(Entity user, string provider) => user[provider + "_profile"]?["id"]?.GetValue<string>();
}
