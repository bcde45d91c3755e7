using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>What is worked out of a character and of its traits.</summary>
internal static class CharacterViews
{
    public static void Map(HandlerRegistry registry)
    {
        var views = registry.Views;
        views.Count(Kinds.Character, "num_inventory_items", Kinds.InventoryItem, "character_id");
        views.Count(Kinds.Character, "num_notes", Kinds.Note, "character_id");
        views.Count(Kinds.Character, "num_assets", Kinds.Asset, "character_id");
        views.Compute(Kinds.Character, "name", (_, character) => $"{character.Text("name_first")} {character.Text("name_last")}");
        views.Compute(Kinds.Character, "name_full", (_, character) => character.Text("name_nick") is { } nick
            ? $"{character.Text("name_first")} '{nick}' {character.Text("name_last")}"
            : $"{character.Text("name_first")} {character.Text("name_last")}");
        views.Compute(
            Kinds.Character, "concept_name", (world, character) => world[Kinds.Concept].Find(character.Text("concept_id"))?.Text("name"));
        views.Compute(Kinds.Character, "chapter_ids", (world, character) => new JsonArray([.. world[Kinds.Chapter].Rows
            .Where(chapter => chapter.Texts("character_ids").Contains(character.Id, StringComparer.Ordinal))
            .Select(chapter => JsonValue.Create(chapter.Id))]));
        views.Compute(Kinds.CharacterTrait, "trait", (world, owned) => views.Write(CharacterTraits.TraitOf(world, owned), "TraitResponse"));
        foreach (var date in new[] { "date_created", "date_modified" })
        {
            views.Compute(Kinds.CharacterTrait, date, (_, owned) => owned.Text(date)!.Replace("Z", "+00:00", StringComparison.Ordinal));
        }
    }
}
