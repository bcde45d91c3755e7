using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The kinds of vampires and werewolves.</content>
public partial class CharacterBlueprintService
{
    /// <summary>Lists the vampire clans with their disciplines, banes and compulsions. Pages of up to 1000.</summary>
    /// <remarks>The operation <c>listCharacterBlueprintVampireClans</c>.</remarks>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterBlueprintVampireClans))]
    public virtual Task<Page<VampireClan>> GetVampireClansPageAsync(
        GameVersion? gameVersion = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintVampireClansAsync(
            Company, limit: limit, offset: offset, gameVersion: gameVersion, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one vampire clan.</summary>
    /// <remarks>The operation <c>getCharacterBlueprintVampireClan</c>.</remarks>
    /// <param name="vampireClanId">The vampire clan.</param>
    /// <returns>What was asked for.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<VampireClan> GetVampireClanAsync(
        Guid vampireClanId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintVampireClanAsync(Company, vampireClanId, options, cancellationToken);

    /// <summary>Lists the werewolf tribes with their patron spirits, favors and bans. Pages of up to 1000.</summary>
    /// <remarks>The operation <c>listCharacterBlueprintWerewolfTribes</c>.</remarks>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterBlueprintWerewolfTribes))]
    public virtual Task<Page<WerewolfTribe>> GetWerewolfTribesPageAsync(
        GameVersion? gameVersion = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintWerewolfTribesAsync(
            Company, limit: limit, offset: offset, gameVersion: gameVersion, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one werewolf tribe.</summary>
    /// <remarks>The operation <c>getCharacterBlueprintWerewolfTribe</c>.</remarks>
    /// <param name="werewolfTribeId">The werewolf tribe.</param>
    /// <returns>What was asked for.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<WerewolfTribe> GetWerewolfTribeAsync(
        Guid werewolfTribeId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintWerewolfTribeAsync(Company, werewolfTribeId, options, cancellationToken);

    /// <summary>Lists the werewolf auspices, the moon phases of birth, with their gifts. Pages of up to 1000.</summary>
    /// <remarks>The operation <c>listCharacterBlueprintWerewolfAuspices</c>.</remarks>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterBlueprintWerewolfAuspices))]
    public virtual Task<Page<WerewolfAuspice>> GetWerewolfAuspicesPageAsync(
        GameVersion? gameVersion = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintWerewolfAuspicesAsync(
            Company, limit: limit, offset: offset, gameVersion: gameVersion, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one werewolf auspice.</summary>
    /// <remarks>The operation <c>getCharacterBlueprintWerewolfAuspice</c>.</remarks>
    /// <param name="werewolfAuspiceId">The werewolf auspice.</param>
    /// <returns>What was asked for.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<WerewolfAuspice> GetWerewolfAuspiceAsync(
        Guid werewolfAuspiceId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintWerewolfAuspiceAsync(Company, werewolfAuspiceId, options, cancellationToken);
}
