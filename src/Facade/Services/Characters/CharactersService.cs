using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>The characters of a company. Needs a company and an acting user, whose rights decide what is seen.</summary>
[GenerateSync]
public partial class CharactersService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected CharactersService()
    {
    }

    internal CharactersService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Lists the characters the acting user may see, filtered by campaign, player, creator, class, type or status. Temporary characters are left out unless asked for.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<Character>> GetPageAsync(CharacterFilter? filter = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.ListCharactersAsync(
            Company,
            limit: limit,
            offset: offset,
            campaignId: filter?.CampaignId,
            userPlayerId: filter?.UserPlayerId,
            userCreatorId: filter?.UserCreatorId,
            characterClass: filter?.CharacterClass,
            characterType: filter?.CharacterType,
            status: filter?.Status,
            isTemporary: filter?.IsTemporary,
            options: options,
            cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetPageAsync"/> gives page by page.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<Character>> ListAllAsync(CharacterFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllAsync(filter, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<Character> EnumerateAllAsync(CharacterFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetPageAsync(filter, limit, offset, options, token),
            ValentinaOperations.ListCharacters.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one character, with nothing embedded. Players may not read storyteller characters. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The character.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<CharacterDetail> GetAsync(Guid characterId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.GetCharacterAsync(Company, characterId, include: null, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one character. Ask with include for traits, inventory, notes or assets in the same answer; asking for the traits of a werewolf with gifts fails with 500, list them instead. Players may not read storyteller characters. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="include">What to embed. A list that was not asked for stays null.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The character.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<CharacterDetail> GetAsync(Guid characterId, IEnumerable<CharacterInclude> include, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.GetCharacterAsync(Company, characterId, include, options, cancellationToken);

    /// <summary>Creates a character. A VAMPIRE needs a clan, a WEREWOLF a tribe and an auspice. A call refused after the first checks (missing or unknown clan, unknown trait) leaves the character behind, and a corrected second call then fails because first and last name must be unique. Trait values are not checked here. Needs an acting user.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new character.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Character> CreateAsync(CharacterCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.CreateCharacterAsync(Company, request, options, cancellationToken);

    /// <summary>Changes a character; only what you assign is changed, the attributes of its class are merged member by member, and null clears what is nullable. A PLAYER character must have a player, also when it becomes one. Players may change only their own characters. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The character after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Character> UpdateAsync(Guid characterId, CharacterPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.UpdateCharacterAsync(Company, characterId, patch, options, cancellationToken);

    /// <summary>Deletes a character. Players may delete only their own. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteAsync(Guid characterId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.DeleteCharacterAsync(Company, characterId, options, cancellationToken);

    /// <summary>Sums up the dice rolls made with one character. Never served from the cache. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="numTopTraits">How many of the most rolled traits to name; 5 unless given.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sums.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<RollStatistics> GetStatisticsAsync(Guid characterId, int? numTopTraits = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Statistics.GetCharacterStatisticsAsync(Company, characterId, numTopTraits: numTopTraits, options: options, cancellationToken: cancellationToken);
}
