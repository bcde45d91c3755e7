using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>The books of a campaign: its story arcs. Obtained from Campaign(campaignId).Books; needs an acting user for changes.</summary>
[GenerateSync]
public partial class BooksService : ValentinaService
{
    private readonly Guid _campaignId;

    /// <summary>For test doubles, which override what they need.</summary>
    protected BooksService()
    {
    }

    internal BooksService(ServiceScope scope, Guid campaignId)
        : base(scope)
    {
        _campaignId = campaignId;
    }

    /// <summary>Lists the books of a campaign by their number.</summary>
    /// <remarks>The operation <c>listCampaignBooks</c>.</remarks>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCampaignBooks))]
    public virtual Task<Page<CampaignBook>> GetPageAsync(
        int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooks.ListCampaignBooksAsync(Company, _campaignId, limit, offset, options, cancellationToken);

    /// <summary>Reads one book, with nothing embedded.</summary>
    /// <remarks>The operation <c>getCampaignBook</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <returns>The book.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignBookDetail> GetAsync(
        Guid bookId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooks.GetCampaignBookAsync(
            Company, _campaignId, bookId, include: null, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one book. Ask with include for its chapters, notes or assets in the same answer.</summary>
    /// <remarks>The operation <c>getCampaignBook</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="include">What to embed. A list that was not asked for stays null.</param>
    /// <returns>The book.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignBookDetail> GetAsync(
        Guid bookId, IEnumerable<BookInclude> include, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooks.GetCampaignBookAsync(Company, _campaignId, bookId, include, options, cancellationToken);

    /// <summary>
    /// Adds a book, a story arc, at the end of a campaign. The name is stored in title case. Who may do this is set by
    /// permission_manage_campaign of the company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createCampaignBook</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new book.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignBook> CreateAsync(
        CampaignBookCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooks.CreateCampaignBookAsync(Company, _campaignId, request, options, cancellationToken);

    /// <summary>
    /// Changes name or description of a book; only what you assign is changed, and null clears the description. Who may do this is set by
    /// permission_manage_campaign of the company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>updateCampaignBook</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The book after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignBook> UpdateAsync(
        Guid bookId, CampaignBookPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooks.UpdateCampaignBookAsync(Company, _campaignId, bookId, patch, options, cancellationToken);

    /// <summary>
    /// Deletes a book, with which its chapters are out of reach, and moves the later books up by one number. Who may do this is set by
    /// permission_manage_campaign of the company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>deleteCampaignBook</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAsync(Guid bookId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooks.DeleteCampaignBookAsync(Company, _campaignId, bookId, options, cancellationToken);

    /// <summary>
    /// Moves a book to another place in its campaign; the books between shift by one. Repeating the call is not harmless, so it is repeated
    /// after a failure only with an idempotency key. Who may do this is set by permission_manage_campaign of the company. Needs an acting
    /// user.
    /// </summary>
    /// <remarks>The operation <c>renumberCampaignBook</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="number">The new place, from 1.</param>
    /// <returns>The book at its new place.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignBook> RenumberAsync(
        Guid bookId, int number, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooks.RenumberCampaignBookAsync(
            Company, _campaignId, bookId, new Renumber { Number = number }, options, cancellationToken);
}
