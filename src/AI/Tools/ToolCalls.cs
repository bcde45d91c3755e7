using System.Collections.Frozen;
using Valentina.Models;

namespace Valentina.AI.Tools;

/// <summary>
/// Which call of the facade stands behind which operation. Left out are files, which no model can look at, and what belongs to those who
/// administer.
/// </summary>
internal static class ToolCalls
{
    private const string Campaign = "campaign_id";
    private const string Book = "book_id";
    private const string Chapter = "chapter_id";
    private const string Character = "character_id";
    private const string User = "user_id";
    private const string Note = "note_id";
    private const string Category = "category_id";
    private const string Version = "game_version";
    private const string Class = "character_class";
    private const string Include = "include";
    private const string Top = "num_top_traits";
    private const string Available = "include_available_traits";

    public static FrozenDictionary<string, ToolCall> All { get; } = Campaigns()
        .Concat(Characters()).Concat(Blueprint()).Concat(Rules()).Concat(People()).Concat(Dice())
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static Dictionary<string, ToolCall> Campaigns() => new()
    {
        ["listCampaigns"] = Of((s, a, t) => s.Campaigns.GetPageAsync(a.Limit, a.Offset, null, t)),
        ["getCampaign"] = Of((s, a, t) => s.Campaigns.GetAsync(a.Id(Campaign), null, t)),
        ["getCampaignStatistics"] = Of((s, a, t) => s.Campaigns.GetStatisticsAsync(a.Id(Campaign), a.Number(Top), null, t)),
        ["listCampaignNotes"] = Of((s, a, t) => s.Campaigns.GetNotesPageAsync(a.Id(Campaign), a.Limit, a.Offset, null, t)),
        ["getCampaignNote"] = Of((s, a, t) => s.Campaigns.GetNoteAsync(a.Id(Campaign), a.Id(Note), null, t)),
        ["listCampaignBooks"] = Of((s, a, t) => s.Campaign(a.Id(Campaign)).Books.GetPageAsync(a.Limit, a.Offset, null, t)),
        ["getCampaignBook"] = Of((s, a, t) => s.Campaign(a.Id(Campaign)).Books
            .GetAsync(a.Id(Book), a.Values<BookInclude>(Include), null, t)),
        ["listBookNotes"] = Of((s, a, t) => s.Campaign(a.Id(Campaign)).Books.GetNotesPageAsync(a.Id(Book), a.Limit, a.Offset, null, t)),
        ["getBookNote"] = Of((s, a, t) => s.Campaign(a.Id(Campaign)).Books.GetNoteAsync(a.Id(Book), a.Id(Note), null, t)),
        ["listCampaignChapters"] = Of((s, a, t) => In(s, a).Chapters.GetPageAsync(a.Limit, a.Offset, null, t)),
        ["getCampaignChapter"] = Of((s, a, t) => In(s, a).Chapters.GetAsync(a.Id(Chapter), a.Values<ChapterInclude>(Include), null, t)),
        ["listChapterNotes"] = Of((s, a, t) => In(s, a).Chapters.GetNotesPageAsync(a.Id(Chapter), a.Limit, a.Offset, null, t)),
        ["getChapterNote"] = Of((s, a, t) => In(s, a).Chapters.GetNoteAsync(a.Id(Chapter), a.Id(Note), null, t)),
    };

