using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The kinds of vampires and werewolves.</content>
public partial class CharacterBlueprintService
{
    /// <summary>Lists the vampire clans with their disciplines, banes and compulsions. Pages of up to 1000.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="limit">How many items to return, 0 to 1000.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<VampireClan>> GetVampireClansPageAsync(GameVersion? gameVersion = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintVampireClansAsync(Company, limit: limit, offset: offset, gameVersion: gameVersion, options: options, cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetVampireClansPageAsync"/> gives page by page.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<VampireClan>> ListAllVampireClansAsync(GameVersion? gameVersion = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllVampireClansAsync(gameVersion, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetVampireClansPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<VampireClan> EnumerateAllVampireClansAsync(GameVersion? gameVersion = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetVampireClansPageAsync(gameVersion, limit, offset, options, token),
            ValentinaOperations.ListCharacterBlueprintVampireClans.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one vampire clan.</summary>
    /// <param name="vampireClanId">The vampire clan.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<VampireClan> GetVampireClanAsync(Guid vampireClanId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintVampireClanAsync(Company, vampireClanId, options, cancellationToken);

    /// <summary>Lists the werewolf tribes with their patron spirits, favors and bans. Pages of up to 1000.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="limit">How many items to return, 0 to 1000.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<WerewolfTribe>> GetWerewolfTribesPageAsync(GameVersion? gameVersion = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintWerewolfTribesAsync(Company, limit: limit, offset: offset, gameVersion: gameVersion, options: options, cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetWerewolfTribesPageAsync"/> gives page by page.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<WerewolfTribe>> ListAllWerewolfTribesAsync(GameVersion? gameVersion = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllWerewolfTribesAsync(gameVersion, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetWerewolfTribesPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<WerewolfTribe> EnumerateAllWerewolfTribesAsync(GameVersion? gameVersion = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetWerewolfTribesPageAsync(gameVersion, limit, offset, options, token),
            ValentinaOperations.ListCharacterBlueprintWerewolfTribes.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one werewolf tribe.</summary>
    /// <param name="werewolfTribeId">The werewolf tribe.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<WerewolfTribe> GetWerewolfTribeAsync(Guid werewolfTribeId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintWerewolfTribeAsync(Company, werewolfTribeId, options, cancellationToken);

    /// <summary>Lists the werewolf auspices, the moon phases of birth, with their gifts. Pages of up to 1000.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="limit">How many items to return, 0 to 1000.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<WerewolfAuspice>> GetWerewolfAuspicesPageAsync(GameVersion? gameVersion = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintWerewolfAuspicesAsync(Company, limit: limit, offset: offset, gameVersion: gameVersion, options: options, cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetWerewolfAuspicesPageAsync"/> gives page by page.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<WerewolfAuspice>> ListAllWerewolfAuspicesAsync(GameVersion? gameVersion = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllWerewolfAuspicesAsync(gameVersion, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetWerewolfAuspicesPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<WerewolfAuspice> EnumerateAllWerewolfAuspicesAsync(GameVersion? gameVersion = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetWerewolfAuspicesPageAsync(gameVersion, limit, offset, options, token),
            ValentinaOperations.ListCharacterBlueprintWerewolfAuspices.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one werewolf auspice.</summary>
    /// <param name="werewolfAuspiceId">The werewolf auspice.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<WerewolfAuspice> GetWerewolfAuspiceAsync(Guid werewolfAuspiceId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintWerewolfAuspiceAsync(Company, werewolfAuspiceId, options, cancellationToken);
}
