using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>What is deleted, and what is left.</content>
internal sealed partial class Chronicle
{
    private async Task DeletionsAsync()
    {
        await StepAsync("del.char.byOther", () => _asOther.Characters.DeleteAsync(_vampireId));
        await StepAsync("del.char", () => _asPlayer.Characters.DeleteAsync(_mortal.Id));
        await StepAsync("del.char.gone", () => _asPlayer.Characters.GetAsync(_mortal.Id));
        await StepAsync("del.char.reuseName",
            () => _asPlayer.Characters.CreateAsync(Sheet("Vera", "Nocturne", CharacterClass.Mortal)),
            c => c.NameFull);
        var solo = await StepAsync("del.char.solo",
            () => _asPlayer.Characters.CreateAsync(Sheet("Solo", "Unique", CharacterClass.Mortal)),
            c => c.NameFull);
        await StepAsync("del.char.solo.del", () => _asPlayer.Characters.DeleteAsync(solo.Id));
        await StepAsync("del.char.solo.again",
            () => _asPlayer.Characters.CreateAsync(Sheet("Solo", "Unique", CharacterClass.Mortal)),
            c => c.NameFull);
        await StepAsync("char.npc.playerNull",
            () => _asStoryteller.Characters.UpdateAsync(_npc.Id, new CharacterPatch { UserPlayerId = null }),
            c => c.UserPlayerId is null);
        await StepAsync("del.book", () => _asStoryteller.Campaign(_campaignId).Books.DeleteAsync(_firstBook.Id));
        await StepAsync("del.book.renumbered",
            () => _asStoryteller.Campaign(_campaignId).Books.ListAllAsync(),
            l => string.Join("|", l.Select(x => $"{x.Number}{x.Name}")));
        await StepAsync("del.chapters.gone", () => _asStoryteller.Campaign(_campaignId).Book(_firstBook.Id).Chapters.GetPageAsync());
        await StepAsync("del.camp.byPlayer", () => _asPlayer.Campaigns.DeleteAsync(_campaignId));
        Step("del.camp.sync", () => _asStoryteller.Campaigns.Delete(_campaignId));
        await StepAsync("del.camp.chars",
            () => _asStoryteller.Characters.ListAllAsync(new CharacterFilter { CampaignId = _campaignId }),
            l => l.Count);
        await StepAsync("del.user.self", () => _asOther.Users.DeleteAsync(_other.Id));
        await StepAsync("del.user.byAdmin", () => _asAdmin.Users.DeleteAsync(_player.Id));
        await StepAsync("del.user.lastAdmin", () => _asAdmin.Users.DeleteAsync(_adminId));
        await StepAsync("del.user.gone", () => _asAdmin.Users.GetAsync(_player.Id));
        await StepAsync("del.developer", () => _root.GlobalAdmin.DeleteDeveloperAsync(_helperDeveloper.Id));
        await StepAsync("del.developer.gone", () => _root.GlobalAdmin.GetDeveloperAsync(_helperDeveloper.Id));
        await StepAsync("company.grant.selfLastOwner",
            () => _owner.Companies.GrantAccessAsync(
                _companyId,
                new CompanyAccessRequest { DeveloperId = _ownerDeveloper.Id, Permission = CompanyPermission.User }));
        await StepAsync("del.company", () => _owner.Companies.DeleteAsync(_companyId));
        await StepAsync("del.company.gone", () => _owner.Companies.GetAsync(_companyId));
        await StepAsync("del.company.child", () => _asStoryteller.Campaigns.GetPageAsync());
        await StepAsync("del.company.list", () => _owner.Companies.ListAllAsync(), l => l.Count);
    }
}
