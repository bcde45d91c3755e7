using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>What the company's settings allow, and idempotency keys.</content>
internal sealed partial class Chronicle
{
    private async Task PermissionsAsync()
    {
        await StepAsync("perm.campaign.st",
            () => _owner.Companies.UpdateAsync(
                _companyId,
                new CompanyPatch
                {
                    Settings = new CompanySettingsPatch
                    {
                        PermissionManageCampaign = ManageCampaignPermission.Storyteller,
                        PermissionGrantXp = GrantXpPermission.Storyteller,
                        PermissionManageNpc = ManageNpcPermission.Storyteller,
                        PermissionFreeTraitChanges = FreeTraitChangesPermission.Storyteller,
                        PermissionRecoupXp = RecoupXpPermission.Denied,
                    },
                }),
            c => $"{c.Settings?.PermissionManageCampaign} {c.Settings?.PermissionRecoupXp}");
        await StepAsync("perm.campaign.create.pl",
            () => _asPlayer.Campaigns.CreateAsync(new CampaignCreate { Name = "not allowed" }),
            c => c.Name);
        await StepAsync("perm.book.create.pl",
            () => _asPlayer.Campaign(_campaignId).Books.CreateAsync(new CampaignBookCreate { Name = "not allowed" }),
            c => c.Name);
        await StepAsync("perm.xp.pl",
            () => _asPlayer.Users.AddXpAsync(_player.Id, new ExperienceChange { Amount = 1, CampaignId = _campaignId }),
            e => $"{e.XpCurrent > 0}");
        await StepAsync("perm.npc.pl",
            () => _asPlayer.Characters.CreateAsync(Npc("Npc", "Denied")),
            c => c.Name);
        await StepAsync("perm.npc.update.pl",
            () => _asPlayer.Characters.UpdateAsync(_npc.Id, new CharacterPatch { Age = 4 }),
            c => c.Age);
        var raised = _ownTraits.Where(x => x.Trait.Id != _traits[0].Id).OrderByDescending(x => x.Trait.MaxValue - x.Value).First();
        Note("perm.trait", $"room {raised.Trait.MaxValue - raised.Value > 3}");
        await StepAsync("perm.free.pl",
            () => _asPlayer.Character(_vampireId).Traits.ChangeValueAsync(raised.Id, raised.Value + 1, TraitModifyCurrency.NoCost),
            t => $"{t.Value}");
        await StepAsync("perm.free.st",
            () => _asStoryteller.Character(_vampireId).Traits.ChangeValueAsync(raised.Id, raised.Value + 1, TraitModifyCurrency.NoCost),
            t => $"{t.Value == raised.Value + 1}");
        await StepAsync("perm.recoup.pl",
            () => _asPlayer.Character(_vampireId).Traits.ChangeValueAsync(raised.Id, raised.Value, TraitModifyCurrency.Xp),
            t => $"{t.Value == raised.Value}");
        await StepAsync("perm.recoup.delete.pl",
            () => _asPlayer.Character(_vampireId).Traits.DeleteAsync(raised.Id, TraitModifyCurrency.Xp));
        await StepAsync("perm.24h",
            () => _owner.Companies.UpdateAsync(
                _companyId,
                new CompanyPatch
                {
                    Settings = new CompanySettingsPatch
                    {
                        PermissionFreeTraitChanges = FreeTraitChangesPermission.Within24Hours,
                        PermissionRecoupXp = RecoupXpPermission.WithinSession,
                    },
                }),
            c => $"{c.Settings?.PermissionFreeTraitChanges} {c.Settings?.PermissionRecoupXp}");
        await StepAsync("perm.free24.pl",
            () => _asPlayer.Character(_vampireId).Traits.ChangeValueAsync(raised.Id, raised.Value + 2, TraitModifyCurrency.NoCost),
            t => $"{t.Value == raised.Value + 2}");
        await StepAsync("perm.session.raise",
            () => _asPlayer.Character(_vampireId).Traits.ChangeValueAsync(raised.Id, raised.Value + 3, TraitModifyCurrency.Xp),
            t => $"{t.Value == raised.Value + 3}");
        await StepAsync("perm.session.lower",
            () => _asPlayer.Character(_vampireId).Traits.ChangeValueAsync(raised.Id, raised.Value + 2, TraitModifyCurrency.Xp),
            t => $"{t.Value == raised.Value + 2}");
        await StepAsync("perm.session.lowerMore",
            () => _asPlayer.Character(_vampireId).Traits.ChangeValueAsync(raised.Id, raised.Value, TraitModifyCurrency.Xp),
            t => $"{t.Value == raised.Value}");
    }

