using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The notes of a book.</content>
public partial class BooksService
{
    /// <summary>Lists the notes attached to a book, in no lasting order: an edited note may change its place.</summary>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<Note>> GetNotesPageAsync(Guid bookId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.ListBookNotesAsync(Company, _campaignId, bookId, limit, offset, options, cancellationToken);

    /// <summary>The whole list that <see cref="GetNotesPageAsync"/> gives page by page.</summary>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<Note>> ListAllNotesAsync(Guid bookId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllNotesAsync(bookId, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetNotesPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<Note> EnumerateAllNotesAsync(Guid bookId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetNotesPageAsync(bookId, limit, offset, options, token),
            ValentinaOperations.ListBookNotes.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one note of a book.</summary>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The note.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> GetNoteAsync(Guid bookId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.GetBookNoteAsync(Company, _campaignId, bookId, noteId, options, cancellationToken);

    /// <summary>Attaches a note to a book. Title 3 to 50 characters, content at least 3.</summary>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new note.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> CreateNoteAsync(Guid bookId, NoteCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.CreateBookNoteAsync(Company, _campaignId, bookId, request, options, cancellationToken);

    /// <summary>Changes title or content of a book's note; only what you assign is changed.</summary>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The note after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> UpdateNoteAsync(Guid bookId, Guid noteId, NotePatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.UpdateBookNoteAsync(Company, _campaignId, bookId, noteId, patch, options, cancellationToken);

    /// <summary>Deletes a note of a book.</summary>
    /// <param name="bookId">The book of the campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteNoteAsync(Guid bookId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsBooksNotes.DeleteBookNoteAsync(Company, _campaignId, bookId, noteId, options, cancellationToken);
}
