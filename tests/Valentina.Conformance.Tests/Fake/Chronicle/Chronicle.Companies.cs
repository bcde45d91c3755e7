using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Companies, and who may use them.</content>
internal sealed partial class Chronicle
{
    private async Task CompaniesAsync()
    {
        var created = await StepAsync("company.create",
            () => _owner.Companies.CreateAsync(new CompanyCreate
            {
                Name = "Night Court " + Suffix,
                Email = "nc@example.com",
                Description = "A dark place",
                Settings = new CompanySettingsCreate
                {
                    PermissionFreeTraitChanges = FreeTraitChangesPermission.Unrestricted,
                    CharacterAutogenNumChoices = 3,
                    CharacterAutogenXpCost = 5,
                },
            }),
            c => Said(
                Bare(c.Company.Name), c.Company.Settings?.PermissionFreeTraitChanges, c.Company.Settings?.CharacterAutogenXpCost,
                c.AdminUser.Username));
        _companyId = created.Company.Id;
        _adminId = created.AdminUser.Id;
        await StepAsync("company.create.dup",
            () => _owner.Companies.CreateAsync(new CompanyCreate { Name = "Night Court " + Suffix, Email = "nc@example.com" }));
        await StepAsync("company.get",
            () => _owner.Companies.GetAsync(_companyId),
            c => $"{c.Description} {c.NumCampaigns} {c.NumUsers}");
        await StepAsync("company.get.404", () => _owner.Companies.GetAsync(Guid.NewGuid()));
        await StepAsync("company.get.helper403", () => _helper.Companies.GetAsync(_companyId));
        await StepAsync("company.grant.user",
            () => _owner.Companies.GrantAccessAsync(
                _companyId,
                new CompanyAccessRequest { DeveloperId = _helperDeveloper.Id, Permission = CompanyPermission.User }),
            a => $"{a.Permission}");
        await StepAsync("company.get.helper200", () => _helper.Companies.GetAsync(_companyId), c => c.NumCampaigns);
        await StepAsync("company.update.helper403",
            () => _helper.Companies.UpdateAsync(_companyId, new CompanyPatch { Description = "Nope nope" }));
        await StepAsync("company.grant.admin",
            () => _owner.Companies.GrantAccessAsync(
                _companyId,
                new CompanyAccessRequest { DeveloperId = _helperDeveloper.Id, Permission = CompanyPermission.Admin }),
            a => $"{a.Permission}");
        await StepAsync("company.update.helperAdmin",
            () => _helper.Companies.UpdateAsync(_companyId, new CompanyPatch { Description = "By the helper" }),
            c => c.Description);
        await StepAsync("company.grant.helper403",
            () => _helper.Companies.GrantAccessAsync(
                _companyId,
                new CompanyAccessRequest { DeveloperId = _helperDeveloper.Id, Permission = CompanyPermission.Owner }));
        await StepAsync("company.delete.helper403", () => _helper.Companies.DeleteAsync(_companyId));
        await StepAsync("company.grant.revoke",
            () => _owner.Companies.GrantAccessAsync(
                _companyId,
                new CompanyAccessRequest { DeveloperId = _helperDeveloper.Id, Permission = CompanyPermission.Revoke }),
            a => $"{a.Permission} {a.CompanyId == _companyId}");
        await StepAsync("company.grant.unknownDev",
            () => _owner.Companies.GrantAccessAsync(
                _companyId,
                new CompanyAccessRequest { DeveloperId = Guid.NewGuid(), Permission = CompanyPermission.User }));
        await StepAsync("company.update.null",
            () => _owner.Companies.UpdateAsync(_companyId, new CompanyPatch { Description = null }),
            c => c.Description ?? "null");
        await StepAsync("company.update.settings",
            () => _owner.Companies.UpdateAsync(
                _companyId,
                new CompanyPatch
                {
                    Settings = new CompanySettingsPatch
                    {
                        PermissionGrantXp = GrantXpPermission.Player,
                        CharacterAutogenStartingPoints = 7,
                    },
                }),
            c => Said(
                c.Settings?.PermissionGrantXp, c.Settings?.CharacterAutogenStartingPoints, c.Settings?.CharacterAutogenXpCost,
                c.Settings?.PermissionFreeTraitChanges, c.Settings?.PermissionManageCampaign, c.Settings?.PermissionManageNpc,
                c.Settings?.PermissionRecoupXp));
        await StepAsync("company.update.empty",
            () => _owner.Companies.UpdateAsync(_companyId, new CompanyPatch()),
            c => Bare(c.Name));
        Step("company.list.sync", () => _owner.Companies.ListAll(), l => l.Count);
        await StepAsync("company.page", () => _owner.Companies.GetPageAsync(limit: 0), p => $"{p.Items.Count} {p.Total} {p.Limit}");
        _company = _owner.ForCompany(_companyId);
        await StepAsync("options", () => _company.Options.GetAsync(), o => $"{o.Gameplay is not null}");
        Step("options.sync", () => _company.Options.Get(), o => o.Users is not null);
    }
}
