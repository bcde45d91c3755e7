using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>The catalogue, then experience.</content>
internal sealed partial class Chronicle
{
    private async Task BlueprintAsync()
    {
        var blueprint = _company.CharacterBlueprint;
        await StepAsync("bp.sections", () => blueprint.ListAllSectionsAsync(GameVersion.V5), l => l.Count > 0);
        _categories = await StepAsync("bp.categories",
            () => blueprint.ListAllCategoriesAsync(new TraitCategoryFilter
            {
                GameVersion = GameVersion.V5,
                CharacterClass = CharacterClass.Vampire,
            }),
            l => l.Count > 0);
        await StepAsync("bp.subcategories", () => blueprint.ListAllSubcategoriesAsync(), l => l.Count > 0);
        _traits = await StepAsync("bp.traits.v5",
            () => blueprint.ListAllTraitsAsync(new TraitFilter
            {
                GameVersion = GameVersion.V5,
                CharacterClass = CharacterClass.Vampire,
                IsRollable = true,
                OrderBy = BlueprintTraitOrderBy.Name,
            }),
            l => l.Count > 0);
        await StepAsync("bp.traits.all", () => blueprint.ListAllTraitsAsync(), l => l.Count > 10);
        await StepAsync("bp.traits.enumerate.page37",
            async () =>
            {
                var ids = new List<Guid>();
                await foreach (var trait in blueprint.EnumerateAllTraitsAsync(null, new PagingOptions { PageSize = 37 }))
                {
                    ids.Add(trait.Id);
                }

                return ids.Count == ids.Distinct().Count();
            },
            x => x);
        await StepAsync("bp.concepts", () => blueprint.ListAllConceptsAsync(), l => l.Count > 0);
        _clans = await StepAsync("bp.clans", () => blueprint.ListAllVampireClansAsync(GameVersion.V5), l => l.Count > 0);
        _tribes = Step("bp.tribes.sync", () => blueprint.ListAllWerewolfTribes(GameVersion.V5), l => l.Count > 0);
        _auspices = Step("bp.auspices.sync", () => blueprint.ListAllWerewolfAuspices(GameVersion.V5), l => l.Count > 0);
        await StepAsync("bp.trait.get", () => blueprint.GetTraitAsync(_traits[0].Id), t => t.Id == _traits[0].Id);
        await StepAsync("bp.trait.404", () => blueprint.GetTraitAsync(Guid.NewGuid()));
        await StepAsync("bp.category.get", () => blueprint.GetCategoryAsync(_categories[0].Id), t => t.Id == _categories[0].Id);
        await StepAsync("bp.clan.get", () => blueprint.GetVampireClanAsync(_clans[0].Id), t => t.Id == _clans[0].Id);
        await StepAsync("bp.tribe.get", () => blueprint.GetWerewolfTribeAsync(_tribes[0].Id), t => t.Id == _tribes[0].Id);
        await StepAsync("bp.auspice.get", () => blueprint.GetWerewolfAuspiceAsync(_auspices[0].Id), t => t.Id == _auspices[0].Id);
        _concepts = await blueprint.ListAllConceptsAsync();
        await StepAsync("bp.concept.get", () => blueprint.GetConceptAsync(_concepts[0].Id), t => t.Id == _concepts[0].Id);
        var sections = await blueprint.ListAllSectionsAsync();
        await StepAsync("bp.section.get", () => blueprint.GetSectionAsync(sections[0].Id), t => t.Id == sections[0].Id);
        var subcategories = await blueprint.ListAllSubcategoriesAsync();
        await StepAsync("bp.subcategory.get", () => blueprint.GetSubcategoryAsync(subcategories[0].Id), t => t.Id == subcategories[0].Id);
        await StepAsync("bp.clan.404", () => blueprint.GetVampireClanAsync(Guid.NewGuid()));
    }

    private async Task ExperienceAsync()
    {
        await StepAsync("xp.get",
            () => _asPlayer.Users.GetExperienceAsync(_player.Id, _campaignId),
            e => $"{e.XpCurrent} {e.XpTotal} {e.CoolPoints}");
        await StepAsync("xp.add",
            () => _asStoryteller.Users.AddXpAsync(_player.Id, new ExperienceChange { Amount = 100, CampaignId = _campaignId }),
            e => $"{e.XpCurrent} {e.XpTotal}");
        await StepAsync("xp.add.byPlayerSelf",
            () => _asPlayer.Users.AddXpAsync(_player.Id, new ExperienceChange { Amount = 10, CampaignId = _campaignId }),
            e => $"{e.XpCurrent} {e.XpTotal}");
        await StepAsync("xp.add.byPlayerOther",
            () => _asOther.Users.AddXpAsync(_player.Id, new ExperienceChange { Amount = 10, CampaignId = _campaignId }),
            e => $"{e.XpCurrent} {e.XpTotal}");
        await StepAsync("xp.remove",
            () => _asStoryteller.Users.RemoveXpAsync(_player.Id, new ExperienceChange { Amount = 30, CampaignId = _campaignId }),
            e => $"{e.XpCurrent} {e.XpTotal}");
        await StepAsync("xp.remove.tooMuch",
            () => _asStoryteller.Users.RemoveXpAsync(_player.Id, new ExperienceChange { Amount = 3000, CampaignId = _campaignId }),
            e => $"{e.XpCurrent} {e.XpTotal}");
        await StepAsync("xp.add.neg",
            () => _asStoryteller.Users.AddXpAsync(_player.Id, new ExperienceChange { Amount = -5, CampaignId = _campaignId }),
            e => $"{e.XpCurrent} {e.XpTotal}");
        await StepAsync("xp.add.0",
            () => _asStoryteller.Users.AddXpAsync(_player.Id, new ExperienceChange { Amount = 0, CampaignId = _campaignId }),
            e => $"{e.XpCurrent} {e.XpTotal}");
        await StepAsync("xp.add.unknownCampaign",
            () => _asStoryteller.Users.AddXpAsync(_player.Id, new ExperienceChange { Amount = 5, CampaignId = Guid.NewGuid() }));
        await StepAsync("xp.get.unknownCampaign", () => _asStoryteller.Users.GetExperienceAsync(_player.Id, Guid.NewGuid()));
        Step("cp.add.sync",
            () => _asStoryteller.Users.AddCoolPoints(_player.Id, new ExperienceChange { Amount = 2, CampaignId = _campaignId }),
            e => $"{e.XpCurrent} {e.XpTotal} {e.CoolPoints}");
        await StepAsync("user.get.xp",
            () => _asAdmin.Users.GetAsync(_player.Id),
            u => $"{u.LifetimeXp} {u.LifetimeCoolPoints} {u.CampaignExperience.Count}");
    }
}
