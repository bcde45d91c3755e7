using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>Traits and the categories they are sorted into.</content>
public partial class CharacterBlueprintService
{
    /// <summary>
    /// Lists the categories of traits, such as Physical or Gifts. The order is not stable, so ask for all at once; pages of up to 1000 are
    /// allowed.
    /// </summary>
    /// <remarks>The operation <c>listCharacterBlueprintCategories</c>.</remarks>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterBlueprintCategories))]
    public virtual Task<Page<TraitCategory>> GetCategoriesPageAsync(
        TraitCategoryFilter? filter = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintCategoriesAsync(
            Company, limit: limit, offset: offset, gameVersion: filter?.GameVersion, sectionId: filter?.SectionId,
            characterClass: filter?.CharacterClass, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one category of traits with its costs.</summary>
    /// <remarks>The operation <c>getCharacterBlueprintCategory</c>.</remarks>
    /// <param name="categoryId">The category of traits, such as Physical.</param>
    /// <returns>What was asked for.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<TraitCategory> GetCategoryAsync(
        Guid categoryId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintCategoryAsync(Company, categoryId, options, cancellationToken);

    /// <summary>
    /// Lists the groups inside categories, such as Allies among the backgrounds or a hunter's edge. The order is not stable, so ask for all
    /// at once; pages of up to 1000 are allowed.
    /// </summary>
    /// <remarks>The operation <c>listCharacterBlueprintSubcategories</c>.</remarks>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterBlueprintSubcategories))]
    public virtual Task<Page<TraitSubcategory>> GetSubcategoriesPageAsync(
        TraitSubcategoryFilter? filter = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintSubcategoriesAsync(
            Company, limit: limit, offset: offset, gameVersion: filter?.GameVersion, categoryId: filter?.CategoryId,
            characterClass: filter?.CharacterClass, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one subcategory of traits with its costs.</summary>
    /// <remarks>The operation <c>getCharacterBlueprintSubcategory</c>.</remarks>
    /// <param name="subcategoryId">The subcategory of traits, such as Allies.</param>
    /// <returns>What was asked for.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<TraitSubcategory> GetSubcategoryAsync(
        Guid subcategoryId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintSubcategoryAsync(Company, subcategoryId, options, cancellationToken);

    /// <summary>
    /// Lists all traits of the rules, more than 700, filtered by edition, class, category, subcategory or use in rolls, by name or in sheet
    /// order. Pages of up to 1000.
    /// </summary>
    /// <remarks>The operation <c>listAllCharacterBlueprintTraits</c>.</remarks>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListAllCharacterBlueprintTraits))]
    public virtual Task<Page<Trait>> GetTraitsPageAsync(
        TraitFilter? filter = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListAllCharacterBlueprintTraitsAsync(
            Company,
            limit: limit,
            offset: offset,
            gameVersion: filter?.GameVersion,
            characterClass: filter?.CharacterClass,
            categoryId: filter?.CategoryId,
            subcategoryId: filter?.SubcategoryId,
            excludeSubcategoryTraits: filter?.ExcludeSubcategoryTraits,
            isRollable: filter?.IsRollable,
            orderBy: filter?.OrderBy,
            options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads one trait of the rules with its costs, limits and powers.</summary>
    /// <remarks>The operation <c>getCharacterBlueprintTrait</c>.</remarks>
    /// <param name="traitId">The trait of the rules.</param>
    /// <returns>What was asked for.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Trait> GetTraitAsync(Guid traitId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintTraitAsync(Company, traitId, options, cancellationToken);
}
