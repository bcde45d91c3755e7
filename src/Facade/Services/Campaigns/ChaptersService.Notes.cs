using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The notes of a chapter.</content>
public partial class ChaptersService
{
    /// <summary>Lists the notes attached to a chapter, in no lasting order: an edited note may change its place.</summary>
    /// <remarks>The operation <c>listChapterNotes</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListChapterNotes))]
    public virtual Task<Page<Note>> GetNotesPageAsync(
        Guid chapterId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersNotes.ListChapterNotesAsync(
            Company, _campaignId, _bookId, chapterId, limit, offset, options, cancellationToken);

    /// <summary>Reads one note of a chapter.</summary>
    /// <remarks>The operation <c>getChapterNote</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>The note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> GetNoteAsync(
        Guid chapterId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersNotes.GetChapterNoteAsync(Company, _campaignId, _bookId, chapterId, noteId, options, cancellationToken);

    /// <summary>Attaches a note to a chapter. Title 3 to 50 characters, content at least 3.</summary>
    /// <remarks>The operation <c>createChapterNote</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The new note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> CreateNoteAsync(
        Guid chapterId, NoteCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersNotes.CreateChapterNoteAsync(Company, _campaignId, _bookId, chapterId, request, options, cancellationToken);

    /// <summary>Changes title or content of a chapter's note; only what you assign is changed.</summary>
    /// <remarks>The operation <c>updateChapterNote</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The note after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> UpdateNoteAsync(
        Guid chapterId, Guid noteId, NotePatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersNotes.UpdateChapterNoteAsync(
            Company, _campaignId, _bookId, chapterId, noteId, patch, options, cancellationToken);

    /// <summary>Deletes a note of a chapter.</summary>
    /// <remarks>The operation <c>deleteChapterNote</c>.</remarks>
    /// <param name="chapterId">The chapter of the book.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteNoteAsync(
        Guid chapterId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsChaptersNotes.DeleteChapterNoteAsync(Company, _campaignId, _bookId, chapterId, noteId, options, cancellationToken);
}
