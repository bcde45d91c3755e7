using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>Rolls dice and keeps the results. Needs a company and an acting user.</summary>
[GenerateSync]
public partial class DiceRollsService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected DiceRollsService()
    {
    }

    internal DiceRollsService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Lists the rolls of a company, by user, character, campaign or type of character when asked. Never served from the cache. Needs an acting user.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<DiceRoll>> GetPageAsync(DiceRollFilter? filter = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Gameplay.ListDiceRollsAsync(
            Company,
            limit: limit,
            offset: offset,
            userId: filter?.UserId,
            characterId: filter?.CharacterId,
            campaignId: filter?.CampaignId,
            characterType: filter?.CharacterType,
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
    public virtual Task<IReadOnlyList<DiceRoll>> ListAllAsync(DiceRollFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllAsync(filter, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<DiceRoll> EnumerateAllAsync(DiceRollFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetPageAsync(filter, limit, offset, options, token),
            ValentinaOperations.ListDiceRolls.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one roll with its result. Never served from the cache. Needs an acting user.</summary>
    /// <param name="dicerollId">The dice roll.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The roll.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<DiceRoll> GetAsync(Guid dicerollId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Gameplay.GetDiceRollAsync(Company, dicerollId, options, cancellationToken);

    /// <summary>Rolls dice and keeps the result. With a difficulty each die that reaches it is a success, tens count twice and ones take one away; without it only the dice are shown. An unknown trait, character or campaign is refused. Deactivated users may not roll. Needs an acting user.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The roll with its result.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<DiceRoll> CreateAsync(DiceRollCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Gameplay.CreateDiceRollAsync(Company, request, options, cancellationToken);

    /// <summary>Rolls a saved combination of traits for a character: the pool is the sum of the character's values. An unknown saved roll, or a trait the character lacks, gives 400. Needs an acting user.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The roll with its result.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<DiceRoll> CreateFromQuickRollAsync(QuickRollRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Gameplay.CreateQuickRollAsync(Company, request, options, cancellationToken);
}
