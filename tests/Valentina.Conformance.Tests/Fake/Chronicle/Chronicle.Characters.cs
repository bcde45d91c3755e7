using System.Globalization;
using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Characters of every class.</content>
internal sealed partial class Chronicle
{
    private string Show(Character character, params object?[] more) => string.Join('|', new object?[]
    {
        character.Name, character.NameFull, character.NameNick ?? "null", character.Type, character.Status, character.CharacterClass,
        character.GameVersion, character.UserPlayerId == _player.Id, character.UserCreatorId == _player.Id, character.StartingPoints,
        character.IsTemporary,
    }.Concat(more));

    private CharacterCreate Sheet(string first, string last, CharacterClass characterClass, Guid? campaignId = null) => new()
    {
        NameFirst = first,
        NameLast = last,
        CharacterClass = characterClass,
        GameVersion = GameVersion.V5,
        CampaignId = campaignId ?? _campaignId,
    };

    private CharacterCreate Npc(string first, string last)
    {
        var sheet = Sheet(first, last, CharacterClass.Mortal);
        sheet.Type = CharacterType.Npc;
        return sheet;
    }

    private async Task CharactersAsync()
    {
        var veraSheet = Sheet("Vera", "Nocturne", CharacterClass.Mortal);
        veraSheet.NameNick = "Vee";
        veraSheet.Age = 30;
        veraSheet.DateOfBirth = new DateOnly(1995, 5, 4);
        veraSheet.Biography = "Long story";
        veraSheet.ConceptId = _concepts[0].Id;
        _mortal = await StepAsync("char.mortal",
            () => _asPlayer.Characters.CreateAsync(veraSheet),
            c => Show(
                c, c.ConceptId == _concepts[0].Id, c.Specialties.Count > 0,
                c.DateOfBirth?.ToString("O", CultureInfo.InvariantCulture), c.Age));
        await StepAsync("char.dup",
            () => _asPlayer.Characters.CreateAsync(Sheet("Vera", "Nocturne", CharacterClass.Mortal)),
            c => Show(c));
        var draculSheet = Sheet("Dracul", "Vlad", CharacterClass.Vampire);
        draculSheet.VampireAttributes = new VampireAttributesCreate
        {
            ClanId = _clans[0].Id,
            Generation = 9,
            Sire = "Old one",
        };
        draculSheet.Traits = new[]
        {
            new CharacterTraitCreate { TraitId = _traits[0].Id, Value = 2 },
            new CharacterTraitCreate { TraitId = _traits[1].Id, Value = 1 },
        };
        var vampire = await StepAsync("char.vampire",
            () => _asPlayer.Characters.CreateAsync(draculSheet),
            c => Show(
                c, c.VampireAttributes?.ClanName == _clans[0].Name, c.VampireAttributes?.Generation, c.VampireAttributes?.Sire,
                c.VampireAttributes?.BaneName is not null));
        _vampireId = vampire.Id;
        var lupaSheet = Sheet("Lupa", "Moon", CharacterClass.Werewolf);
        lupaSheet.WerewolfAttributes = new WerewolfAttributesCreate
        {
            TribeId = _tribes[0].Id,
            AuspiceId = _auspices[0].Id,
            PackName = "The pack",
        };
        _werewolf = Step("char.werewolf.sync",
            () => _asPlayer.Characters.Create(lupaSheet),
            c => Show(c, c.WerewolfAttributes?.TribeName == _tribes[0].Name, c.WerewolfAttributes?.PackName));
        var mageSheet = Sheet("Mag", "Ician", CharacterClass.Mage);
        mageSheet.GameVersion = GameVersion.V4;
        mageSheet.MageAttributes = new MageAttributesCreate { Sphere = "Forces", Tradition = "Hermes" };
        _mage = await StepAsync("char.mage",
            () => _asPlayer.Characters.CreateAsync(mageSheet),
            c => Show(c, c.MageAttributes?.Sphere));
        var hunterSheet = Sheet("Hun", "Ter", CharacterClass.Hunter);
        hunterSheet.HunterAttributes = new HunterAttributesCreate { Creed = "Faithful" };
        await StepAsync("char.hunter.min3",
            () => _asPlayer.Characters.CreateAsync(hunterSheet),
            c => Show(c, c.HunterAttributes?.Creed));
        var ghoulSheet = Sheet("Ghoul", "Servant", CharacterClass.Ghoul);
        await StepAsync("char.ghoul", () => _asPlayer.Characters.CreateAsync(ghoulSheet), c => Show(c));
        _npc = await StepAsync("char.npc.byST", () => _asStoryteller.Characters.CreateAsync(Npc("Npc", "Guard")), c => Show(c));
        await StepAsync("char.npc.byPlayer", () => _asPlayer.Characters.CreateAsync(Npc("Npc", "Player Made")), c => Show(c));
        var villainSheet = Sheet("Secret", "Villain", CharacterClass.Mortal);
        villainSheet.Type = CharacterType.Storyteller;
        _villain = await StepAsync("char.storyteller", () => _asStoryteller.Characters.CreateAsync(villainSheet), c => Show(c));
        var playersVillain = Sheet("Secret", "Villain Two", CharacterClass.Mortal);
        playersVillain.Type = CharacterType.Storyteller;
        await StepAsync("char.storyteller.byPlayer", () => _asPlayer.Characters.CreateAsync(playersVillain), c => Show(c));
        var forOther = Sheet("For", "Other Player", CharacterClass.Mortal);
        forOther.UserPlayerId = _other.Id;
        await StepAsync("char.forOtherPlayer",
            () => _asPlayer.Characters.CreateAsync(forOther),
            c => Show(c, c.UserPlayerId == _other.Id));
    }

