using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>
/// The chapters of a book: its sessions or scenes. Obtained from Campaign(campaignId).Book(bookId).Chapters; needs an acting user for
/// changes.
/// </summary>
[GenerateSync]
public partial class ChaptersService : ValentinaService
{
    private readonly Guid _campaignId;
    private readonly Guid _bookId;

    /// <summary>For test doubles, which override what they need.</summary>
    protected ChaptersService()
    {
    }

    internal ChaptersService(ServiceScope scope, Guid campaignId, Guid bookId)
        : base(scope)
    {
        _campaignId = campaignId;
        _bookId = bookId;
    }

    /// <summary>Lists the chapters of a book by their number.</summary>
    /// <remarks>The operation <c>listCampaignChapters</c>.</remarks>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCampaignChapters))]
    public virtual Task<Page<CampaignChapter>> GetPageAsync(
        int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChapters.ListCampaignChaptersAsync(Company, _campaignId, _bookId, limit, offset, options, cancellationToken);

    /// <summary>Reads one chapter, with nothing embedded.</summary>
    /// <remarks>The operation <c>getCampaignChapter</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <returns>The chapter.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignChapterDetail> GetAsync(
        Guid chapterId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChapters.GetCampaignChapterAsync(
            Company, _campaignId, _bookId, chapterId, include: null, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one chapter. Ask with include for its notes or assets in the same answer.</summary>
    /// <remarks>The operation <c>getCampaignChapter</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="include">What to embed. A list that was not asked for stays null.</param>
    /// <returns>The chapter.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignChapterDetail> GetAsync(
        Guid chapterId, IEnumerable<ChapterInclude> include, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChapters.GetCampaignChapterAsync(Company, _campaignId, _bookId, chapterId, include, options, cancellationToken);

    /// <summary>
    /// Adds a chapter, one session or scene, at the end of a book, with the characters that appear in it. The name is stored in title case.
    /// Who may do this is set by permission_manage_campaign of the company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createCampaignChapter</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new chapter.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignChapter> CreateAsync(
        CampaignChapterCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChapters.CreateCampaignChapterAsync(Company, _campaignId, _bookId, request, options, cancellationToken);

    /// <summary>
    /// Changes name, description or cast of a chapter; only what you assign is changed, and character_ids replaces the whole list. A
    /// character of another campaign gives 400. Who may do this is set by permission_manage_campaign of the company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>updateCampaignChapter</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The chapter after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignChapter> UpdateAsync(
        Guid chapterId, CampaignChapterPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChapters.UpdateCampaignChapterAsync(Company, _campaignId, _bookId, chapterId, patch, options, cancellationToken);

    /// <summary>
    /// Deletes a chapter and moves the later chapters of the book up by one number. Who may do this is set by permission_manage_campaign of
    /// the company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>deleteCampaignChapter</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAsync(Guid chapterId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChapters.DeleteCampaignChapterAsync(Company, _campaignId, _bookId, chapterId, options, cancellationToken);

    /// <summary>
    /// Moves a chapter to another place in its book; the chapters between shift by one. Repeating the call is not harmless, so it is
    /// repeated after a failure only with an idempotency key. Who may do this is set by permission_manage_campaign of the company. Needs an
    /// acting user.
    /// </summary>
    /// <remarks>The operation <c>renumberCampaignChapter</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="number">The new place, from 1.</param>
    /// <returns>The chapter at its new place.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignChapter> RenumberAsync(
        Guid chapterId, int number, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChapters.RenumberCampaignChapterAsync(
            Company, _campaignId, _bookId, chapterId, new Renumber { Number = number }, options, cancellationToken);
}
