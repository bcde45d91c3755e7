using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The notes of a character.</content>
public partial class CharactersService
{
    /// <summary>
    /// Lists the notes attached to a character, in no lasting order: an edited note may change its place. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>listCharacterNotes</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterNotes))]
    public virtual Task<Page<Note>> GetNotesPageAsync(
        Guid characterId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.ListCharacterNotesAsync(Company, characterId, limit, offset, options, cancellationToken);

    /// <summary>Reads one note of a character. Needs an acting user.</summary>
    /// <remarks>The operation <c>getCharacterNote</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>The note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> GetNoteAsync(
        Guid characterId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.GetCharacterNoteAsync(Company, characterId, noteId, options, cancellationToken);

    /// <summary>Attaches a note to a character. Title 3 to 50 characters, content at least 3. Needs an acting user.</summary>
    /// <remarks>The operation <c>createCharacterNote</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The new note.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> CreateNoteAsync(
        Guid characterId, NoteCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.CreateCharacterNoteAsync(Company, characterId, request, options, cancellationToken);

    /// <summary>Changes title or content of a character's note; only what you assign is changed. Needs an acting user.</summary>
    /// <remarks>The operation <c>updateCharacterNote</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="noteId">The note.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The note after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Note> UpdateNoteAsync(
        Guid characterId, Guid noteId, NotePatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.UpdateCharacterNoteAsync(Company, characterId, noteId, patch, options, cancellationToken);

    /// <summary>Deletes a note of a character. Needs an acting user.</summary>
    /// <remarks>The operation <c>deleteCharacterNote</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="noteId">The note.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteNoteAsync(
        Guid characterId, Guid noteId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersNotes.DeleteCharacterNoteAsync(Company, characterId, noteId, options, cancellationToken);
}