    private async Task ImpossibleCharactersAsync()
    {
        var noClan = Sheet("Noc", "Lan", CharacterClass.Vampire);
        await StepAsync("char.vampire.noClan", () => _asPlayer.Characters.CreateAsync(noClan));
        var badClan = Sheet("Bad", "Clan", CharacterClass.Vampire);
        badClan.VampireAttributes = new VampireAttributesCreate { ClanId = Guid.NewGuid() };
        await StepAsync("char.vampire.badClan", () => _asPlayer.Characters.CreateAsync(badClan));
        await StepAsync("char.vampire.badClan.again", () => _asPlayer.Characters.CreateAsync(badClan));
        var badTrait = Sheet("Bad", "Trait", CharacterClass.Mortal);
        badTrait.Traits = new[] { new CharacterTraitCreate { TraitId = Guid.NewGuid(), Value = 1 } };
        await StepAsync("char.badTrait", () => _asPlayer.Characters.CreateAsync(badTrait));
        var badCamp = Sheet("Bad", "Camp", CharacterClass.Mortal);
        badCamp.CampaignId = Guid.NewGuid();
        await StepAsync("char.badCampaign", () => _asPlayer.Characters.CreateAsync(badCamp));
        var badConcept = Sheet("Bad", "Concept", CharacterClass.Mortal);
        badConcept.ConceptId = Guid.NewGuid();
        await StepAsync("char.badConcept", () => _asPlayer.Characters.CreateAsync(badConcept));
    }

    private async Task CharacterListsAsync()
    {
        await StepAsync("char.get.villain.byPlayer", () => _asPlayer.Characters.GetAsync(_villain.Id));
        await StepAsync("char.get.villain.byST", () => _asStoryteller.Characters.GetAsync(_villain.Id), c => c.Name);
        await StepAsync("char.list.byPlayer",
            () => _asPlayer.Characters.ListAllAsync(new CharacterFilter { CampaignId = _campaignId }),
            l => string.Join("|", l.Select(x => x.NameFull).OrderBy(x => x, StringComparer.Ordinal)));
        await StepAsync("char.list.byST",
            () => _asStoryteller.Characters.ListAllAsync(new CharacterFilter { CampaignId = _campaignId }),
            l => l.Count);
        await StepAsync("char.list.order",
            () => _asStoryteller.Characters.GetPageAsync(new CharacterFilter { CampaignId = _campaignId }, limit: 100),
            l => string.Join("|", l.Items.Select(x => x.NameFull)));
        await StepAsync("char.list.noActing", () => _company.Characters.ListAllAsync(), l => l.Count);
        await StepAsync("char.list.class",
            () => _asStoryteller.Characters.ListAllAsync(new CharacterFilter { CharacterClass = CharacterClass.Vampire }),
            l => l.Count);
        await StepAsync("char.list.type",
            () => _asStoryteller.Characters.ListAllAsync(new CharacterFilter
            {
                CharacterType = CharacterType.Npc,
                Status = CharacterStatus.Alive,
                UserCreatorId = _storyteller.Id,
            }),
            l => l.Count);
        await StepAsync("char.list.player",
            () => _asStoryteller.Characters.ListAllAsync(new CharacterFilter { UserPlayerId = _player.Id, IsTemporary = false }),
            l => l.Count);
        Step("char.list.sync", () => _asStoryteller.Characters.ListAll(new CharacterFilter { CampaignId = _campaignId }), l => l.Count);
    }

