using Valentina.Models;
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

    /// <summary>
    /// Lists the rolls of a company, by user, character, campaign or type of character when asked. Never served from the cache. Needs an
    /// acting user.
    /// </summary>
    /// <remarks>The operation <c>listDiceRolls</c>.</remarks>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListDiceRolls))]
    public virtual Task<Page<DiceRoll>> GetPageAsync(
        DiceRollFilter? filter = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
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

    /// <summary>Reads one roll with its result. Never served from the cache. Needs an acting user.</summary>
    /// <remarks>The operation <c>getDiceRoll</c>.</remarks>
    /// <param name="dicerollId">The dice roll.</param>
    /// <returns>The roll.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<DiceRoll> GetAsync(Guid dicerollId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Gameplay.GetDiceRollAsync(Company, dicerollId, options, cancellationToken);

    /// <summary>
    /// Rolls dice and keeps the result. With a difficulty each die that reaches it is a success, a ten counts twice, and a one cancels a
    /// ten or else takes one away; without it only the dice are shown. An unknown trait, character or campaign is refused. Deactivated
    /// users may not roll. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createDiceRoll</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The roll with its result.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<DiceRoll> CreateAsync(
        DiceRollCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Gameplay.CreateDiceRollAsync(Company, request, options, cancellationToken);

    /// <summary>
    /// Rolls a saved combination of traits for a character: the pool is the sum of the character's values. An unknown saved roll, or a
    /// trait the character lacks, gives 400. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createQuickRoll</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The roll with its result.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<DiceRoll> CreateFromQuickRollAsync(
        QuickRollRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Gameplay.CreateQuickRollAsync(Company, request, options, cancellationToken);
}
