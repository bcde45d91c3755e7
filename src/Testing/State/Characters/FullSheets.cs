using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The whole sheet of a character: sections, categories, subcategories, traits.</summary>
internal static class FullSheets
{
    public static void Map(HandlerRegistry registry)
    {
        registry.On("getCharacterFullSheet", call => new JsonObject
        {
            ["sections"] = new JsonArray([.. Fitting(registry.World, Kinds.Section, call.Character)
                .OrderBy(section => section.Number("order"))
                .Select(section => Section(registry, call, section))]),
            ["character"] = registry.Views.Write(call.Character, "CharacterResponse"),
        });
        registry.On("getCharacterFullSheetCategory", call => Category(registry, call, call.Parent(Kinds.Category)));
    }

    private static JsonObject Section(HandlerRegistry registry, EndpointContext call, Entity section)
    {
        var view = registry.Views.Write(section, "FullSheetTraitSectionDTO");
        view["categories"] = new JsonArray([.. Fitting(registry.World, Kinds.Category, call.Character)
            .Where(category => category.Links("sheet_section_id", section.Id))
            .OrderBy(category => category.Number("order"))
            .Select(category => Category(registry, call, category))]);
        return view;
    }

    private static JsonObject Category(HandlerRegistry registry, EndpointContext call, Entity category)
    {
        var view = registry.Views.Write(category, "FullSheetTraitCategoryDTO");
        view["subcategories"] = new JsonArray([.. Fitting(registry.World, Kinds.Subcategory, call.Character)
            .Where(subcategory => subcategory.Links("category_id", category.Id))
            .OrderBy(subcategory => subcategory.Text("name"), StringComparer.Ordinal)
            .Select(subcategory => Filled(
                registry, call, registry.Views.Write(subcategory, "FullSheetTraitSubcategoryDTO"),
                trait => trait.Links("subcategory_id", subcategory.Id)))]);
        return Filled(registry, call, view, trait => trait.Links("category_id", category.Id) && trait.Text("subcategory_id") is null);
    }

    private static JsonObject Filled(HandlerRegistry registry, EndpointContext call, JsonObject view, Func<Entity, bool> isHere)
    {
        var world = registry.World;
        var owned = world[Kinds.CharacterTrait]
            .Where("character_id", call.Character.Id)
            .Where(one => isHere(CharacterTraits.TraitOf(world, one)))
            .ToList();
        var taken = owned.Select(one => one.Text("trait_id")).ToHashSet();
        var available = call.QueryFlag("include_available_traits") == true
            ? Fitting(
                world,
                Kinds.Trait,
                call.Character).Where(trait => isHere(trait) && !taken.Contains(trait.Id) && trait.Text("custom_for_character_id") is null)
            : [];
        view["character_traits"] = new JsonArray([.. owned.Select(one => registry.Views.Write(one, "FullSheetCharacterTraitDTO"))]);
        view["available_traits"] = new JsonArray([.. available.Select(trait => registry.Views.Write(trait, "TraitResponse"))]);
        return view;
    }

    /// <summary>The rows of the catalogue that suit a character's class and game.</summary>
    private static IEnumerable<Entity> Fitting(World world, string kind, Entity character)
        => world[kind].Rows.Where(row =>
            row.Texts("character_classes").Contains(character.Text("character_class"), StringComparer.Ordinal)
            && row.Texts("game_versions").Contains(character.Text("game_version"), StringComparer.Ordinal));
}