    private static Dictionary<string, ToolCall> Characters() => new()
    {
        ["listCharacters"] = Of((s, a, t) => s.Characters.GetPageAsync(
            new CharacterFilter
            {
                CampaignId = a.OptionalId(Campaign),
                UserPlayerId = a.OptionalId("user_player_id"),
                UserCreatorId = a.OptionalId("user_creator_id"),
                CharacterClass = a.Value<CharacterClass>(Class),
                CharacterType = a.Value<CharacterType>("character_type"),
                Status = a.Value<CharacterStatus>("status"),
                IsTemporary = a.Flag("is_temporary"),
            },
            a.Limit,
            a.Offset,
            null,
            t)),
        ["getCharacter"] = Of((s, a, t) => s.Characters.GetAsync(a.Id(Character), a.Values<CharacterInclude>(Include), null, t)),
        ["getCharacterFullSheet"] = Of((s, a, t) => s.Characters
            .GetFullSheetAsync(a.Id(Character), a.Flag(Available) ?? false, null, t)),
        ["getCharacterFullSheetCategory"] = Of((s, a, t) => s.Characters
            .GetFullSheetCategoryAsync(a.Id(Character), a.Id(Category), a.Flag(Available) ?? false, null, t)),
        ["getCharacterStatistics"] = Of((s, a, t) => s.Characters.GetStatisticsAsync(a.Id(Character), a.Number(Top), null, t)),
        ["listCharacterInventoryItems"] = Of((s, a, t) => s.Characters.GetInventoryPageAsync(a.Id(Character), a.Limit, a.Offset, null, t)),
        ["getCharacterInventoryItem"] = Of((s, a, t) => s.Characters
            .GetInventoryItemAsync(a.Id(Character), a.Id("inventory_item_id"), null, t)),
        ["listCharacterNotes"] = Of((s, a, t) => s.Characters.GetNotesPageAsync(a.Id(Character), a.Limit, a.Offset, null, t)),
        ["getCharacterNote"] = Of((s, a, t) => s.Characters.GetNoteAsync(a.Id(Character), a.Id(Note), null, t)),
        ["listCharacterTraits"] = Of((s, a, t) => s.Character(a.Id(Character)).Traits
            .GetPageAsync(a.OptionalId(Category), a.Flag("is_rollable"), a.Limit, a.Offset, null, t)),
        ["getCharacterTrait"] = Of((s, a, t) => s.Character(a.Id(Character)).Traits.GetAsync(a.Id("character_trait_id"), null, t)),
        ["getTraitValueOptions"] = Of((s, a, t) => s.Character(a.Id(Character)).Traits
            .GetValueOptionsAsync(a.Id("character_trait_id"), null, t)),
        ["listChargenSessions"] = Of((s, a, t) => s.CharacterAutogen.ListSessionsAsync(null, t)),
        ["getChargenSession"] = Of((s, a, t) => s.CharacterAutogen.GetSessionAsync(a.Id("session_id"), null, t)),
    };

    private static Dictionary<string, ToolCall> Blueprint() => new()
    {
        ["listCharacterBlueprintSections"] = Of((s, a, t) => s.CharacterBlueprint
            .GetSectionsPageAsync(a.Value<GameVersion>(Version), a.Value<CharacterClass>(Class), a.Limit, a.Offset, null, t)),
        ["getCharacterBlueprintSection"] = Of((s, a, t) => s.CharacterBlueprint.GetSectionAsync(a.Id("section_id"), null, t)),
        ["listCharacterBlueprintCategories"] = Of((s, a, t) => s.CharacterBlueprint.GetCategoriesPageAsync(
            new TraitCategoryFilter
            {
                GameVersion = a.Value<GameVersion>(Version),
                SectionId = a.OptionalId("section_id"),
                CharacterClass = a.Value<CharacterClass>(Class),
            },
            a.Limit,
            a.Offset,
            null,
            t)),
        ["getCharacterBlueprintCategory"] = Of((s, a, t) => s.CharacterBlueprint.GetCategoryAsync(a.Id(Category), null, t)),
        ["listCharacterBlueprintSubcategories"] = Of((s, a, t) => s.CharacterBlueprint.GetSubcategoriesPageAsync(
            new TraitSubcategoryFilter
            {
                GameVersion = a.Value<GameVersion>(Version),
                CategoryId = a.OptionalId(Category),
                CharacterClass = a.Value<CharacterClass>(Class),
            },
            a.Limit,
            a.Offset,
            null,
            t)),
        ["getCharacterBlueprintSubcategory"] = Of((s, a, t) => s.CharacterBlueprint.GetSubcategoryAsync(a.Id("subcategory_id"), null, t)),
        ["listAllCharacterBlueprintTraits"] = Of((s, a, t) => s.CharacterBlueprint.GetTraitsPageAsync(
            new TraitFilter
            {
                GameVersion = a.Value<GameVersion>(Version),
                CharacterClass = a.Value<CharacterClass>(Class),
                CategoryId = a.OptionalId(Category),
                SubcategoryId = a.OptionalId("subcategory_id"),
                ExcludeSubcategoryTraits = a.Flag("exclude_subcategory_traits"),
                IsRollable = a.Flag("is_rollable"),
                OrderBy = a.Value<BlueprintTraitOrderBy>("order_by"),
            },
            a.Limit,
            a.Offset,
            null,
            t)),
        ["getCharacterBlueprintTrait"] = Of((s, a, t) => s.CharacterBlueprint.GetTraitAsync(a.Id("trait_id"), null, t)),
        ["listCharacterBlueprintConcepts"] = Of((s, a, t) => s.CharacterBlueprint.GetConceptsPageAsync(a.Limit, a.Offset, null, t)),
        ["getCharacterBlueprintConcept"] = Of((s, a, t) => s.CharacterBlueprint.GetConceptAsync(a.Id("concept_id"), null, t)),
        ["listCharacterBlueprintVampireClans"] = Of((s, a, t) => s.CharacterBlueprint
            .GetVampireClansPageAsync(a.Value<GameVersion>(Version), a.Limit, a.Offset, null, t)),
        ["getCharacterBlueprintVampireClan"] = Of((s, a, t) => s.CharacterBlueprint.GetVampireClanAsync(a.Id("vampire_clan_id"), null, t)),
        ["listCharacterBlueprintWerewolfTribes"] = Of((s, a, t) => s.CharacterBlueprint
            .GetWerewolfTribesPageAsync(a.Value<GameVersion>(Version), a.Limit, a.Offset, null, t)),
        ["getCharacterBlueprintWerewolfTribe"] = Of((s, a, t) => s.CharacterBlueprint
            .GetWerewolfTribeAsync(a.Id("werewolf_tribe_id"), null, t)),
        ["listCharacterBlueprintWerewolfAuspices"] = Of((s, a, t) => s.CharacterBlueprint
            .GetWerewolfAuspicesPageAsync(a.Value<GameVersion>(Version), a.Limit, a.Offset, null, t)),
        ["getCharacterBlueprintWerewolfAuspice"] = Of((s, a, t) => s.CharacterBlueprint
            .GetWerewolfAuspiceAsync(a.Id("werewolf_auspice_id"), null, t)),
    };

