using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The notes of a campaign.</content>
public partial class CampaignsService
{
    /// <summary>Lists the notes attached to a campaign, in no lasting order: an edited note may change its place.</summary>
    /// <remarks>The operation <c>listCampaignNotes</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCampaignNotes))]
    public virtual Task<Page<Note>> GetNotesPageAsync(
        Guid campaignId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.ListCampaignNotesAsync(Company, campaignId, limit, offset, options, cancellationToken);

    /// <summary>Reads one note of a campaign.</summary>
    /// <remarks>The operation <c>getCampaignNote</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>The note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> GetNoteAsync(
        Guid campaignId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.GetCampaignNoteAsync(Company, campaignId, noteId, options, cancellationToken);

    /// <summary>Attaches a note to a campaign. Title 3 to 50 characters, content at least 3.</summary>
    /// <remarks>The operation <c>createCampaignNote</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The new note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> CreateNoteAsync(
        Guid campaignId, NoteCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.CreateCampaignNoteAsync(Company, campaignId, request, options, cancellationToken);

    /// <summary>Changes title or content of a campaign's note; only what you assign is changed.</summary>
    /// <remarks>The operation <c>updateCampaignNote</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The note after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> UpdateNoteAsync(
        Guid campaignId, Guid noteId, NotePatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.UpdateCampaignNoteAsync(Company, campaignId, noteId, patch, options, cancellationToken);

    /// <summary>Deletes a note of a campaign.</summary>
    /// <remarks>The operation <c>deleteCampaignNote</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteNoteAsync(
        Guid campaignId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CampaignsNotes.DeleteCampaignNoteAsync(Company, campaignId, noteId, options, cancellationToken);
}
