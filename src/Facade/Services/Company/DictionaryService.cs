using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>The dictionary of a company: the terms of the game and its own. Needs a company.</summary>
[GenerateSync]
public partial class DictionaryService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected DictionaryService()
    {
    }

    internal DictionaryService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>
    /// Lists the terms of the game and those of the company in alphabetical order; a search finds whole terms and whole synonyms
    /// only. Pages of up to 1000.
    /// </summary>
    /// <remarks>The operation <c>listDictionaryTerms</c>.</remarks>
    /// <param name="term">The whole term, or one whole synonym, to look for; parts of them find nothing.</param>
    /// <include file="../Documentation.xml" path="docs/largePage/*"/>
    [Paged(nameof(ValentinaOperations.ListDictionaryTerms))]
    public virtual Task<Page<DictionaryTerm>> GetPageAsync(
        string? term = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.DictionaryTerms.ListDictionaryTermsAsync(
            Company, limit: limit, offset: offset, term: term, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one term of the dictionary.</summary>
    /// <remarks>The operation <c>getDictionaryTerm</c>.</remarks>
    /// <param name="dictionaryTermId">The term of the dictionary.</param>
    /// <returns>The term.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<DictionaryTerm> GetAsync(
        Guid dictionaryTermId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.DictionaryTerms.GetDictionaryTermAsync(Company, dictionaryTermId, options, cancellationToken);

    /// <summary>
    /// Adds a term to the company's dictionary: 3 to 50 characters, with a definition, a link or both. Term and synonyms are stored in
    /// lower case, synonyms sorted and without duplicates.
    /// </summary>
    /// <remarks>The operation <c>createDictionaryTerm</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new term.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<DictionaryTerm> CreateAsync(
        DictionaryTermCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.DictionaryTerms.CreateDictionaryTermAsync(Company, request, options, cancellationToken);

    /// <summary>
    /// Changes a term of the company; only what you assign is changed, synonyms replaces the whole list, and null clears definition or link
    /// as long as one of them stays. Terms of the game itself cannot be changed (400).
    /// </summary>
    /// <remarks>The operation <c>updateDictionaryTerm</c>.</remarks>
    /// <param name="dictionaryTermId">The term of the dictionary.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The term after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<DictionaryTerm> UpdateAsync(
        Guid dictionaryTermId, DictionaryTermPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.DictionaryTerms.UpdateDictionaryTermAsync(Company, dictionaryTermId, patch, options, cancellationToken);

    /// <summary>Deletes a term of the company. Terms of the game itself cannot be deleted (400).</summary>
    /// <remarks>The operation <c>deleteDictionaryTerm</c>.</remarks>
    /// <param name="dictionaryTermId">The term of the dictionary.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAsync(Guid dictionaryTermId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.DictionaryTerms.DeleteDictionaryTermAsync(Company, dictionaryTermId, options, cancellationToken);
}
