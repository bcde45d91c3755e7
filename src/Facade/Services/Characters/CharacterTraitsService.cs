using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>The traits of a character. Obtained from Character(characterId).Traits; needs an acting user.</summary>
[GenerateSync]
public partial class CharacterTraitsService : ValentinaService
{
    private readonly Guid _characterId;

    /// <summary>For test doubles, which override what they need.</summary>
    protected CharacterTraitsService()
    {
    }

    internal CharacterTraitsService(ServiceScope scope, Guid characterId)
        : base(scope)
    {
        _characterId = characterId;
    }

    /// <summary>
    /// Lists the traits a character has, with their values. The order is not stable: pages may repeat some traits and lose others, so ask
    /// for large pages and compare ids. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>listCharacterTraits</c>.</remarks>
    /// <param name="categoryId">The category of traits, such as Physical.</param>
    /// <param name="isRollable">True for only the traits that can be rolled, false for only the others.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterTraits))]
    public virtual Task<Page<CharacterTrait>> GetPageAsync(
        Guid? categoryId = null,
        bool? isRollable = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersTraits.ListCharacterTraitsAsync(
            Company, _characterId, limit: limit, offset: offset, categoryId: categoryId, isRollable: isRollable, options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads one trait of a character with its value. Needs an acting user.</summary>
    /// <remarks>The operation <c>getCharacterTrait</c>.</remarks>
    /// <param name="characterTraitId">The trait as the character has it, not the trait of the rules.</param>
    /// <returns>The trait with its value.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CharacterTrait> GetAsync(
        Guid characterTraitId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersTraits.GetCharacterTraitAsync(Company, _characterId, characterTraitId, options, cancellationToken);

    /// <summary>
    /// Gives a character a trait of the rules at a value, paid with XP, starting points or nothing. A trait the character already has gives
    /// 409; a value above the trait's maximum or too few points give 400. Players may do this only for their own characters. Needs an
    /// acting user.
    /// </summary>
    /// <remarks>The operation <c>assignTraitToCharacter</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The trait with its value.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CharacterTrait> AssignAsync(
        CharacterTraitAdd request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersTraits.AssignTraitToCharacterAsync(Company, _characterId, request, options, cancellationToken);

    /// <summary>
    /// Gives a character up to 200 traits in one call. Each is tried by itself: those that fail are listed with their reason while the
    /// others stay. What early entries cost is missing for later ones. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>bulkAssignTraitsToCharacter</c>.</remarks>
    /// <param name="traits">The traits to assign; at most 200.</param>
    /// <returns>What was assigned, and what was refused and why.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<BulkAssignTraitResult> BulkAssignAsync(
        IEnumerable<CharacterTraitAdd> traits, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersTraits.BulkAssignTraitsToCharacterAsync(Company, _characterId, traits, options, cancellationToken);

    /// <summary>
    /// Invents a trait for one character only, such as a rare skill, in an existing category. The name is stored in title case and may not
    /// repeat a trait of the rules. An unknown category gives 400. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createCustomTrait</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new trait.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CharacterTrait> CreateAsync(
        CustomTraitCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersTraits.CreateCustomTraitAsync(Company, _characterId, request, options, cancellationToken);

    /// <summary>Removes a trait from a character. Choose a currency to get the points back. Needs an acting user.</summary>
    /// <remarks>The operation <c>deleteCharacterTrait</c>.</remarks>
    /// <param name="characterTraitId">The trait as the character has it, not the trait of the rules.</param>
    /// <param name="currency">What the change is paid with.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAsync(
        Guid characterTraitId,
        TraitModifyCurrency? currency = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersTraits.DeleteCharacterTraitAsync(
            Company, _characterId, characterTraitId, currency: currency, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Tells, for one trait of a character, what every other value would cost or give back and whether the points suffice. Show it before
    /// you change a value. Never served from the cache. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>getTraitValueOptions</c>.</remarks>
    /// <param name="characterTraitId">The trait as the character has it, not the trait of the rules.</param>
    /// <returns>The values in reach, with their prices.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<TraitValueOptions> GetValueOptionsAsync(
        Guid characterTraitId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersTraits.GetTraitValueOptionsAsync(Company, _characterId, characterTraitId, options, cancellationToken);

    /// <summary>
    /// Raises or lowers a trait of a character and spends or returns points. A value beyond the trait's limits, or too few points, gives
    /// 400; free changes may be forbidden by the company (403). Because it spends, it is repeated after a failure only with an idempotency
    /// key. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>modifyTraitValue</c>.</remarks>
    /// <param name="characterTraitId">The trait as the character has it, not the trait of the rules.</param>
    /// <param name="targetValue">The new value of the trait.</param>
    /// <param name="currency">What the change is paid with.</param>
    /// <returns>The trait with its new value.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CharacterTrait> ChangeValueAsync(
        Guid characterTraitId,
        int targetValue,
        TraitModifyCurrency currency,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersTraits.ModifyTraitValueAsync(
            Company, _characterId, characterTraitId, new TraitModifyRequest { TargetValue = targetValue, Currency = currency }, options,
            cancellationToken);
}
