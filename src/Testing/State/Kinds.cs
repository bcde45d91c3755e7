namespace Valentina.Testing;

/// <summary>The kinds of things the server stores.</summary>
internal static class Kinds
{
    public const string Asset = "asset";
    public const string Audit = "audit";
    public const string Auspice = "auspice";
    public const string Book = "book";
    public const string Campaign = "campaign";
    public const string Category = "category";
    public const string Chapter = "chapter";
    public const string Character = "character";
    public const string CharacterTrait = "character_trait";
    public const string Clan = "clan";
    public const string Company = "company";
    public const string Concept = "concept";
    public const string Developer = "developer";
    public const string DiceRoll = "dice_roll";
    public const string Experience = "experience";
    public const string InventoryItem = "inventory_item";
    public const string Note = "note";
    public const string QuickRoll = "quick_roll";
    public const string Section = "section";
    public const string Session = "chargen_session";
    public const string Subcategory = "subcategory";
    public const string Term = "dictionary_term";
    public const string Trait = "trait";
    public const string Tribe = "tribe";
    public const string User = "user";

    /// <summary>What goes when its parent goes: child, link.</summary>
    public static readonly IReadOnlyDictionary<string, (string Child, string Link)[]> Children = new Dictionary<string, (string, string)[]>
    {
        [Company] = [
            (Campaign, "company_id"), (Character, "company_id"), (User, "company_id"), (Note, "company_id"), (Asset, "company_id"),
            (Term, "company_id"), (DiceRoll, "company_id"), (Audit, "company_id")
        ],
        [User] = [(QuickRoll, "user_id"), (Note, "user_id"), (Asset, "user_parent_id"), (Experience, "user_id"), (Session, "user_id")],
        [Campaign] = [
            (Book, "campaign_id"), (Character, "campaign_id"), (Note, "campaign_id"), (Asset, "campaign_id"), (Experience, "campaign_id"),
            (Session, "campaign_id")
        ],
        [Book] = [(Chapter, "book_id"), (Note, "book_id"), (Asset, "book_id")],
        [Chapter] = [(Note, "chapter_id"), (Asset, "chapter_id")],
        [Character] = [
            (CharacterTrait, "character_id"), (InventoryItem, "character_id"), (Note, "character_id"), (Asset, "character_id"),
            (Trait, "custom_for_character_id")
        ],
    };
}
