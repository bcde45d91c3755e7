using Valentina.Models;

namespace Valentina.Services;

/// <content>The whole sheet of a character.</content>
public partial class CharactersService
{
    /// <summary>Reads a character with its whole sheet: sections, categories and subcategories in sheet order, each with the character's traits. With the traits that could still be added, the answer is about 400 KB. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="includeAvailableTraits">True adds the traits the character could still take; without it those lists are empty.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The sheet.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<CharacterFullSheet> GetFullSheetAsync(Guid characterId, bool includeAvailableTraits = false, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.GetCharacterFullSheetAsync(Company, characterId, includeAvailableTraits ? true : null, options, cancellationToken);

    /// <summary>Reads one category of a character's sheet, such as Physical attributes, with its traits and, when asked, those that could still be added. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="categoryId">The category of traits, such as Physical.</param>
    /// <param name="includeAvailableTraits">True adds the traits the character could still take; without it those lists are empty.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The category of the sheet.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<FullSheetTraitCategory> GetFullSheetCategoryAsync(Guid characterId, Guid categoryId, bool includeAvailableTraits = false, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Characters.GetCharacterFullSheetCategoryAsync(Company, characterId, categoryId, includeAvailableTraits ? true : null, options, cancellationToken);
}