    private static Dictionary<string, ToolCall> Rules() => new()
    {
        ["listDictionaryTerms"] = Of((s, a, t) => s.Dictionary.GetPageAsync(a.Text("term"), a.Limit, a.Offset, null, t)),
        ["getDictionaryTerm"] = Of((s, a, t) => s.Dictionary.GetAsync(a.Id("dictionary_term_id"), null, t)),
        ["getCompanyOptions"] = Of((s, a, t) => s.Options.GetAsync(null, t)),
    };

    private static Dictionary<string, ToolCall> People() => new()
    {
        ["listUsers"] = Of((s, a, t) => s.Users
            .GetPageAsync(a.Value<UserRole>("user_role"), a.Text("email"), a.Limit, a.Offset, null, t)),
        ["getUser"] = Of((s, a, t) => s.Users.GetAsync(a.Id(User), a.Values<UserInclude>(Include), null, t)),
        ["getUserStatistics"] = Of((s, a, t) => s.Users.GetStatisticsAsync(a.Id(User), a.Number(Top), null, t)),
        ["getCampaignExperience"] = Of((s, a, t) => s.Users.GetExperienceAsync(a.Id(User), a.Id(Campaign), null, t)),
        ["listUserNotes"] = Of((s, a, t) => s.Users.GetNotesPageAsync(a.Id(User), a.Limit, a.Offset, null, t)),
        ["getUserNote"] = Of((s, a, t) => s.Users.GetNoteAsync(a.Id(User), a.Id(Note), null, t)),
        ["listUserQuickrolls"] = Of((s, a, t) => s.Users.GetQuickRollsPageAsync(a.Id(User), a.Limit, a.Offset, null, t)),
        ["getUserQuickroll"] = Of((s, a, t) => s.Users.GetQuickRollAsync(a.Id(User), a.Id("quickroll_id"), null, t)),
    };

    private static Dictionary<string, ToolCall> Dice() => new()
    {
        ["listDiceRolls"] = Of((s, a, t) => s.DiceRolls.GetPageAsync(
            new DiceRollFilter
            {
                UserId = a.OptionalId("userid"),
                CharacterId = a.OptionalId("characterid"),
                CampaignId = a.OptionalId("campaignid"),
                CharacterType = a.Value<CharacterType>("character_type"),
            },
            a.Limit,
            a.Offset,
            null,
            t)),
        ["getDiceRoll"] = Of((s, a, t) => s.DiceRolls.GetAsync(a.Id("diceroll_id"), null, t)),
        ["createDiceRoll"] = Of((s, a, t) => s.DiceRolls.CreateAsync(a.Body<DiceRollCreate>(), null, t)),
        ["createQuickRoll"] = Of((s, a, t) => s.DiceRolls.CreateFromQuickRollAsync(a.Body<QuickRollRequest>(), null, t)),
    };

    private static BookScope In(CompanyScope scope, ToolArguments arguments)
        => scope.Campaign(arguments.Id(Campaign)).Book(arguments.Id(Book));

    private static ToolCall Of<T>(Func<CompanyScope, ToolArguments, CancellationToken, Task<T>> call)
    {
        var type = ToolJson.Of<T>();
        return async (scope, arguments, token) => ToolJson.Answer(await call(scope, arguments, token).ConfigureAwait(false), type);
    }
}
