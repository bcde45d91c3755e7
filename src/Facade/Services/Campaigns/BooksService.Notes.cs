using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The notes of a book.</content>
public partial class BooksService
{
    /// <summary>Lists the notes attached to a book, in no lasting order: an edited note may change its place.</summary>
    /// <remarks>The operation <c>listBookNotes</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListBookNotes))]
    public virtual Task<Page<Note>> GetNotesPageAsync(
        Guid bookId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.ListBookNotesAsync(Company, _campaignId, bookId, limit, offset, options, cancellationToken);

    /// <summary>Reads one note of a book.</summary>
    /// <remarks>The operation <c>getBookNote</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>The note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> GetNoteAsync(
        Guid bookId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.GetBookNoteAsync(Company, _campaignId, bookId, noteId, options, cancellationToken);

    /// <summary>Attaches a note to a book. Title 3 to 50 characters, content at least 3.</summary>
    /// <remarks>The operation <c>createBookNote</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The new note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> CreateNoteAsync(
        Guid bookId, NoteCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.CreateBookNoteAsync(Company, _campaignId, bookId, request, options, cancellationToken);

    /// <summary>Changes title or content of a book's note; only what you assign is changed.</summary>
    /// <remarks>The operation <c>updateBookNote</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The note after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> UpdateNoteAsync(
        Guid bookId, Guid noteId, NotePatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.UpdateBookNoteAsync(Company, _campaignId, bookId, noteId, patch, options, cancellationToken);

    /// <summary>Deletes a note of a book.</summary>
    /// <remarks>The operation <c>deleteBookNote</c>.</remarks>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteNoteAsync(
        Guid bookId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.DeleteBookNoteAsync(Company, _campaignId, bookId, noteId, options, cancellationToken);
}
