using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>What a character carries or owns.</content>
public partial class CharactersService
{
    /// <summary>Lists what a character carries or owns. Needs an acting user.</summary>
    /// <remarks>The operation <c>listCharacterInventoryItems</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCharacterInventoryItems))]
    public virtual Task<Page<InventoryItem>> GetInventoryPageAsync(
        Guid characterId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.ListCharacterInventoryItemsAsync(Company, characterId, limit, offset, options, cancellationToken);

    /// <summary>Reads one item of a character's inventory. Needs an acting user.</summary>
    /// <remarks>The operation <c>getCharacterInventoryItem</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="inventoryItemId">The item of the inventory.</param>
    /// <returns>The item.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<InventoryItem> GetInventoryItemAsync(
        Guid characterId, Guid inventoryItemId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.GetCharacterInventoryItemAsync(Company, characterId, inventoryItemId, options, cancellationToken);

    /// <summary>
    /// Puts an item into a character's inventory. Players may do this only for their own characters. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createCharacterInventoryItem</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The new item.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<InventoryItem> CreateInventoryItemAsync(
        Guid characterId, InventoryItemCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.CreateCharacterInventoryItemAsync(Company, characterId, request, options, cancellationToken);

    /// <summary>
    /// Changes name, description or type of an item; only what you assign is changed, and null clears the description. Needs an acting
    /// user.
    /// </summary>
    /// <remarks>The operation <c>updateCharacterInventoryItem</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="inventoryItemId">The item of the inventory.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The item after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<InventoryItem> UpdateInventoryItemAsync(
        Guid characterId,
        Guid inventoryItemId,
        InventoryItemPatch patch,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.UpdateCharacterInventoryItemAsync(
            Company, characterId, inventoryItemId, patch, options, cancellationToken);

    /// <summary>Takes an item out of a character's inventory for good. Needs an acting user.</summary>
    /// <remarks>The operation <c>deleteCharacterInventoryItem</c>.</remarks>
    /// <param name="characterId">The character.</param>
    /// <param name="inventoryItemId">The item of the inventory.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteInventoryItemAsync(
        Guid characterId, Guid inventoryItemId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersInventory.DeleteCharacterInventoryItemAsync(Company, characterId, inventoryItemId, options, cancellationToken);
}