    private async Task CharacterUpdatesAsync()
    {
        await StepAsync("char.update.null",
            () => _asPlayer.Characters.UpdateAsync(
                _mortal.Id,
                new CharacterPatch { NameNick = null, Age = null, Biography = null, DateOfBirth = null, ConceptId = null }),
            c => $"{c.NameNick ?? "null"} {c.Age} {c.Biography ?? "null"} {c.ConceptId is null} {c.Specialties.Count}");
        await StepAsync("char.update.vamp",
            () => _asPlayer.Characters.UpdateAsync(
                _vampireId,
                new CharacterPatch
                {
                    VampireAttributes = new VampireAttributesPatch { Generation = null, Sire = "New sire", BaneName = null },
                }),
            c => Said(
                c.VampireAttributes?.Generation?.ToString(CultureInfo.InvariantCulture) ?? "null", c.VampireAttributes?.Sire,
                c.VampireAttributes?.BaneName is not null));
        await StepAsync("char.update.badClan",
            () => _asPlayer.Characters.UpdateAsync(
                _vampireId,
                new CharacterPatch { VampireAttributes = new VampireAttributesPatch { ClanId = Guid.NewGuid() } }));
        await StepAsync("char.update.byOther", () => _asOther.Characters.UpdateAsync(_vampireId, new CharacterPatch { Age = 5 }));
        await StepAsync("char.update.dead",
            () => _asStoryteller.Characters.UpdateAsync(_npc.Id, new CharacterPatch { Status = CharacterStatus.Dead }),
            c => $"{c.Status} {c.DateKilled is not null}");
        await StepAsync("char.update.alive",
            () => _asStoryteller.Characters.UpdateAsync(_npc.Id, new CharacterPatch { Status = CharacterStatus.Alive }),
            c => $"{c.Status} {c.DateKilled is null}");
        await StepAsync("char.update.playerNull",
            () => _asStoryteller.Characters.UpdateAsync(_vampireId, new CharacterPatch { UserPlayerId = null }));
        await StepAsync("char.update.player",
            () => _asStoryteller.Characters.UpdateAsync(_werewolf.Id, new CharacterPatch { UserPlayerId = _other.Id }),
            c => c.UserPlayerId == _other.Id);
        await StepAsync("char.update.typeToNpc",
            () => _asStoryteller.Characters.UpdateAsync(_mage.Id, new CharacterPatch { Type = CharacterType.Npc }),
            c => $"{c.Type} {c.UserPlayerId is null}");
        await StepAsync("char.update.wrongClassAttrs",
            () => _asStoryteller.Characters.UpdateAsync(
                _mage.Id,
                new CharacterPatch { VampireAttributes = new VampireAttributesPatch { Sire = "none" } }),
            c => $"{c.VampireAttributes is null}");
        await StepAsync("char.get.includes",
            () => _asPlayer.Characters.GetAsync(
                _vampireId,
                new[] { CharacterInclude.Traits, CharacterInclude.Inventory, CharacterInclude.Notes, CharacterInclude.Assets }),
            c => $"{c.Traits?.Count > 1} {c.Inventory?.Count} {c.Notes?.Count} {c.Assets?.Count}");
        await StepAsync("char.get.plain", () => _asPlayer.Characters.GetAsync(_vampireId), c => $"{c.Traits is null}");
        await StepAsync("char.get.noActing", () => _company.Characters.GetAsync(_vampireId));
        await StepAsync("char.get.404", () => _asPlayer.Characters.GetAsync(Guid.NewGuid()));
        await StepAsync("ch.update.chars",
            () => _chapters.UpdateAsync(_secondChapter.Id, new CampaignChapterPatch { CharacterIds = new[] { _vampireId, _mortal.Id } }),
            c => c.CharacterIds.Count);
        await StepAsync("char.chapterIds", () => _asPlayer.Characters.GetAsync(_vampireId), c => c.ChapterIds.Count);
        await StepAsync("book.characterIds", () => _books.GetAsync(_firstBook.Id), c => c.CharacterIds.Count);
    }
}
