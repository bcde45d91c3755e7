using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>Traits and the categories they are sorted into.</content>
public partial class CharacterBlueprintService
{
    /// <summary>Lists the categories of traits, such as Physical or Gifts. The order is not stable, so ask for all at once; pages of up to 1000 are allowed.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="limit">How many items to return, 0 to 1000.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<TraitCategory>> GetCategoriesPageAsync(TraitCategoryFilter? filter = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintCategoriesAsync(Company, limit: limit, offset: offset, gameVersion: filter?.GameVersion, sectionId: filter?.SectionId, characterClass: filter?.CharacterClass, options: options, cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetCategoriesPageAsync"/> gives page by page.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<TraitCategory>> ListAllCategoriesAsync(TraitCategoryFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllCategoriesAsync(filter, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetCategoriesPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<TraitCategory> EnumerateAllCategoriesAsync(TraitCategoryFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetCategoriesPageAsync(filter, limit, offset, options, token),
            ValentinaOperations.ListCharacterBlueprintCategories.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one category of traits with its costs.</summary>
    /// <param name="categoryId">The category of traits, such as Physical.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<TraitCategory> GetCategoryAsync(Guid categoryId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintCategoryAsync(Company, categoryId, options, cancellationToken);

    /// <summary>Lists the groups inside categories, such as Allies among the backgrounds or a hunter's edge. The order is not stable, so ask for all at once; pages of up to 1000 are allowed.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="limit">How many items to return, 0 to 1000.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<TraitSubcategory>> GetSubcategoriesPageAsync(TraitSubcategoryFilter? filter = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintSubcategoriesAsync(Company, limit: limit, offset: offset, gameVersion: filter?.GameVersion, categoryId: filter?.CategoryId, characterClass: filter?.CharacterClass, options: options, cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetSubcategoriesPageAsync"/> gives page by page.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<TraitSubcategory>> ListAllSubcategoriesAsync(TraitSubcategoryFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllSubcategoriesAsync(filter, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetSubcategoriesPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<TraitSubcategory> EnumerateAllSubcategoriesAsync(TraitSubcategoryFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetSubcategoriesPageAsync(filter, limit, offset, options, token),
            ValentinaOperations.ListCharacterBlueprintSubcategories.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one subcategory of traits with its costs.</summary>
    /// <param name="subcategoryId">The subcategory of traits, such as Allies.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<TraitSubcategory> GetSubcategoryAsync(Guid subcategoryId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintSubcategoryAsync(Company, subcategoryId, options, cancellationToken);

    /// <summary>Lists all traits of the rules, more than 700, filtered by edition, class, category, subcategory or use in rolls, by name or in sheet order. Pages of up to 1000.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="limit">How many items to return, 0 to 1000.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<Trait>> GetTraitsPageAsync(TraitFilter? filter = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
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

    /// <summary>The whole list that <see cref="GetTraitsPageAsync"/> gives page by page.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<Trait>> ListAllTraitsAsync(TraitFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllTraitsAsync(filter, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetTraitsPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<Trait> EnumerateAllTraitsAsync(TraitFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetTraitsPageAsync(filter, limit, offset, options, token),
            ValentinaOperations.ListAllCharacterBlueprintTraits.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one trait of the rules with its costs, limits and powers.</summary>
    /// <param name="traitId">The trait of the rules.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Trait> GetTraitAsync(Guid traitId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintTraitAsync(Company, traitId, options, cancellationToken);
}
