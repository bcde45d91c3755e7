namespace Valentina.Testing;

/// <summary>The ids of the company that is there when a fake starts.</summary>
internal sealed record SeededIds(string Company, string Admin, string Storyteller, string Player);

/// <summary>What is there when a fake starts: its developers and, if wanted, one company with a user of every role.</summary>
internal static class FirstCompany
{
    public static void Seed(HandlerRegistry registry)
    {
        var world = registry.World;
        var owner = Developers.Add(world, "admin", "admin@example.com", isGlobalAdmin: true);
        DeveloperKeys.Grant(world, owner, registry.Options.ApiKey);
        foreach (var developer in registry.Options.Developers)
        {
            DeveloperKeys.Grant(
                world, Developers.Add(world, developer.Username, developer.Email, developer.IsGlobalAdmin), developer.ApiKey);
        }

        if (!registry.Options.SeedCompany)
        {
            return;
        }

        var (company, admin) = Companies.Add(registry, "The First Chronicle", "chronicle@example.com", null, null, owner);
        registry.Seeded = new SeededIds(
            company.Id,
            admin.Id,
            Users.Add(world, company.Id, "storyteller", "storyteller@example.com", "STORYTELLER").Id,
            Users.Add(world, company.Id, "player", "player@example.com", "PLAYER").Id);
    }
}
