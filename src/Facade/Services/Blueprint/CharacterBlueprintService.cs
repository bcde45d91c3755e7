using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>What characters are made of: sections, categories and traits of the sheet, concepts, clans, tribes and auspices. Needs a company.</summary>
[GenerateSync]
public partial class CharacterBlueprintService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected CharacterBlueprintService()
    {
    }

    internal CharacterBlueprintService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Lists the sections of the character sheet, such as Attributes, Abilities and Advantages. Pages of up to 1000.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="characterClass">Only what belongs to this class, such as VAMPIRE.</param>
    /// <param name="limit">How many items to return, 0 to 1000.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<SheetSection>> GetSectionsPageAsync(GameVersion? gameVersion = null, CharacterClass? characterClass = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintSectionsAsync(Company, limit: limit, offset: offset, gameVersion: gameVersion, characterClass: characterClass, options: options, cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetSectionsPageAsync"/> gives page by page.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="characterClass">Only what belongs to this class, such as VAMPIRE.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<SheetSection>> ListAllSectionsAsync(GameVersion? gameVersion = null, CharacterClass? characterClass = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllSectionsAsync(gameVersion, characterClass, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetSectionsPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="characterClass">Only what belongs to this class, such as VAMPIRE.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<SheetSection> EnumerateAllSectionsAsync(GameVersion? gameVersion = null, CharacterClass? characterClass = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetSectionsPageAsync(gameVersion, characterClass, limit, offset, options, token),
            ValentinaOperations.ListCharacterBlueprintSections.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one section of the character sheet.</summary>
    /// <param name="sectionId">The section of the character sheet, such as Attributes.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<SheetSection> GetSectionAsync(Guid sectionId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintSectionAsync(Company, sectionId, options, cancellationToken);

    /// <summary>Lists the character concepts, such as Ascetic or Berserker, with the specialties they grant. Pages of up to 1000.</summary>
    /// <param name="limit">How many items to return, 0 to 1000.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<CharacterConcept>> GetConceptsPageAsync(int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintConceptsAsync(Company, limit, offset, options, cancellationToken);

    /// <summary>The whole list that <see cref="GetConceptsPageAsync"/> gives page by page.</summary>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<CharacterConcept>> ListAllConceptsAsync(PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllConceptsAsync(paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetConceptsPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<CharacterConcept> EnumerateAllConceptsAsync(PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetConceptsPageAsync(limit, offset, options, token),
            ValentinaOperations.ListCharacterBlueprintConcepts.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one character concept.</summary>
    /// <param name="conceptId">The character concept, such as Ascetic.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What was asked for.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<CharacterConcept> GetConceptAsync(Guid conceptId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintConceptAsync(Company, conceptId, options, cancellationToken);
}
