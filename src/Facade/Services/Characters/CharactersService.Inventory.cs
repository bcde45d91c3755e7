using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>What a character carries or owns.</content>
public partial class CharactersService
{
    /// <summary>Lists what a character carries or owns. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<InventoryItem>> GetInventoryPageAsync(Guid characterId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.ListCharacterInventoryItemsAsync(Company, characterId, limit, offset, options, cancellationToken);

    /// <summary>The whole list that <see cref="GetInventoryPageAsync"/> gives page by page.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<InventoryItem>> ListAllInventoryAsync(Guid characterId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllInventoryAsync(characterId, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetInventoryPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<InventoryItem> EnumerateAllInventoryAsync(Guid characterId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetInventoryPageAsync(characterId, limit, offset, options, token),
            ValentinaOperations.ListCharacterInventoryItems.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one item of a character's inventory. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="inventoryItemId">The item of the inventory.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<InventoryItem> GetInventoryItemAsync(Guid characterId, Guid inventoryItemId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.GetCharacterInventoryItemAsync(Company, characterId, inventoryItemId, options, cancellationToken);

    /// <summary>Puts an item into a character's inventory. Players may do this only for their own characters. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new item.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<InventoryItem> CreateInventoryItemAsync(Guid characterId, InventoryItemCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.CreateCharacterInventoryItemAsync(Company, characterId, request, options, cancellationToken);

    /// <summary>Changes name, description or type of an item; only what you assign is changed, and null clears the description. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="inventoryItemId">The item of the inventory.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The item after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<InventoryItem> UpdateInventoryItemAsync(Guid characterId, Guid inventoryItemId, InventoryItemPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.UpdateCharacterInventoryItemAsync(Company, characterId, inventoryItemId, patch, options, cancellationToken);

    /// <summary>Takes an item out of a character's inventory for good. Needs an acting user.</summary>
    /// <param name="characterId">The character.</param>
    /// <param name="inventoryItemId">The item of the inventory.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteInventoryItemAsync(Guid characterId, Guid inventoryItemId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.DeleteCharacterInventoryItemAsync(Company, characterId, inventoryItemId, options, cancellationToken);
}
