using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Their traits and sheets.</content>
internal sealed partial class Chronicle
{
    private async Task TraitsAsync()
    {
        var traits = _asPlayer.Character(_vampireId).Traits;
        var asStoryteller = _asStoryteller.Character(_vampireId).Traits;
        var all = await StepAsync("tr.list", () => traits.ListAllAsync(), l => l.Count > 1);
        var first = all.First(x => x.Trait.Id == _traits[0].Id);
        await StepAsync("tr.get", () => traits.GetAsync(first.Id), t => $"{t.Value} {t.Trait.Name == _traits[0].Name}");
        await StepAsync("tr.get.byTraitId", () => traits.GetAsync(_traits[0].Id), t => $"{t.Value}");
        await StepAsync("tr.get.404", () => traits.GetAsync(Guid.NewGuid()));
        var options = await StepAsync("tr.options",
            () => traits.GetValueOptionsAsync(first.Id),
            o => Said(
                o.CurrentValue, o.XpCurrent, o.StartingPointsCurrent, o.Options.Count, o.To(3)?.Direction, o.To(3)?.CanUseXp,
                o.Removal?.Direction));
        await StepAsync("tr.change.xp", () => traits.ChangeValueAsync(first.Id, 3, TraitModifyCurrency.Xp), t => $"{t.Value}");
        await StepAsync("xp.after",
            () => _asPlayer.Users.GetExperienceAsync(_player.Id, _campaignId),
            e => $"{e.XpCurrent == options?.To(3)?.XpAfter} {e.XpTotal}");
        await StepAsync("tr.change.same", () => traits.ChangeValueAsync(first.Id, 3, TraitModifyCurrency.Xp), t => $"{t.Value}");
        await StepAsync("tr.change.tooHigh", () => traits.ChangeValueAsync(first.Id, 50, TraitModifyCurrency.NoCost));
        await StepAsync("tr.change.neg", () => traits.ChangeValueAsync(first.Id, -1, TraitModifyCurrency.NoCost));
        await StepAsync("tr.change.starting",
            () => traits.ChangeValueAsync(first.Id, 4, TraitModifyCurrency.StartingPoints),
            t => $"{t.Value}");
        await StepAsync("tr.change.down.xp", () => traits.ChangeValueAsync(first.Id, 2, TraitModifyCurrency.Xp), t => $"{t.Value}");
        Step("tr.change.nocost.sync", () => asStoryteller.ChangeValue(first.Id, 5, TraitModifyCurrency.NoCost), t => $"{t.Value}");
        await StepAsync("tr.change.byOther",
            () => _asOther.Character(_vampireId).Traits.ChangeValueAsync(first.Id, 1, TraitModifyCurrency.NoCost));
        await StepAsync("tr.npc.xp",
            async () =>
            {
                var npcTraits = _asStoryteller.Character(_npc.Id).Traits;
                var one = (await npcTraits.ListAllAsync()).FirstOrDefault();
                return one is null ? null : await npcTraits.ChangeValueAsync(one.Id, one.Value + 1, TraitModifyCurrency.Xp);
            },
            t => $"{t is null}");
        await StepAsync("tr.assign.nocost",
            () => traits.AssignAsync(new CharacterTraitAdd { TraitId = _traits[2].Id, Value = 1, Currency = TraitModifyCurrency.NoCost }),
            t => $"{t.Value}");
        await StepAsync("tr.assign.again",
            () => traits.AssignAsync(new CharacterTraitAdd { TraitId = _traits[2].Id, Value = 1, Currency = TraitModifyCurrency.NoCost }));
        await StepAsync("tr.assign.xp",
            () => traits.AssignAsync(new CharacterTraitAdd { TraitId = _traits[3].Id, Value = 1, Currency = TraitModifyCurrency.Xp }),
            t => $"{t.Value}");
        await StepAsync("tr.assign.default",
            () => traits.AssignAsync(new CharacterTraitAdd { TraitId = _traits[4].Id, Value = 1 }),
            t => $"{t.Value}");
        await StepAsync("tr.assign.tooHigh",
            () => traits.AssignAsync(new CharacterTraitAdd { TraitId = _traits[5].Id, Value = 99, Currency = TraitModifyCurrency.NoCost }),
            t => $"{t.Value}");
        await StepAsync("tr.assign.unknown",
            () => traits.AssignAsync(new CharacterTraitAdd { TraitId = Guid.NewGuid(), Value = 1, Currency = TraitModifyCurrency.NoCost }));
        await StepAsync("tr.bulk",
            () => traits.BulkAssignAsync(new[]
            {
                new CharacterTraitAdd { TraitId = _traits[6 % _traits.Count].Id, Value = 1, Currency = TraitModifyCurrency.NoCost },
                new CharacterTraitAdd { TraitId = _traits[2].Id, Value = 1, Currency = TraitModifyCurrency.NoCost },
                new CharacterTraitAdd { TraitId = Guid.NewGuid(), Value = 1, Currency = TraitModifyCurrency.NoCost },
            }),
            b => $"{b.Succeeded.Count} {b.Failed.Count} {string.Join(";", b.Failed.Select(f => f.Error))}");
        await StepAsync("tr.bulk.empty",
            () => traits.BulkAssignAsync(Array.Empty<CharacterTraitAdd>()),
            b => $"{b.Succeeded.Count} {b.Failed.Count}");
        var custom = await StepAsync("tr.custom",
            () => traits.CreateAsync(new CustomTraitCreate
            {
                Name = "juggling knives",
                CategoryId = _categories[0].Id,
                Currency = TraitModifyCurrency.NoCost,
                MaxValue = 5,
                MinValue = 0,
                IsRollable = true,
            }),
            t => $"{t.Value} {t.Trait.Name} {t.Trait.MaxValue} {t.Trait.IsRollable} {t.Trait.CustomForCharacterId == _vampireId}");
        await StepAsync("tr.custom.dup",
            () => traits.CreateAsync(new CustomTraitCreate
            {
                Name = "Juggling Knives",
                CategoryId = _categories[0].Id,
                Currency = TraitModifyCurrency.NoCost,
            }),
            t => $"{t.Value} {t.Trait.Name} {t.Trait.MaxValue} {t.Trait.MinValue}");
        await StepAsync("tr.custom.badCat",
            () => traits.CreateAsync(new CustomTraitCreate
            {
                Name = "other",
                CategoryId = Guid.NewGuid(),
                Currency = TraitModifyCurrency.NoCost,
            }));
        await StepAsync("tr.custom.short",
            () => traits.CreateAsync(new CustomTraitCreate
            {
                Name = "ab",
                CategoryId = _categories[0].Id,
                Currency = TraitModifyCurrency.NoCost,
            }),
            t => t.Trait.Name);
        await StepAsync("tr.custom.minmax",
            () => traits.CreateAsync(new CustomTraitCreate
            {
                Name = "weird range",
                CategoryId = _categories[0].Id,
                Currency = TraitModifyCurrency.NoCost,
                MinValue = 5,
                MaxValue = 1,
            }),
            t => $"{t.Value} {t.Trait.MinValue} {t.Trait.MaxValue}");
        await StepAsync("tr.list.category",
            () => traits.ListAllAsync(categoryId: _categories[0].Id),
            l => l.All(x => x.Trait.CategoryId == _categories[0].Id));
        await StepAsync("tr.list.rollable", () => traits.ListAllAsync(isRollable: true), l => l.All(x => x.Trait.IsRollable));
        await StepAsync("tr.custom.delete", () => traits.DeleteAsync(custom.Id));
        await StepAsync("tr.delete.xp", () => traits.DeleteAsync(first.Id, TraitModifyCurrency.Xp));
        await StepAsync("xp.afterDelete", () => _asPlayer.Users.GetExperienceAsync(_player.Id, _campaignId), e => $"{e.XpTotal}");
        await StepAsync("tr.delete.again", () => traits.DeleteAsync(first.Id));
        Step("tr.list.sync", () => traits.ListAll(), l => l.Count > 1);
    }

    private async Task SheetsAsync()
    {
        await StepAsync("sheet",
            () => _asPlayer.Characters.GetFullSheetAsync(_vampireId),
            s => $"{s.Character.Id == _vampireId} {s.Sections.Count > 0}");
        await StepAsync("sheet.available",
            () => _asPlayer.Characters.GetFullSheetAsync(_vampireId, includeAvailableTraits: true),
            s => $"{s.Sections.SelectMany(x => x.Categories).Any(x => x.AvailableTraits?.Count > 0)}");
        await StepAsync("sheet.category",
            () => _asPlayer.Characters.GetFullSheetCategoryAsync(_vampireId, _categories[0].Id),
            s => $"{s.Id == _categories[0].Id}");
        await StepAsync("sheet.category.404", () => _asPlayer.Characters.GetFullSheetCategoryAsync(_vampireId, Guid.NewGuid()));
    }
}
