using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The notes of a user.</content>
public partial class UsersService
{
    /// <summary>Lists the notes attached to a user, in no lasting order: an edited note may change its place.</summary>
    /// <remarks>The operation <c>listUserNotes</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListUserNotes))]
    public virtual Task<Page<Note>> GetNotesPageAsync(
        Guid userId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersNotes.ListUserNotesAsync(Company, userId, limit, offset, options, cancellationToken);

    /// <summary>Reads one note of a user.</summary>
    /// <remarks>The operation <c>getUserNote</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>The note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> GetNoteAsync(
        Guid userId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersNotes.GetUserNoteAsync(Company, userId, noteId, options, cancellationToken);

    /// <summary>Attaches a note to a user. Title 3 to 50 characters, content at least 3.</summary>
    /// <remarks>The operation <c>createUserNote</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The new note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> CreateNoteAsync(
        Guid userId, NoteCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersNotes.CreateUserNoteAsync(Company, userId, request, options, cancellationToken);

    /// <summary>Changes title or content of a user's note; only what you assign is changed.</summary>
    /// <remarks>The operation <c>updateUserNote</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The note after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> UpdateNoteAsync(
        Guid userId, Guid noteId, NotePatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersNotes.UpdateUserNoteAsync(Company, userId, noteId, patch, options, cancellationToken);

    /// <summary>Deletes a note of a user.</summary>
    /// <remarks>The operation <c>deleteUserNote</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteNoteAsync(
        Guid userId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersNotes.DeleteUserNoteAsync(Company, userId, noteId, options, cancellationToken);
}
