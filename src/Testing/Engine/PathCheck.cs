using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>Loads what a path names, level by level, and refuses what is not there or belongs to another parent.</summary>
internal static class PathCheck
{
    private static readonly Dictionary<string, (string Kind, string Name)> Parameters = new(StringComparer.Ordinal)
    {
        ["company_id"] = (Kinds.Company, "Company"),
        ["user_id"] = (Kinds.User, "User"),
        ["campaign_id"] = (Kinds.Campaign, "Campaign"),
        ["book_id"] = (Kinds.Book, "Campaign book"),
        ["chapter_id"] = (Kinds.Chapter, "Campaign chapter"),
        ["character_id"] = (Kinds.Character, "Character"),
        ["character_trait_id"] = (Kinds.CharacterTrait, "Character trait"),
        ["inventory_item_id"] = (Kinds.InventoryItem, "Inventory item"),
        ["note_id"] = (Kinds.Note, "Note"),
        ["asset_id"] = (Kinds.Asset, "Asset"),
        ["quickroll_id"] = (Kinds.QuickRoll, "Quick roll"),
        ["diceroll_id"] = (Kinds.DiceRoll, "Dice roll"),
        ["dictionary_term_id"] = (Kinds.Term, "Dictionary term"),
        ["developer_id"] = (Kinds.Developer, "Developer"),
        ["section_id"] = (Kinds.Section, "Character sheet section"),
        ["category_id"] = (Kinds.Category, "Trait category"),
        ["subcategory_id"] = (Kinds.Subcategory, "Trait subcategory"),
        ["trait_id"] = (Kinds.Trait, "Trait"),
        ["concept_id"] = (Kinds.Concept, "Character concept"),
        ["vampire_clan_id"] = (Kinds.Clan, "Vampire clan"),
        ["werewolf_tribe_id"] = (Kinds.Tribe, "Werewolf tribe"),
        ["werewolf_auspice_id"] = (Kinds.Auspice, "Werewolf auspice"),
    };

    /// <summary>What belongs to the level above it in a path.</summary>
    private static readonly HashSet<string> Hanging = new(StringComparer.Ordinal)
    {
        Kinds.User, Kinds.Campaign, Kinds.Book, Kinds.Chapter, Kinds.Character, Kinds.CharacterTrait, Kinds.InventoryItem, Kinds.Note,
        Kinds.Asset, Kinds.QuickRoll, Kinds.DiceRoll,
    };

    /// <summary>Whether the server takes any text for a path parameter of an operation: it never looks at it.</summary>
    public static bool IsIgnored(ContractOperation operation, string parameter)
    {
        var isBlueprint = operation.Segments.Contains("characterblueprint", StringComparer.Ordinal) || operation.Id == "getCompanyOptions";
        var isAssetDeletion = operation.Method == "DELETE" && operation.Segments[^1] == "{asset_id}";
        return (isBlueprint && parameter == "company_id")
               || (isAssetDeletion && parameter != "asset_id" && !(parameter == "character_id" || parameter == "company_id"))
               || (operation.Id == "getUserQuickroll" && parameter != "quickroll_id");
    }

    public static void Pass(EndpointContext call)
    {
        Entity? above = null;
        foreach (var segment in call.Operation.Segments)
        {
            if (segment is not ['{', .. var name, '}']
                || !Parameters.TryGetValue(name, out var parameter)
                || IsIgnored(call.Operation, name))
            {
                continue;
            }

            var entity = Find(call, parameter.Kind, call.Path(name));
            if (entity is null || !Belongs(entity, above))
            {
                throw ProblemException.NotFound(
                    parameter.Kind == Kinds.DiceRoll ? $"Dice roll {call.Path(name)}"
                        : parameter.Kind == Kinds.Character && call.Operation.OnBehalfOf == "required" ? $"Character '{call.Path(name)}'"
                        : parameter.Kind == Kinds.User && call.Operation.Segments.Contains("avatar", StringComparer.Ordinal)
                        ? $"User '{call.Path(name)}'"
                        : parameter.Name);
            }

            call.SetParent(entity);
            above = entity;
        }
    }

    private static Entity? Find(EndpointContext call, string kind, string id)
        => call.Operation.Id is "globalAdminGetUser" or "globalAdminUpdateUser" or "globalAdminDeleteUser"
            ? call.World[kind].FindAny(id)
            : call.World[kind].Find(id);

    private static bool Belongs(Entity entity, Entity? above)
    {
        if (above is null)
        {
            return true;
        }

        // Things hang on the level above by their own link, a campaign below a user only on the same company; the catalogue hangs on
        // nothing.
        return (entity.Kind, above.Kind) switch
        {
            (Kinds.Asset, Kinds.User) => entity.Links("user_parent_id", above.Id),
            (Kinds.Campaign, Kinds.User) => entity.Links("company_id", above.Text("company_id")),
            (Kinds.Term, _) => entity.Text("company_id") is not { } owner || owner == above.Id,
            _ => !Hanging.Contains(entity.Kind) || entity.Links(above.Kind + "_id", above.Id),
        };
    }
}
