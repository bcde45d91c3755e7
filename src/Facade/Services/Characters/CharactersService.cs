using Valentina.Models;
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

    /// <summary>
    /// Lists the characters the acting user may see, filtered by campaign, player, creator, class, type or status. Temporary characters are
    /// left out unless asked for.
    /// </summary>
    /// <remarks>The operation <c>listCharacters</c>.</remarks>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacters))]
    public virtual Task<Page<Character>> GetPageAsync(
        CharacterFilter? filter = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
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

    /// <summary>Reads one character, with nothing embedded. Players may not read storyteller characters. Needs an acting user.</summary>
    /// <remarks>The operation <c>getCharacter</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <returns>The character.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CharacterDetail> GetAsync(
        Guid characterId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.GetCharacterAsync(Company, characterId, include: null, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Reads one character. Ask with include for traits, inventory, notes or assets in the same answer; asking for the traits of a werewolf
    /// with gifts fails with 500, list them instead. Players may not read storyteller characters. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>getCharacter</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="include">What to embed. A list that was not asked for stays null.</param>
    /// <returns>The character.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CharacterDetail> GetAsync(
        Guid characterId,
        IEnumerable<CharacterInclude> include,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.Characters.GetCharacterAsync(Company, characterId, include, options, cancellationToken);

    /// <summary>
    /// Creates a lasting character. A VAMPIRE needs a clan, a WEREWOLF a tribe and an auspice. Its full name must be unique in
    /// the company: look before you create, because a call refused for a taken name (400) leaves a second character behind,
    /// after which every change of the first fails with 400. A call refused later leaves its character behind too. Trait values
    /// are not checked. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createCharacter</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new character.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Character> CreateAsync(
        CharacterCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.CreateCharacterAsync(Company, request, options, cancellationToken);

    /// <summary>
    /// Changes a character; only what you assign is changed, the attributes of its class are merged member by member, and null
    /// clears what is nullable. A PLAYER character must have a player, also when it becomes one. While another character has the
    /// same first and last name, every change is refused with 400. Players may change only their own characters. Needs an acting
    /// user.
    /// </summary>
    /// <remarks>The operation <c>updateCharacter</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The character after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Character> UpdateAsync(
        Guid characterId, CharacterPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.UpdateCharacterAsync(Company, characterId, patch, options, cancellationToken);

    /// <summary>Deletes a character. Players may delete only their own. Needs an acting user.</summary>
    /// <remarks>The operation <c>deleteCharacter</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAsync(Guid characterId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.DeleteCharacterAsync(Company, characterId, options, cancellationToken);

    /// <summary>Sums up the dice rolls made with one character. Never served from the cache. Needs an acting user.</summary>
    /// <remarks>The operation <c>getCharacterStatistics</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="numTopTraits">How many of the most rolled traits to name; 5 unless given.</param>
    /// <returns>The sums.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<RollStatistics> GetStatisticsAsync(
        Guid characterId, int? numTopTraits = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Statistics.GetCharacterStatisticsAsync(
            Company, characterId, numTopTraits: numTopTraits, options: options, cancellationToken: cancellationToken);
}
