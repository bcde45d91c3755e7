using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Developers, as global administrators see them and as they see themselves.</summary>
internal static class Developers
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        registry.Views.Compute(Kinds.Developer, "companies", Access);

        registry.On("getDeveloperMe", call => registry.Views.Write(Existing(call.Developer), "DeveloperResponse"));
        registry.On("updateDeveloperMe", call => Change(registry, call, Existing(call.Developer), "DeveloperResponse"));
        registry.On("regenerateDeveloperMeApiKey", call =>
        {
            var developer = Existing(call.Developer);
            var key = DeveloperKeys.Renew(world, developer);
            call.Description = $"Regenerate API key for developer '{developer.Text("username")}'";
            return new JsonObject
            {
                ["id"] = developer.Id,
                ["username"] = developer.Text("username"),
                ["email"] = developer.Text("email"),
                ["api_key"] = key,
                ["key_generated"] = developer.Text("key_generated"),
            };
        });

        var resource = new Resource
        {
            Kind = Kinds.Developer,
            Schema = "DeveloperAdminResponse",
            Rows = call => world[Kinds.Developer].Rows
                .Where(row => call.QueryFlag("is_global_admin") is not { } wanted || row.Flag("is_global_admin") == wanted)
                .OrderBy(row => row.Text("username"), StringComparer.Ordinal),
            Deleted = (_, developer) => DeveloperKeys.Retire(world, developer),
        };
        registry.List("globalAdminListDevelopers", resource);
        registry.Get("globalAdminGetDeveloper", resource);
        registry.Delete("globalAdminDeleteDeveloper", resource);
        registry.On("globalAdminCreateDeveloper", call =>
        {
            RefuseDuplicate(world, call, null);
            var developer = Add(
                world, call.Field("username")!, call.Field("email")!, call.Form["is_global_admin"]?.GetValue<bool>() == true);
            call.Subject = developer;
            return registry.Views.Write(developer, resource.Schema);
        });
        registry.On("globalAdminUpdateDeveloper", call => Change(registry, call, call.Parent(Kinds.Developer), resource.Schema));
        registry.On("globalAdminCreateDeveloperApiKey", call => NewKey(world, call));
    }

    /// <summary>Stores a developer without a key.</summary>
    public static Entity Add(World world, string username, string email, bool isGlobalAdmin)
        => world.Add(Kinds.Developer, new JsonObject
        {
            ["username"] = username,
            ["email"] = email,
            ["is_global_admin"] = isGlobalAdmin,
            ["key_generated"] = null,
            ["provider_audiences"] = null,
            ["companies"] = new JsonObject(),
        });

    private static JsonArray Access(World world, Entity developer)
        => new([.. (developer.Data["companies"] as JsonObject ?? [])
            .Select(access => (Company: world[Kinds.Company].Find(access.Key), Permission: access.Value!.GetValue<string>()))
            .Where(access => access.Company is not null)
            .OrderBy(access => access.Company!.Text("name"), StringComparer.Ordinal)
            .Select(access => new JsonObject
            {
                ["company_id"] = access.Company!.Id,
                ["name"] = access.Company.Text("name"),
                ["permission"] = access.Permission,
            })]);

    private static Entity Existing(Entity developer) => developer.IsArchived ? throw ProblemException.NotFound("Developer") : developer;

    private static JsonObject Change(HandlerRegistry registry, EndpointContext call, Entity developer, string schema)
    {
        RefuseAudiences(call);
        RefuseDuplicate(registry.World, call, developer);
        call.Subject = developer;
        Forms.Patch(call, developer);
        registry.World.Touch(developer);
        return registry.Views.Write(developer, schema);
    }

    private static void RefuseAudiences(EndpointContext call)
    {
        if (call.Form["provider_audiences"] is not { } audiences)
        {
            return;
        }

        if (audiences is not JsonObject named)
        {
            throw ProblemException.Fielded("provider_audiences must be an object.", ("provider_audiences", "Must be an object"));
        }

        var foreign = named.Select(audience => audience.Key).Where(name => name is not ("apple" or "google")).Order(StringComparer.Ordinal)
            .ToList();
        if (foreign.Count > 0)
        {
            var list = $"[{string.Join(", ", foreign.Select(name => $"'{name}'"))}]";
            throw ProblemException.Fielded(
                $"provider_audiences contains unsupported provider keys: {list}",
                ("provider_audiences", $"Keys must be one of: apple, google. Got: {list}"));
        }
    }

    private static void RefuseDuplicate(World world, EndpointContext call, Entity? self)
    {
        foreach (var member in new[] { "username", "email" })
        {
            if (call.Field(member) is { } value && world[Kinds.Developer].Where(member, value).Any(other => other != self))
            {
                throw ProblemException.Duplicate("developer", member, value);
            }
        }
    }

    private static JsonObject NewKey(World world, EndpointContext call)
    {
        var developer = call.Parent(Kinds.Developer);
        call.Subject = developer;
        var key = DeveloperKeys.Renew(world, developer);
        var companies = Access(world, developer);
        foreach (var company in companies.OfType<JsonObject>())
        {
            // Here, and only here, the member has another name.
            company["company_name"] = company["name"]!.DeepClone();
            company.Remove("name");
        }

        return new JsonObject
        {
            ["id"] = developer.Id,
            ["username"] = developer.Text("username"),
            ["email"] = developer.Text("email"),
            ["date_created"] = InSeconds(developer.Text("date_created")!),
            ["date_modified"] = InSeconds(developer.Text("date_modified")!),
            ["api_key"] = key,
            ["is_global_admin"] = developer.Flag("is_global_admin") ? "True" : "False",
            ["key_generated"] = developer.Text("key_generated"),
            ["companies"] = companies,
        };
    }

    private static string InSeconds(string instant)
        => instant.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? instant[..dot] + "Z" : instant;
}
