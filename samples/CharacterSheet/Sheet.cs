using Valentina;
using Valentina.Models;

namespace CharacterSheet;

/// <summary>All that stands on the sheet.</summary>
/// <param name="Character">The character.</param>
/// <param name="Sections">Its traits, in the order of the rules.</param>
/// <param name="Campaign">The campaign it belongs to.</param>
/// <param name="Player">Who plays it; null where nobody does.</param>
/// <param name="Inventory">What it carries.</param>
/// <param name="Notes">What was written down about it.</param>
internal sealed record Sheet(
    Character Character,
    IReadOnlyList<FullSheetTraitSection> Sections,
    Campaign Campaign,
    UserDetail? Player,
    IReadOnlyList<InventoryItem> Inventory,
    IReadOnlyList<Note> Notes)
{
    /// <summary>Reads it, as much as possible at the same time.</summary>
    /// <exception cref="NotFoundException">The character is not there, or not for this user to see.</exception>
    public static async Task<Sheet> LoadAsync(CompanyScope company, Guid characterId, CancellationToken cancellationToken)
    {
        var sheet = company.Characters.GetFullSheetAsync(characterId, cancellationToken: cancellationToken);
        var inventory = company.Characters.ListAllInventoryAsync(characterId, paging: cancellationToken);
        var notes = company.Characters.ListAllNotesAsync(characterId, paging: cancellationToken);
        await Task.WhenAll(sheet, inventory, notes);
        var full = await sheet;
        var campaign = await company.Campaigns.GetAsync(full.Character.CampaignId, cancellationToken);
        var player = full.Character.UserPlayerId is { } id ? await company.Users.GetAsync(id, cancellationToken) : null;
        return new Sheet(full.Character, full.Sections, campaign, player, await inventory, await notes);
    }
}
