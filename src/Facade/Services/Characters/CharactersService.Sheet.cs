using Valentina.Models;

namespace Valentina.Services;

/// <content>The whole sheet of a character.</content>
public partial class CharactersService
{
    /// <summary>
    /// Reads a character with its whole sheet: sections, categories and subcategories in sheet order, each with the character's traits.
    /// With the traits that could still be added, the answer is about 400 KB. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>getCharacterFullSheet</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="includeAvailableTraits">True adds the traits the character could still take; without it those lists are empty.</param>
    /// <returns>The sheet.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CharacterFullSheet> GetFullSheetAsync(
        Guid characterId,
        bool includeAvailableTraits = false,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.Characters.GetCharacterFullSheetAsync(
            Company, characterId, includeAvailableTraits ? true : null, options, cancellationToken);

    /// <summary>
    /// Reads one category of a character's sheet, such as Physical attributes, with its traits and, when asked, those that could still be
    /// added. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>getCharacterFullSheetCategory</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="categoryId">The category of traits, such as Physical.</param>
    /// <param name="includeAvailableTraits">True adds the traits the character could still take; without it those lists are empty.</param>
    /// <returns>The category of the sheet.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<FullSheetTraitCategory> GetFullSheetCategoryAsync(
        Guid characterId,
        Guid categoryId,
        bool includeAvailableTraits = false,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.Characters.GetCharacterFullSheetCategoryAsync(
            Company, characterId, categoryId, includeAvailableTraits ? true : null, options, cancellationToken);
}