    private async Task IdempotencyAsync()
    {
        var key = "idem-" + Suffix;
        var first = await StepAsync("idem.first",
            () => _asStoryteller.Campaigns.CreateAsync(
                new CampaignCreate { Name = "idem one" },
                new RequestOptions { IdempotencyKey = key }),
            c => c.Name);
        await StepAsync("idem.replay",
            () => _asStoryteller.Campaigns.CreateAsync(
                new CampaignCreate { Name = "idem one" },
                new RequestOptions { IdempotencyKey = key }),
            c => c.Id == first.Id);
        await StepAsync("idem.otherBody",
            () => _asStoryteller.Campaigns.CreateAsync(
                new CampaignCreate { Name = "idem two" },
                new RequestOptions { IdempotencyKey = key }));
        await StepAsync("idem.otherUser",
            () => _asAdmin.Campaigns.CreateAsync(new CampaignCreate { Name = "idem one" }, new RequestOptions { IdempotencyKey = key }),
            c => c.Id == first.Id);
        await StepAsync("idem.otherPath",
            () => _asStoryteller.Campaign(first.Id).Books.CreateAsync(
                new CampaignBookCreate { Name = "idem one" },
                new RequestOptions { IdempotencyKey = key }),
            b => b.Name);
        await StepAsync("idem.failure.1",
            () => _asStoryteller.Users.AddXpAsync(
                Guid.NewGuid(),
                new ExperienceChange { Amount = 1, CampaignId = _campaignId },
                new RequestOptions { IdempotencyKey = key + "f" }));
        await StepAsync("idem.upload",
            () => _asPlayer.Characters.UploadAssetAsync(
                _vampireId,
                FileUpload.FromBytes("i.png", Picture),
                new RequestOptions { IdempotencyKey = key + "u" }),
            a => "");
        await StepAsync("idem.upload.replay",
            () => _asPlayer.Characters.UploadAssetAsync(
                _vampireId,
                FileUpload.FromBytes("i.png", Picture),
                new RequestOptions { IdempotencyKey = key + "u" }),
            a => "");
        await StepAsync("idem.upload.other",
            () => _asPlayer.Characters.UploadAssetAsync(
                _vampireId,
                FileUpload.FromBytes("j.png", Picture),
                new RequestOptions { IdempotencyKey = key + "u" }),
            a => "");
        await StepAsync("idem.patch",
            () => _asStoryteller.Campaigns.UpdateAsync(
                first.Id,
                new CampaignPatch { Danger = 1 },
                new RequestOptions { IdempotencyKey = key + "p" }),
            c => c.Danger);
        await StepAsync("idem.patch.replay",
            () => _asStoryteller.Campaigns.UpdateAsync(
                first.Id,
                new CampaignPatch { Danger = 1 },
                new RequestOptions { IdempotencyKey = key + "p" }),
            c => c.Danger);
        await StepAsync("idem.longKey",
            () => _asStoryteller.Campaigns.CreateAsync(
                new CampaignCreate { Name = "idem long" },
                new RequestOptions { IdempotencyKey = new string('k', 300) + Suffix }),
            c => c.Name);
    }
}
