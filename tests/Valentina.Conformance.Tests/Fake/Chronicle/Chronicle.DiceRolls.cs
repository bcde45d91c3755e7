using System.Globalization;
using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Dice rolls, quick rolls, statistics.</content>
internal sealed partial class Chronicle
{
    private static string Roll(DiceRoll roll) => Said(
        roll.NumDice, roll.DiceSize, roll.Difficulty?.ToString(CultureInfo.InvariantCulture) ?? "null", roll.NumDesperationDice,
        roll.Result?.PlayerRoll?.Count, roll.Result?.DesperationRoll?.Count, roll.TraitIds?.Count, roll.Comment ?? "null",
        roll.Result?.TotalResult is null);

    private async Task DiceRollsAsync()
    {
        var roll = await StepAsync("dice.plain",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate
            {
                NumDice = 5,
                Difficulty = 6,
                DiceSize = DiceSize.D10,
                Comment = "Hi",
                CampaignId = _campaignId,
                CharacterId = _vampireId,
                TraitIds = new[] { _traits[1].Id },
            }),
            Roll);
        await StepAsync("dice.noDifficulty",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 3, DiceSize = DiceSize.D6 }),
            x => Roll(x) + " " + x.Result?.TotalResultType);
        await StepAsync("dice.desperation",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 3, NumDesperationDice = 2, Difficulty = 6 }),
            Roll);
        await StepAsync("dice.empty", () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate()), Roll);
        await StepAsync("dice.d7",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 2, DiceSize = (DiceSize)7, Difficulty = 3 }),
            Roll);
        await StepAsync("dice.zero", () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 0, Difficulty = 6 }), Roll);
        await StepAsync("dice.negative",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = -1, Difficulty = 6 }),
            Roll);
        await StepAsync("dice.500",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 500, Difficulty = 6 }),
            x => x.Result?.PlayerRoll?.Count);
        await StepAsync("dice.badTrait",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate
            {
                NumDice = 2,
                Difficulty = 6,
                TraitIds = new[] { Guid.NewGuid() },
            }),
            Roll);
        await StepAsync("dice.badChar",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 2, Difficulty = 6, CharacterId = Guid.NewGuid() }),
            Roll);
        await StepAsync("dice.badCamp",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 2, Difficulty = 6, CampaignId = Guid.NewGuid() }),
            Roll);
        await StepAsync("dice.difficulty0",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 2, Difficulty = 0 }),
            Roll);
        await StepAsync("dice.difficulty11",
            () => _asPlayer.DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 2, Difficulty = 11, DiceSize = DiceSize.D10 }),
            Roll);
        Step("dice.sync",
            () => _asPlayer.DiceRolls.Create(new DiceRollCreate { NumDice = 1, DiceSize = DiceSize.D100, Difficulty = 50 }),
            Roll);
        await StepAsync("dice.get", () => _asPlayer.DiceRolls.GetAsync(roll.Id), Roll);
        await StepAsync("dice.get.404", () => _asPlayer.DiceRolls.GetAsync(Guid.NewGuid()));
        await StepAsync("dice.list.user",
            () => _asPlayer.DiceRolls.ListAllAsync(new DiceRollFilter { UserId = _player.Id }),
            l => l.Count);
        await StepAsync("dice.list.char",
            () => _asPlayer.DiceRolls.ListAllAsync(new DiceRollFilter { CharacterId = _vampireId, CampaignId = _campaignId }),
            l => l.Count);
        await StepAsync("dice.list.type",
            () => _asPlayer.DiceRolls.ListAllAsync(new DiceRollFilter { CharacterType = CharacterType.Npc }),
            l => l.Count);
        Step("dice.list.sync", () => _asPlayer.DiceRolls.ListAll(), l => l.Count);
    }

    private async Task QuickRollsAsync()
    {
        _ownTraits = await _asPlayer.Character(_vampireId).Traits.ListAllAsync();
        var quickRoll = await StepAsync("qr.create",
            () => _asPlayer.Users.CreateQuickRollAsync(
                _player.Id,
                new QuickRollCreate { Name = "fast punch", Description = "Punch it", TraitIds = new[] { _traits[1].Id, _traits[2].Id } }),
            x => $"{x.Name} {x.Description} {x.TraitIds.Count}");
        await StepAsync("qr.create.byCharTraitId",
            () => _asPlayer.Users.CreateQuickRollAsync(
                _player.Id,
                new QuickRollCreate { Name = "by char trait", TraitIds = new[] { _ownTraits[0].Id } }),
            x => $"{x.Name} {x.TraitIds[0] == _ownTraits[0].Trait.Id}");
        await StepAsync("qr.create.dup",
            () => _asPlayer.Users.CreateQuickRollAsync(
                _player.Id,
                new QuickRollCreate { Name = "fast punch", TraitIds = new[] { _traits[1].Id } }),
            x => x.Name);
        await StepAsync("qr.create.badTrait",
            () => _asPlayer.Users.CreateQuickRollAsync(
                _player.Id,
                new QuickRollCreate { Name = "bad trait", TraitIds = new[] { Guid.NewGuid() } }));
        await StepAsync("qr.create.noTraits",
            () => _asPlayer.Users.CreateQuickRollAsync(
                _player.Id,
                new QuickRollCreate { Name = "none", TraitIds = Array.Empty<Guid>() }));
        await StepAsync("qr.create.byOther",
            () => _asOther.Users.CreateQuickRollAsync(
                _player.Id,
                new QuickRollCreate { Name = "other one", TraitIds = new[] { _traits[1].Id } }),
            x => x.Name);
        await StepAsync("qr.update",
            () => _asPlayer.Users.UpdateQuickRollAsync(
                _player.Id,
                quickRoll.Id,
                new QuickRollPatch { Name = "Faster", TraitIds = new[] { _traits[1].Id } }),
            x => $"{x.Name} {x.TraitIds.Count} {x.Description}");
        await StepAsync("qr.update.nullDesc",
            () => _asPlayer.Users.UpdateQuickRollAsync(_player.Id, quickRoll.Id, new QuickRollPatch { Description = "" }),
            x => x.Description ?? "null");
        await StepAsync("qr.roll",
            () => _asPlayer.DiceRolls.CreateFromQuickRollAsync(new QuickRollRequest
            {
                QuickRollId = quickRoll.Id,
                CharacterId = _vampireId,
                Difficulty = 6,
                Comment = "Quick",
            }),
            x => Said(
                x.NumDice, x.TraitIds.Count, x.Comment, x.CharacterId == _vampireId, x.UserId == _player.Id, x.CampaignId == _campaignId));
        await StepAsync("qr.roll.noDiff",
            () => _asPlayer.DiceRolls.CreateFromQuickRollAsync(new QuickRollRequest
            {
                QuickRollId = quickRoll.Id,
                CharacterId = _vampireId,
                NumDesperationDice = 1,
            }),
            x => $"{x.NumDice} {x.Difficulty} {x.NumDesperationDice}");
        await StepAsync("qr.roll.charWithout",
            () => _asPlayer.DiceRolls.CreateFromQuickRollAsync(new QuickRollRequest
            {
                QuickRollId = quickRoll.Id,
                CharacterId = _mortal.Id,
                Difficulty = 6,
            }),
            x => $"{x.NumDice}");
        await StepAsync("qr.roll.badQuick",
            () => _asPlayer.DiceRolls.CreateFromQuickRollAsync(new QuickRollRequest
            {
                QuickRollId = Guid.NewGuid(),
                CharacterId = _vampireId,
            }));
        await StepAsync("qr.roll.badChar",
            () => _asPlayer.DiceRolls.CreateFromQuickRollAsync(new QuickRollRequest
            {
                QuickRollId = quickRoll.Id,
                CharacterId = Guid.NewGuid(),
            }));
        await StepAsync("qr.get", () => _asPlayer.Users.GetQuickRollAsync(_player.Id, quickRoll.Id), x => x.Name);
        Step("qr.list.sync", () => _asPlayer.Users.ListAllQuickRolls(_player.Id), l => l.Count);
        await StepAsync("user.includes",
            () => _asPlayer.Users.GetAsync(
                _player.Id,
                new[] { UserInclude.QuickRolls, UserInclude.Notes, UserInclude.Assets, UserInclude.Characters }),
            u => $"{u.QuickRolls?.Count} {u.Notes?.Count} {u.Assets?.Count} {u.Characters?.Count} {u.NumCharacters} {u.NumQuickRolls}");
        await StepAsync("qr.delete", () => _asPlayer.Users.DeleteQuickRollAsync(_player.Id, quickRoll.Id));
        await StepAsync("qr.delete2", () => _asPlayer.Users.DeleteQuickRollAsync(_player.Id, quickRoll.Id));
        await StepAsync("stats.user",
            () => _asPlayer.Users.GetStatisticsAsync(_player.Id),
            s => $"{s.TotalRolls} {s.TopTraits.Count > 0} {s.AverageDifficulty is not null}");
        await StepAsync("stats.char",
            () => _asPlayer.Characters.GetStatisticsAsync(_vampireId, numTopTraits: 1),
            s => $"{s.TotalRolls} {s.TopTraits.Count}");
        await StepAsync("stats.company", () => _owner.Companies.GetStatisticsAsync(_companyId), s => $"{s.TotalRolls}");
        Step("stats.camp.sync", () => _asStoryteller.Campaigns.GetStatistics(_campaignId, 0), s => $"{s.TotalRolls} {s.TopTraits.Count}");
        await StepAsync("stats.neg", () => _asStoryteller.Campaigns.GetStatisticsAsync(_campaignId, -1), s => $"{s.TopTraits.Count}");
    }
}
