using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>Signing in with another service, and finding users by it.</summary>
internal static class Identities
{
    private const int ShortestUserName = 3;
    private const int LongestUserName = 50;

    public static readonly string[] Providers = ["google", "apple", "discord", "github"];

    public static void Map(HandlerRegistry registry)
    {
        registry.On("identifyUser", call => Identify(registry, call));
        registry.On("linkUserIdentity", call => Link(registry, call));
        registry.On("unlinkUserIdentity", call => Unlink(registry, call));
        registry.On("lookupUser", call => Lookup(registry.World, call));
    }

    /// <summary>The member of a user that holds the profile of a provider.</summary>
    public static string ProfileOf(string provider) => provider + "_profile";

    private static JsonObject Identify(HandlerRegistry registry, EndpointContext call)
    {
        var provider = call.Field("provider")!;
        var identity = IdentityToken.Read(registry, call);
        var (user, resolution) = Resolve(registry.World, call, provider, identity);
        Attach(registry.World, user, provider, identity);
        call.AuditOperation = resolution == "created" ? "CREATE" : "UPDATE";
        call.Description = $"Identify user '{user.Text("username")}' via {provider} ({resolution})";
        return new JsonObject { ["resolution"] = resolution, ["user"] = registry.Views.Write(user, "user_dto_UserResponse") };
    }

    /// <summary>The user of an identity: the one who has it, else the one with its verified e-mail address, else a new one.</summary>
    private static (Entity User, string Resolution) Resolve(World world, EndpointContext call, string provider, IdentityToken identity)
    {
        var users = world[Kinds.User].Where("company_id", call.Company.Id).ToList();
        if (users.Find(user => IdOf(user, provider) == identity.Id) is { } known)
        {
            return (known, "matched");
        }

        var same = identity.IsEmailVerified
            ? users.FindAll(user => string.Equals(user.Text("email"), identity.Email, StringComparison.OrdinalIgnoreCase))
            : [];
        if (same.Count == 1)
        {
            return (same[0], "linked");
        }

        var email = identity.Email is { Length: > 0 } own ? own : call.Field("email");
        if (string.IsNullOrEmpty(email))
        {
            throw ProblemException.WithCode(
                422,
                $"{provider} did not supply an email address. Include 'email' in the request body to register this user.",
                "EMAIL_REQUIRED");
        }

        if (Formats.Complaint("email", email) is { } fault)
        {
            throw ProblemException.Invalid($"email: {fault}");
        }

        var name = call.Field("username") is { Length: > 0 } wanted ? wanted : UserName(world, users, provider, identity, email);
        return (Users.Add(world, call.Company.Id, name, email, "UNAPPROVED"), "created");
    }

    /// <summary>A name nobody has yet, of the login at the provider or of the e-mail address.</summary>
    private static string UserName(World world, List<Entity> users, string provider, IdentityToken identity, string email)
    {
        var profile = ProviderProfile.Of(provider, identity);
        var name = Rewriting.Slug((profile["login"] ?? profile["username"])?.GetValue<string>() ?? email.Split('@')[0]);
        if (name.Length < ShortestUserName)
        {
            name = Rewriting.Slug($"{(name.Length == 0 ? "user" : name)}-{world.Timestamps.Token(6)}");
        }

        name = name[..Math.Min(name.Length, LongestUserName)];
        var candidate = name;
        for (var number = 2; users.Exists(user => user.Text("username") == candidate); number++)
        {
            candidate = $"{name[..Math.Min(name.Length, LongestUserName - 4)]}-{number}";
        }

        return candidate;
    }

    private static JsonObject Link(HandlerRegistry registry, EndpointContext call)
    {
        RefuseOthers(call, "link");
        var provider = call.Field("provider")!;
        var identity = IdentityToken.Read(registry, call);
        if (registry.World[Kinds.User].Where("company_id", call.Company.Id)
            .Any(user => user != call.User && IdOf(user, provider) == identity.Id))
        {
            throw ProblemException.Conflict(
                "This identity is already linked to another user. Use the merge endpoint to combine accounts.", "IDENTITY_ALREADY_LINKED");
        }

        if (IdOf(call.User, provider) is { Length: > 0 } other && other != identity.Id)
        {
            throw ProblemException.Conflict($"User already has a different {provider} identity linked.", "IDENTITY_ALREADY_LINKED");
        }

        var before = call.User[ProfileOf(provider)]?.DeepClone();
        Attach(registry.World, call.User, provider, identity);
        call.Note(ProfileOf(provider), before, call.User[ProfileOf(provider)]);
        call.Description = $"Link {provider} identity to user '{call.User.Text("username")}'";
        return registry.Views.Write(call.User, "user_dto_UserResponse");
    }

    private static JsonObject Unlink(HandlerRegistry registry, EndpointContext call)
    {
        RefuseOthers(call, "unlink");
        var provider = call.Path("provider");
        var member = ProfileOf(provider);
        if (call.User[member] is null)
        {
            throw ProblemException.WithCode(404, $"No {provider} identity is linked to this user.", "IDENTITY_NOT_LINKED");
        }

        if (Providers.Count(other => call.User[ProfileOf(other)] is not null) == 1)
        {
            throw ProblemException.Conflict("Cannot remove the user's only linked identity.", "LAST_IDENTITY");
        }

        call.Note(member, call.User[member], null);
        call.User[member] = null;
        registry.World.Touch(call.User);
        call.Description = $"Unlink {provider} identity from user '{call.User.Text("username")}'";
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

    private static void Attach(World world, Entity user, string provider, IdentityToken identity)
    {
        user[ProfileOf(provider)] = ProviderProfile.Of(provider, identity);
        world.Touch(user);
    }

    private static string? IdOf(Entity user, string provider) => user[ProfileOf(provider)]?["id"]?.GetValue<string>();
}
