using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The notes of a character.</content>
public partial class CharactersService
{
    /// <summary>Lists the notes attached to a character, in no lasting order: an edited note may change its place. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<Note>> GetNotesPageAsync(Guid characterId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.ListCharacterNotesAsync(Company, characterId, limit, offset, options, cancellationToken);

    /// <summary>The whole list that <see cref="GetNotesPageAsync"/> gives page by page.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<Note>> ListAllNotesAsync(Guid characterId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllNotesAsync(characterId, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetNotesPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<Note> EnumerateAllNotesAsync(Guid characterId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetNotesPageAsync(characterId, limit, offset, options, token),
            ValentinaOperations.ListCharacterNotes.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one note of a character. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The note.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> GetNoteAsync(Guid characterId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.GetCharacterNoteAsync(Company, characterId, noteId, options, cancellationToken);

    /// <summary>Attaches a note to a character. Title 3 to 50 characters, content at least 3. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new note.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> CreateNoteAsync(Guid characterId, NoteCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.CreateCharacterNoteAsync(Company, characterId, request, options, cancellationToken);

    /// <summary>Changes title or content of a character's note; only what you assign is changed. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The note after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Note> UpdateNoteAsync(Guid characterId, Guid noteId, NotePatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.UpdateCharacterNoteAsync(Company, characterId, noteId, patch, options, cancellationToken);

    /// <summary>Deletes a note of a character. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteNoteAsync(Guid characterId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.DeleteCharacterNoteAsync(Company, characterId, noteId, options, cancellationToken);
}
