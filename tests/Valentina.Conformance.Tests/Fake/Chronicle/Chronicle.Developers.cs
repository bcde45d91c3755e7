using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Developers and their keys.</content>
internal sealed partial class Chronicle
{
    private async Task DevelopersAsync()
    {
        _root = Client(RootKey);
        await StepAsync("health", () => _root.System.HealthAsync(), h => $"{h.DatabaseStatus} {h.CacheStatus} {h.Version}");
        Step("health.sync", () => _root.System.Health(), h => $"{h.DatabaseStatus}");
        await StepAsync("me.root", () => _root.Developer.GetMeAsync(), d => $"{d.Username} {d.ProviderAudiences?.Count}");
        _ownerDeveloper = await StepAsync("admin.createDeveloper",
            () => _root.GlobalAdmin.CreateDeveloperAsync(new DeveloperCreate
            {
                Username = "owner-" + Suffix,
                Email = $"owner-{Suffix}@example.com",
            }),
            d => d.IsGlobalAdmin);
        await StepAsync("admin.createDeveloper.dup",
            () => _root.GlobalAdmin.CreateDeveloperAsync(new DeveloperCreate
            {
                Username = "owner-" + Suffix,
                Email = $"owner-{Suffix}@example.com",
            }));
        var ownerKey = await StepAsync("admin.createKey",
            () => _root.GlobalAdmin.CreateApiKeyAsync(_ownerDeveloper.Id),
            k => $"{k.Username == _ownerDeveloper.Username} {k.IsGlobalAdmin} {k.Companies.Count} {k.ApiKey.Length > 10}");
        _helperDeveloper = await StepAsync("admin.createDeveloper2",
            () => _root.GlobalAdmin.CreateDeveloperAsync(new DeveloperCreate
            {
                Username = "helper-" + Suffix,
                Email = $"helper-{Suffix}@example.com",
                IsGlobalAdmin = false,
            }));
        var helperKey = Step("admin.createKey2.sync", () => _root.GlobalAdmin.CreateApiKey(_helperDeveloper.Id), k => k.Companies.Count);
        await StepAsync("admin.getDeveloper",
            () => _root.GlobalAdmin.GetDeveloperAsync(_ownerDeveloper.Id),
            d => d.KeyGenerated is not null);
        await StepAsync("admin.getDeveloper.404", () => _root.GlobalAdmin.GetDeveloperAsync(Guid.NewGuid()));
        await StepAsync("admin.updateDeveloper",
            () => _root.GlobalAdmin.UpdateDeveloperAsync(
                _helperDeveloper.Id,
                new AdminDeveloperPatch
                {
                    Email = $"helper2-{Suffix}@example.com",
                    ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["google"] = new[] { "aud-1", "aud-2" } },
                }),
            d => $"{d.Email == $"helper2-{Suffix}@example.com"} {d.ProviderAudiences?.Count}");
        await StepAsync("admin.updateDeveloper.nullAud",
            () => _root.GlobalAdmin.UpdateDeveloperAsync(_helperDeveloper.Id, new AdminDeveloperPatch { ProviderAudiences = null }),
            d => $"{d.ProviderAudiences?.Count}");
        await StepAsync("admin.listDevelopers", () => _root.GlobalAdmin.ListAllDevelopersAsync(), l => l.Count >= 3);
        await StepAsync("admin.listDevelopers.admins",
            () => _root.GlobalAdmin.GetDevelopersPageAsync(isGlobalAdmin: true),
            p => p.Items.All(x => x.IsGlobalAdmin));
        Step("admin.listDevelopers.sync", () => _root.GlobalAdmin.GetDevelopersPage(limit: 2), p => p.Items.Count);
        _owner = Client(ownerKey.ApiKey);
        _helper = Client(helperKey.ApiKey);
        await StepAsync("owner.me", () => _owner.Developer.GetMeAsync(), d => $"{d.Companies.Count}");
        await StepAsync("owner.updateMe",
            () => _owner.Developer.UpdateMeAsync(new DeveloperPatch
            {
                ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["apple"] = new[] { "x" } },
            }),
            d => $"{d.ProviderAudiences?.Count}");
        await StepAsync("owner.updateMe.badProvider",
            () => _owner.Developer.UpdateMeAsync(new DeveloperPatch
            {
                ProviderAudiences = new Dictionary<string, IReadOnlyList<string>> { ["github"] = new[] { "x" } },
            }),
            d => $"{d.ProviderAudiences?.Count}");
        Step("owner.updateMe.null.sync",
            () => _owner.Developer.UpdateMe(new DeveloperPatch { ProviderAudiences = null }),
            d => $"{d.ProviderAudiences?.Count}");
        await StepAsync("owner.admin.403", () => _owner.GlobalAdmin.GetDevelopersPageAsync());
    }
}
