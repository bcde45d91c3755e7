using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The notes of a campaign.</content>
public partial class CampaignsService
{
    /// <summary>Lists the notes attached to a campaign, in no lasting order: an edited note may change its place.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<Note>> GetNotesPageAsync(Guid campaignId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.ListCampaignNotesAsync(Company, campaignId, limit, offset, options, cancellationToken);

    /// <summary>The whole list that <see cref="GetNotesPageAsync"/> gives page by page.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<Note>> ListAllNotesAsync(Guid campaignId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllNotesAsync(campaignId, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetNotesPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<Note> EnumerateAllNotesAsync(Guid campaignId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetNotesPageAsync(campaignId, limit, offset, options, token),
            ValentinaOperations.ListCampaignNotes.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one note of a campaign.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The note.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> GetNoteAsync(Guid campaignId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.GetCampaignNoteAsync(Company, campaignId, noteId, options, cancellationToken);

    /// <summary>Attaches a note to a campaign. Title 3 to 50 characters, content at least 3.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new note.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> CreateNoteAsync(Guid campaignId, NoteCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.CreateCampaignNoteAsync(Company, campaignId, request, options, cancellationToken);

    /// <summary>Changes title or content of a campaign's note; only what you assign is changed.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The note after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> UpdateNoteAsync(Guid campaignId, Guid noteId, NotePatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.UpdateCampaignNoteAsync(Company, campaignId, noteId, patch, options, cancellationToken);

    /// <summary>Deletes a note of a campaign.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteNoteAsync(Guid campaignId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.DeleteCampaignNoteAsync(Company, campaignId, noteId, options, cancellationToken);
}
