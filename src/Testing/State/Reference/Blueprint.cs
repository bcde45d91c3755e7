namespace Valentina.Testing;

/// <summary>The catalogue that characters are made from: read only, the same for every company.</summary>
internal static class Blueprint
{
    public static void Map(HandlerRegistry registry)
    {
        MapNames(registry);
        Reference(registry, "Section", "Sections", Kinds.Section, "CharSheetSectionResponse", ByOrder);
        Reference(registry, "Category", "Categories", Kinds.Category, "TraitCategoryResponse", ByOrder, ("section_id", "sheet_section_id"));
        Reference(
            registry, "Subcategory", "Subcategories", Kinds.Subcategory, "TraitSubcategoryResponse", ByName,
            ("category_id", "category_id"));
        Reference(registry, "Concept", "Concepts", Kinds.Concept, "CharacterConceptResponse", ByName);
        Reference(registry, "VampireClan", "VampireClans", Kinds.Clan, "VampireClanResponse", ByName);
        Reference(registry, "WerewolfTribe", "WerewolfTribes", Kinds.Tribe, "WerewolfTribeResponse", ByName);
        Reference(registry, "WerewolfAuspice", "WerewolfAuspices", Kinds.Auspice, "WerewolfAuspiceResponse", ByName);

        var traits = new Resource
        {
            Kind = Kinds.Trait,
            Schema = "TraitResponse",
            Rows = call => Sorted(registry.World, call, registry.World[Kinds.Trait].Rows
                .Where(trait => trait.Text("custom_for_character_id") is null && Fits(call, trait))
                .Where(trait => call.QueryId("category_id") is not { } category || trait.Links("category_id", category))
                .Where(trait => call.QueryId("subcategory_id") is not { } subcategory || trait.Links("subcategory_id", subcategory))
                .Where(trait => call.QueryFlag("exclude_subcategory_traits") != true || trait.Text("subcategory_id") is null)
                .Where(trait => call.QueryFlag("is_rollable") is not { } rollable || trait.Flag("is_rollable") == rollable)),
        };
        registry.List("listAllCharacterBlueprintTraits", traits);
        registry.Get("getCharacterBlueprintTrait", traits);
    }

    private static void Reference(
        HandlerRegistry registry, string one, string many, string kind, string schema, Func<IEnumerable<Entity>, IEnumerable<Entity>> sort,
        params (string Query, string Link)[] filters)
    {
        var resource = new Resource
        {
            Kind = kind,
            Schema = schema,
            Rows = call => sort(registry.World[kind].Rows
                .Where(row => Fits(call, row))
                .Where(row => Array.TrueForAll(filters, filter => call.QueryId(filter.Query) is not { } id || row.Links(filter.Link, id)))),
        };
        registry.List("listCharacterBlueprint" + many, resource);
        registry.Get("getCharacterBlueprint" + one, resource);
    }

    private static bool Fits(EndpointContext call, Entity row)
        => (call.Query("game_version") is not { } version || row.Texts("game_versions").Contains(version, StringComparer.Ordinal))
           && (call.Query("character_class") is not { } @class || row.Texts("character_classes").Contains(@class, StringComparer.Ordinal));

    private static IEnumerable<Entity> ByName(IEnumerable<Entity> rows) => rows.OrderBy(row => row.Text("name"), StringComparer.Ordinal);

    private static IEnumerable<Entity> ByOrder(IEnumerable<Entity> rows)
        => rows.OrderBy(row => row.Number("order")).ThenBy(row => row.Text("name"), StringComparer.Ordinal);

    private static IEnumerable<Entity> Sorted(World world, EndpointContext call, IEnumerable<Entity> traits)
        => call.Query("order_by") == "SHEET"
            ? traits
                .OrderBy(trait => world[Kinds.Section].Find(trait.Text("sheet_section_id"))?.Number("order"))
                .ThenBy(trait => world[Kinds.Category].Find(trait.Text("category_id"))?.Number("order"))
                .ThenBy(trait => trait.Text("name"), StringComparer.Ordinal)
            : ByName(traits);

    /// <summary>The names of what a row links to.</summary>
    private static void MapNames(HandlerRegistry registry)
    {
        foreach (var (link, name, target) in new[]
        {
            ("sheet_section_id", "sheet_section_name", Kinds.Section), ("category_id", "category_name", Kinds.Category),
            ("subcategory_id", "subcategory_name", Kinds.Subcategory)
        })
        {
            foreach (var kind in new[] { Kinds.Category, Kinds.Subcategory, Kinds.Trait })
            {
                registry.Views.Compute(kind, name, (world, row) => world[target].Find(row.Text(link))?.Text("name"));
            }
        }
    }
}
