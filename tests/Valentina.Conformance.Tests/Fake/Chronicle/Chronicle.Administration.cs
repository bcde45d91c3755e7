using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>What global administrators do.</content>
internal sealed partial class Chronicle
{
    private async Task AdministrationAsync()
    {
        var added = await StepAsync("admin.user.create",
            () => _root.GlobalAdmin.CreateUserAsync(new AdminUserCreate
            {
                CompanyId = _companyId,
                Username = "by root",
                Email = "root@x.example",
                Role = UserRole.Player,
            }),
            u => $"{u.Username} {u.Role} {u.IsArchived}");
        await StepAsync("admin.user.unapproved",
            () => _root.GlobalAdmin.CreateUserAsync(new AdminUserCreate
            {
                CompanyId = _companyId,
                Username = "by root2",
                Email = "root2@x.example",
                Role = UserRole.Unapproved,
            }),
            u => $"{u.Role}");
        await StepAsync("admin.user.badCompany",
            () => _root.GlobalAdmin.CreateUserAsync(new AdminUserCreate
            {
                CompanyId = Guid.NewGuid(),
                Username = "by root",
                Email = "root@x.example",
                Role = UserRole.Player,
            }));
        await StepAsync("admin.user.get", () => _root.GlobalAdmin.GetUserAsync(added.Id), u => u.Email);
        await StepAsync("admin.user.update",
            () => _root.GlobalAdmin.UpdateUserAsync(added.Id, new AdminUserPatch { Role = UserRole.Admin, NameFirst = "Al" }),
            u => $"{u.Role} {u.NameFirst}");
        await StepAsync("admin.user.list",
            () => _root.GlobalAdmin.ListAllUsersAsync(new AdminUserFilter { CompanyId = _companyId, IsArchived = false }),
            l => l.Count);
        await StepAsync("admin.user.list.archived",
            () => _root.GlobalAdmin.ListAllUsersAsync(new AdminUserFilter { CompanyId = _companyId, IsArchived = true }),
            l => l.Count);
        await StepAsync("admin.user.list.any",
            () => _root.GlobalAdmin.ListAllUsersAsync(new AdminUserFilter { CompanyId = _companyId }),
            l => l.Count);
        Step("admin.user.list.sync",
            () => _root.GlobalAdmin.ListAllUsers(new AdminUserFilter
            {
                CompanyId = _companyId,
                Role = UserRole.Player,
                Email = "p1@example.com",
            }),
            l => l.Count);
        await StepAsync("admin.user.archive",
            () => _root.GlobalAdmin.UpdateUserAsync(added.Id, new AdminUserPatch { IsArchived = true }),
            u => u.IsArchived);
        await StepAsync("admin.user.unarchive",
            () => _root.GlobalAdmin.UpdateUserAsync(added.Id, new AdminUserPatch { IsArchived = false }),
            u => u.IsArchived);
        await StepAsync("admin.user.delete", () => _root.GlobalAdmin.DeleteUserAsync(added.Id));
        await StepAsync("admin.user.delete2", () => _root.GlobalAdmin.DeleteUserAsync(added.Id));
        await StepAsync("admin.user.get.deleted", () => _root.GlobalAdmin.GetUserAsync(added.Id), u => u.IsArchived);
        await StepAsync("admin.logs", () => _root.GlobalAdmin.TailLogsAsync(limit: 5), l => l.Count > 0);
        await StepAsync("admin.logs.level", () => _root.GlobalAdmin.TailLogsAsync(ServerLogLevel.Error), l => "");
        await StepAsync("admin.logs.download",
            async () =>
            {
                await using var file = await _root.GlobalAdmin.DownloadLogsAsync();
                using var bytes = new MemoryStream();
                await file.Content.CopyToAsync(bytes);
                return Said(
                    file.ContentType, file.FileName?.EndsWith(".zip", StringComparison.Ordinal), bytes.Length > 20,
                    bytes.ToArray()[0] == (byte)'P');
            },
            x => x);
        Step("admin.logs.download.sync",
            () =>
            {
                using var file = _root.GlobalAdmin.DownloadLogs();
                using var bytes = new MemoryStream();
                file.Content.CopyTo(bytes);
                return Said(bytes.Length > 20);
            },
            x => x);
    }

    private async Task RefusalsAsync()
    {
        await StepAsync("err.limit101", () => _asStoryteller.Campaigns.GetPageAsync(limit: 101));
        await StepAsync("err.negOffset", () => _asStoryteller.Campaigns.GetPageAsync(offset: -1));
        await StepAsync("err.emptyGuid", () => _asStoryteller.Campaigns.GetAsync(Guid.Empty));
        await StepAsync("err.wrongCompany", () => _owner.ForCompany(Guid.NewGuid()).ActingAs(_storyteller.Id).Campaigns.GetPageAsync());
        await StepAsync("err.badKey", () => Client("not-a-key").Companies.GetPageAsync());
        await StepAsync("err.timeout",
            () => _owner.Companies.GetPageAsync(options: new RequestOptions { Timeout = TimeSpan.FromMilliseconds(1), MaxRetries = 0 }));
    }

    private async Task KeysAsync()
    {
        static object IsHelper(Developer developer) => developer.Username.StartsWith("helper", StringComparison.Ordinal);

        var before = await StepAsync("rotate",
            () => _helper.Developer.RegenerateApiKeyAsync(),
            k => Said(k.ApiKey.Length > 10, k.Username.StartsWith("helper", StringComparison.Ordinal)));
        await StepAsync("rotate.stillWorks", () => _helper.Developer.GetMeAsync(), IsHelper);
        await StepAsync("rotate.newKey",
            () => Client(before.ApiKey).Developer.GetMeAsync(),
            IsHelper);
        Step("rotate.sync", () => _helper.Developer.RegenerateApiKey(), k => k.ApiKey != before.ApiKey);
        Step("rotate.stillWorks.sync", () => _helper.Developer.GetMe(), IsHelper);
    }
}
