using Valentina.Models;

namespace Valentina.Conformance.Tests.FakeServer.Chronicle;

/// <content>Characters made by the server.</content>
internal sealed partial class Chronicle
{
    private async Task AutogenerationAsync()
    {
        await StepAsync("auto.byPlayer",
            () => _asPlayer.CharacterAutogen.GenerateAsync(_campaignId, new CharacterAutogenerate { CharacterType = CharacterType.Npc }),
            c => $"{c.Type}");
        await StepAsync("auto.st.npc",
            () => _asStoryteller.CharacterAutogen.GenerateAsync(
                _campaignId,
                new CharacterAutogenerate
                {
                    CharacterType = CharacterType.Npc,
                    CharacterClass = CharacterClass.Mortal,
                    ExperienceLevel = AutoGenExperienceLevel.New,
                    SkillFocus = AbilityFocus.Specialist,
                }),
            c => Said(
                c.Type, c.CharacterClass, c.Status, c.GameVersion, c.UserPlayerId is null, c.UserCreatorId == _storyteller.Id,
                c.ConceptId is not null));
        await StepAsync("auto.st.vampire",
            () => _asStoryteller.CharacterAutogen.GenerateAsync(
                _campaignId,
                new CharacterAutogenerate
                {
                    CharacterType = CharacterType.Player,
                    CharacterClass = CharacterClass.Vampire,
                    VampireClanId = _clans[0].Id,
                }),
            c => $"{c.Type} {c.CharacterClass} {c.VampireAttributes?.ClanId == _clans[0].Id} {c.UserPlayerId == _storyteller.Id}");
        await StepAsync("auto.st.badClan",
            () => _asStoryteller.CharacterAutogen.GenerateAsync(
                _campaignId,
                new CharacterAutogenerate
                {
                    CharacterType = CharacterType.Npc,
                    CharacterClass = CharacterClass.Vampire,
                    VampireClanId = Guid.NewGuid(),
                }));
        await StepAsync("auto.badCampaign",
            () => _asStoryteller.CharacterAutogen.GenerateAsync(
                Guid.NewGuid(),
                new CharacterAutogenerate { CharacterType = CharacterType.Npc }));
        Step("auto.sync",
            () => _asStoryteller.CharacterAutogen.Generate(
                _campaignId,
                new CharacterAutogenerate { CharacterType = CharacterType.Npc, CharacterClass = CharacterClass.Werewolf }),
            c => $"{c.CharacterClass} {c.WerewolfAttributes is not null}");
        var before = await _asPlayer.Users.GetExperienceAsync(_player.Id, _campaignId);
        var session = await StepAsync("cg.start",
            () => _asPlayer.CharacterAutogen.StartSessionAsync(_campaignId),
            s => Said(
                s.Characters.Count, s.RequiresSelection, s.Characters.All(c => c.IsTemporary),
                s.Characters.All(c => c.Type == CharacterType.Player), Math.Round((s.ExpiresAt - s.DateCreated).TotalHours)));
        await StepAsync("cg.xp",
            () => _asPlayer.Users.GetExperienceAsync(_player.Id, _campaignId),
            e => $"{e.XpCurrent - before.XpCurrent} {e.XpTotal - before.XpTotal}");
        await StepAsync("cg.list", () => _asPlayer.CharacterAutogen.ListSessionsAsync(), l => l.Count);
        await StepAsync("cg.list.other", () => _asOther.CharacterAutogen.ListSessionsAsync(), l => l.Count);
        await StepAsync("cg.get", () => _asPlayer.CharacterAutogen.GetSessionAsync(session.Id), s => $"{s.Characters.Count}");
        await StepAsync("cg.get.other", () => _asOther.CharacterAutogen.GetSessionAsync(session.Id));
        await StepAsync("cg.get.404", () => _asPlayer.CharacterAutogen.GetSessionAsync(Guid.NewGuid()));
        await StepAsync("cg.temp.inList",
            () => _asPlayer.Characters.ListAllAsync(new CharacterFilter { IsTemporary = true }),
            l => l.Count);
        await StepAsync("cg.default.excludesTemp",
            () => _asPlayer.Characters.ListAllAsync(new CharacterFilter { UserPlayerId = _player.Id }),
            l => l.Count(c => c.IsTemporary));
        await StepAsync("cg.finalize.badChar",
            () => _asPlayer.CharacterAutogen.FinalizeSessionAsync(new ChargenSessionFinalize
            {
                SessionId = session.Id,
                SelectedCharacterId = _vampireId,
            }));
        await StepAsync("cg.finalize.other",
            () => _asOther.CharacterAutogen.FinalizeSessionAsync(new ChargenSessionFinalize
            {
                SessionId = session.Id,
                SelectedCharacterId = session.Characters[0].Id,
            }));
        await StepAsync("cg.finalize",
            () => _asPlayer.CharacterAutogen.FinalizeSessionAsync(new ChargenSessionFinalize
            {
                SessionId = session.Id,
                SelectedCharacterId = session.Characters[0].Id,
            }),
            c => $"{c.IsTemporary} {c.Id == session.Characters[0].Id} {c.StartingPoints}");
        await StepAsync("cg.finalize.again",
            () => _asPlayer.CharacterAutogen.FinalizeSessionAsync(new ChargenSessionFinalize
            {
                SessionId = session.Id,
                SelectedCharacterId = session.Characters[0].Id,
            }));
        await StepAsync("cg.start.noXp", () => _asOther.CharacterAutogen.StartSessionAsync(_campaignId));
    }
}
