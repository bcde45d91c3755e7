using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>
/// What characters are made of: sections, categories and traits of the sheet, concepts, clans, tribes and auspices. Needs a company.
/// </summary>
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
    /// <remarks>The operation <c>listCharacterBlueprintSections</c>.</remarks>
    /// <param name="gameVersion">Only what belongs to this edition of the rules.</param>
    /// <param name="characterClass">Only what belongs to this class, such as VAMPIRE.</param>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterBlueprintSections))]
    public virtual Task<Page<SheetSection>> GetSectionsPageAsync(
        GameVersion? gameVersion = null,
        CharacterClass? characterClass = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintSectionsAsync(
            Company, limit: limit, offset: offset, gameVersion: gameVersion, characterClass: characterClass, options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads one section of the character sheet.</summary>
    /// <remarks>The operation <c>getCharacterBlueprintSection</c>.</remarks>
    /// <param name="sectionId">The section of the character sheet, such as Attributes.</param>
    /// <returns>What was asked for.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<SheetSection> GetSectionAsync(
        Guid sectionId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintSectionAsync(Company, sectionId, options, cancellationToken);

    /// <summary>Lists the character concepts, such as Ascetic or Berserker, with the specialties they grant. Pages of up to 1000.</summary>
    /// <remarks>The operation <c>listCharacterBlueprintConcepts</c>.</remarks>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterBlueprintConcepts))]
    public virtual Task<Page<CharacterConcept>> GetConceptsPageAsync(
        int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.ListCharacterBlueprintConceptsAsync(Company, limit, offset, options, cancellationToken);

    /// <summary>Reads one character concept.</summary>
    /// <remarks>The operation <c>getCharacterBlueprintConcept</c>.</remarks>
    /// <param name="conceptId">The character concept, such as Ascetic.</param>
    /// <returns>What was asked for.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CharacterConcept> GetConceptAsync(
        Guid conceptId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersBlueprints.GetCharacterBlueprintConceptAsync(Company, conceptId, options, cancellationToken);
}
