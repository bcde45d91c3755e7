namespace Valentina.Testing;

/// <summary>What the audit log says of an operation.</summary>
/// <param name="Summary">The operation in words.</param>
/// <param name="Operation">The kind of change it counts as, which its HTTP method does not always tell.</param>
/// <param name="EntityType">What it changes; null where it names nothing.</param>
internal sealed record AuditedOperation(string Summary, string Operation, string? EntityType);

/// <summary>The operations the audit log notes.</summary>
internal static class AuditedOperations
{
    private const string Create = "CREATE";
    private const string Update = "UPDATE";
    private const string Delete = "DELETE";

    /// <summary>Operations that change something, and that the server does not note.</summary>
    public static readonly IReadOnlySet<string> Unnoted = new HashSet<string> { "createDiceRoll", "createQuickRoll" };

    /// <summary>The others that are no mere reading, by their <c>operationId</c>.</summary>
    public static readonly IReadOnlyDictionary<string, AuditedOperation> All = new Dictionary<string, AuditedOperation>
    {
        // Companies.
        ["createCompany"] = new("Create company", Create, "COMPANY"),
        ["updateCompany"] = new("Update company", Update, "COMPANY"),
        ["deleteCompany"] = new("Delete company", Delete, "COMPANY"),
        ["addDeveloperToCompany"] = new("Grant developer access", Create, "COMPANY"),

        // Developers and their keys.
        ["updateDeveloperMe"] = new("Update current developer", Update, null),
        ["regenerateDeveloperMeApiKey"] = new("Regenerate API key", Create, null),
        ["globalAdminCreateDeveloper"] = new("Create developer", Create, "DEVELOPER"),
        ["globalAdminUpdateDeveloper"] = new("Update developer", Update, "DEVELOPER"),
        ["globalAdminDeleteDeveloper"] = new("Delete developer", Delete, "DEVELOPER"),
        ["globalAdminCreateDeveloperApiKey"] = new("Create API key", Create, "DEVELOPER"),
        ["globalAdminCreateUser"] = new("Create user", Create, null),
        ["globalAdminUpdateUser"] = new("Update user", Update, "USER"),
        ["globalAdminDeleteUser"] = new("Delete user", Delete, "USER"),

        // Users.
        ["createUser"] = new("Create user", Create, "USER"),
        ["updateUser"] = new("Update user", Update, "USER"),
        ["deleteUser"] = new("Delete user", Delete, "USER"),
        ["approveUser"] = new("Approve user", Update, "USER"),
        ["denyUser"] = new("Deny user", Update, "USER"),
        ["mergeUsers"] = new("Merge users", Update, "USER"),
        ["identifyUser"] = new("Identify user", Create, "USER"),
        ["linkUserIdentity"] = new("Link identity", Update, "USER"),
        ["unlinkUserIdentity"] = new("Unlink identity", Update, "USER"),
        ["setUserAvatar"] = new("Set user avatar", Update, "USER"),
        ["deleteUserAvatar"] = new("Remove user avatar", Delete, "USER"),
        ["createUserQuickroll"] = new("Create quick roll", Create, "QUICKROLL"),
        ["updateUserQuickroll"] = new("Update quick roll", Update, "QUICKROLL"),
        ["deleteUserQuickroll"] = new("Delete quick roll", Delete, "QUICKROLL"),
        ["addXp"] = new("Add XP", Update, "EXPERIENCE"),
        ["removeXp"] = new("Remove XP", Update, "EXPERIENCE"),
        ["addCpToCampaignExperience"] = new("Add cool points", Create, "EXPERIENCE"),

        // Campaigns, books, chapters.
        ["createCampaign"] = new("Create campaign", Create, "CAMPAIGN"),
        ["updateCampaign"] = new("Update campaign", Update, "CAMPAIGN"),
        ["deleteCampaign"] = new("Delete campaign", Delete, "CAMPAIGN"),
        ["createCampaignBook"] = new("Create book", Create, "BOOK"),
        ["updateCampaignBook"] = new("Update book", Update, "BOOK"),
        ["deleteCampaignBook"] = new("Delete book", Delete, "BOOK"),
        ["renumberCampaignBook"] = new("Renumber book", Update, "BOOK"),
        ["createCampaignChapter"] = new("Create chapter", Create, "CHAPTER"),
        ["updateCampaignChapter"] = new("Update chapter", Update, "CHAPTER"),
        ["deleteCampaignChapter"] = new("Delete chapter", Delete, "CHAPTER"),
        ["renumberCampaignChapter"] = new("Renumber chapter", Update, "CHAPTER"),

        // Characters.
        ["createCharacter"] = new("Create character", Create, "CHARACTER"),
        ["updateCharacter"] = new("Update character", Update, "CHARACTER"),
        ["deleteCharacter"] = new("Delete character", Delete, "CHARACTER"),
        ["autogenerateCharacter"] = new("Autogenerate character", Create, "CHARACTER"),
        ["startChargenSession"] = new("Start player character generation", Create, "CHARGEN_SESSION"),
        ["finalizeChargenSession"] = new("Finalize character selection", Create, "CHARACTER"),
        ["assignTraitToCharacter"] = new("Assign trait to character", Create, "CHARACTER_TRAIT"),
        ["bulkAssignTraitsToCharacter"] = new("Bulk assign traits to character", Create, "CHARACTER_TRAIT"),
        ["createCustomTrait"] = new("Create custom trait", Create, "CHARACTER_TRAIT"),
        ["modifyTraitValue"] = new("Modify trait value", Update, "CHARACTER_TRAIT"),
        ["deleteCharacterTrait"] = new("Remove trait from character", Delete, "CHARACTER_TRAIT"),
        ["createCharacterInventoryItem"] = new("Create inventory item", Create, "CHARACTER_INVENTORY"),
        ["updateCharacterInventoryItem"] = new("Update inventory item", Update, "CHARACTER_INVENTORY"),
        ["deleteCharacterInventoryItem"] = new("Delete inventory item", Delete, "CHARACTER_INVENTORY"),

        // The dictionary.
        ["createDictionaryTerm"] = new("Create dictionary term", Create, "DICTIONARY_TERM"),
        ["updateDictionaryTerm"] = new("Update dictionary term", Update, "DICTIONARY_TERM"),
        ["deleteDictionaryTerm"] = new("Delete dictionary term", Delete, "DICTIONARY_TERM"),

        // Notes.
        ["createUserNote"] = new("Create user note", Create, "NOTE"),
        ["updateUserNote"] = new("Update user note", Update, "NOTE"),
        ["deleteUserNote"] = new("Delete user note", Delete, "NOTE"),
        ["createCampaignNote"] = new("Create campaign note", Create, "NOTE"),
        ["updateCampaignNote"] = new("Update campaign note", Update, "NOTE"),
        ["deleteCampaignNote"] = new("Delete campaign note", Delete, "NOTE"),
        ["createBookNote"] = new("Create book note", Create, "NOTE"),
        ["updateBookNote"] = new("Update book note", Update, "NOTE"),
        ["deleteBookNote"] = new("Delete book note", Delete, "NOTE"),
        ["createChapterNote"] = new("Create chapter note", Create, "NOTE"),
        ["updateChapterNote"] = new("Update chapter note", Update, "NOTE"),
        ["deleteChapterNote"] = new("Delete chapter note", Delete, "NOTE"),
        ["createCharacterNote"] = new("Create character note", Create, "NOTE"),
        ["updateCharacterNote"] = new("Update character note", Update, "NOTE"),
        ["deleteCharacterNote"] = new("Delete character note", Delete, "NOTE"),

        // Pictures: an upload counts as the making of its parent.
        ["uploadUserAsset"] = new("Upload a user asset", Create, "USER"),
        ["deleteUserAsset"] = new("Delete a user asset", Delete, "ASSET"),
        ["uploadCampaignAsset"] = new("Upload a campaign asset", Create, "CAMPAIGN"),
        ["deleteCampaignAsset"] = new("Delete a campaign asset", Delete, "ASSET"),
        ["uploadBookAsset"] = new("Upload a book asset", Create, "BOOK"),
        ["deleteBookAsset"] = new("Delete a book asset", Delete, "ASSET"),
        ["uploadChapterAsset"] = new("Upload a chapter asset", Create, "CHAPTER"),
        ["deleteChapterAsset"] = new("Delete a chapter asset", Delete, "ASSET"),
        ["uploadCharacterAsset"] = new("Upload a character asset", Create, "CHARACTER"),
        ["deleteCharacterAsset"] = new("Delete a character asset", Delete, "ASSET"),
    };
}
