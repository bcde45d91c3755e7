using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>
/// A small catalogue of our own invention: enough to make characters of every class, with gifts, powers and subcategories.
/// </summary>
internal static class Catalogue
{
    private static readonly string[] Everyone = ["VAMPIRE", "WEREWOLF", "MAGE", "HUNTER", "GHOUL", "MORTAL"];
    private static readonly string[] BothGames = ["V4", "V5"];

    public static void Seed(HandlerRegistry registry)
    {
        if (registry.Options.Catalogue is { } given)
        {
            given(registry.World);
            return;
        }

        var world = registry.World;
        Mortals(world);
        var powers = Section(world, "Powers", 3, "What no mortal can do.");
        Blood(world, powers);
        Wild(world, powers);
        Callings(world, powers);
        Concepts(world);
        Terms(world);
    }

    private static void Mortals(World world)
    {
        var born = Section(world, "Attributes", 1, "What a character is born with.");
        var body = Category(world, born, "Physical", 1, 5, 5);
        var manner = Category(world, born, "Social", 2, 5, 5);
        var mind = Category(world, born, "Mental", 3, 5, 5);
        foreach (var (category, name, text) in new[]
        {
            (body, "Might", "Lifting, breaking, holding on."), (body, "Grace", "Balance, aim, quick hands."),
            (body, "Endurance", "Pain, thirst, long nights."),
            (manner, "Presence", "Being noticed."), (manner, "Guile", "Not being noticed."), (manner, "Poise", "Keeping one's face."),
            (mind, "Wit", "The right answer at once."), (mind, "Insight", "The right answer at last."),
            (mind, "Resolve", "Sticking to it."),
        })
        {
            Trait(world, category, name, text, 1, 5, rollable: true);
        }

        var learnt = Section(world, "Abilities", 2, "What a character has learnt.");
        var talents = Category(world, learnt, "Talents", 1, 3, 2);
        var crafts = Category(world, learnt, "Crafts", 2, 3, 2);
        foreach (var (category, name) in new[]
        {
            (talents, "Brawling"), (talents, "Climbing"), (talents, "Streetwise"), (crafts, "Lockpicking"), (crafts, "Medicine"),
            (crafts, "Night Driving")
        })
        {
            Trait(world, category, name, null, 0, 5, rollable: true);
        }
    }

    private static void Blood(World world, Entity powers)
    {
        var arts = Category(world, powers, "Blood Arts", 1, 10, 7, ["VAMPIRE", "GHOUL"]);
        var veil = Trait(
            world, arts, "Veil", "Walking unseen.", 0, 5, rollable: true, levels: ["A shadow among shadows.", "A face nobody remembers."]);
        var pulse = Trait(world, arts, "Pulse", "Hearing what hearts say.", 0, 5, rollable: true);
        foreach (var (name, games) in new[] { ("Ashborn", BothGames), ("Lanternkeepers", BothGames), ("Hollow Choir", ["V5"]) })
        {
            world.Add(Kinds.Clan, new JsonObject
            {
                ["name"] = name,
                ["description"] = $"The {name} keep to themselves.",
                ["game_versions"] = Texts(games),
                ["discipline_ids"] = Texts([veil.Id, pulse.Id]),
                ["bane"] = Named("Pale Flame", "Candles burn low when they enter."),
                ["compulsion"] = Named("Counting", "They must count what is spilled."),
            });
        }
    }

    private static void Wild(World world, Entity powers)
    {
        var gifts = Category(world, powers, "Gifts", 2, 7, 3, ["WEREWOLF"]);
        Born(world, Kinds.Auspice, "Moonless", "Born under no moon.");
        var fullMoon = Born(world, Kinds.Auspice, "Full Moon", "Born under the whole moon.");
        foreach (var (name, renown) in new[] { ("River Walkers", "GLORY"), ("Stone Mothers", "HONOR"), ("Last Songs", "WISDOM") })
        {
            var tribe = Born(world, Kinds.Tribe, name, $"The {name} remember.");
            tribe["renown"] = renown;
            tribe["patron_spirit"] = "Heron";
            tribe["favor"] = "Clear water.";
            tribe["ban"] = "Never foul a spring.";
            var gift = Trait(world, gifts, $"Gift of the {name}", null, 1, 1, rollable: false, multiplier: 2);
            gift["gift_attributes"] = new JsonObject
            {
                ["renown"] = renown, ["cost"] = "1 Willpower", ["duration"] = "One scene", ["minimum_renown"] = 2,
                ["is_native_gift"] = true,
                ["tribe_id"] = tribe.Id, ["tribe_name"] = name, ["auspice_id"] = null, ["auspice_name"] = null,
            };
            tribe["gift_trait_ids"] = Texts([gift.Id]);
            fullMoon["gift_trait_ids"] = Texts([.. fullMoon.Texts("gift_trait_ids"), gift.Id]);
        }
    }

    private static void Callings(World world, Entity powers)
    {
        var edges = Category(world, powers, "Edges", 3, 4, 4, ["HUNTER"]);
        var tools = world.Add(Kinds.Subcategory, new JsonObject
        {
            ["name"] = "Tools",
            ["description"] = "What a hunter carries.",
            ["character_classes"] = Texts(["HUNTER"]),
            ["game_versions"] = Texts(BothGames),
            ["show_when_empty"] = false,
            ["initial_cost"] = 4,
            ["upgrade_cost"] = 4,
            ["requires_parent"] = false,
            ["hunter_edge_type"] = "ASSETS",
            ["category_id"] = edges.Id,
            ["sheet_section_id"] = powers.Id,
        });
        Trait(world, edges, "Arsenal", "More than the law allows.", 0, 3, rollable: false)["subcategory_id"] = tools.Id;
        Trait(world, Category(world, powers, "Spheres", 4, 8, 8, ["MAGE"]), "Forces", "Wind, fire, gravity.", 0, 5, rollable: true);
    }

    private static void Concepts(World world)
    {
        foreach (var (name, skill, focus) in new[]
        {
            ("Archivist", "Insight", "Old Ink"), ("Courier", "Night Driving", "Back Roads"), ("Healer", "Medicine", "Steady Hands")
        })
        {
            world.Add(Kinds.Concept, new JsonObject
            {
                ["name"] = name,
                ["description"] = $"A {name.ToLowerInvariant()} by trade.",
                ["examples"] = Texts([$"Junior {name}", $"Night {name}"]),
                ["max_specialties"] = 1,
                ["specialties"] = new JsonArray(new JsonObject
                {
                    ["name"] = focus, ["type"] = "PASSIVE", ["description"] = "Comes with the trade."
                }),
                ["favored_ability_names"] = Texts([skill]),
            });
        }
    }

    private static void Terms(World world)
    {
        foreach (var (kind, source) in new[]
        {
            (Kinds.Trait, "trait"), (Kinds.Clan, "clan"), (Kinds.Tribe, "tribe"), (Kinds.Auspice, "auspice")
        })
        {
            foreach (var row in world[kind].All.Where(row => row.Text("description") is not null).ToList())
            {
                Term(world, row.Text("name")!, row.Text("description"), source, row.Id);
            }
        }

        Term(world, "chronicle", "All the nights that a group has played.", null, null);
    }

    private static void Term(World world, string term, string? definition, string? sourceType, string? sourceId)
        => world.Add(Kinds.Term, new JsonObject
        {
            ["term"] = term.ToLowerInvariant(),
            ["definition"] = definition,
            ["company_id"] = null,
            ["source_type"] = sourceType,
            ["source_id"] = sourceId,
        });

    private static Entity Section(World world, string name, int order, string description)
        => world.Add(Kinds.Section, new JsonObject
        {
            ["name"] = name,
            ["description"] = description,
            ["character_classes"] = Texts(Everyone),
            ["game_versions"] = Texts(BothGames),
            ["show_when_empty"] = true,
            ["order"] = order,
        });

    private static Entity Category(
        World world, Entity section, string name, int order, int initialCost, int upgradeCost, string[]? classes = null)
        => world.Add(Kinds.Category, new JsonObject
        {
            ["name"] = name,
            ["character_classes"] = Texts(classes ?? Everyone),
            ["game_versions"] = Texts(BothGames),
            ["show_when_empty"] = false,
            ["order"] = order,
            ["sheet_section_id"] = section.Id,
            ["initial_cost"] = initialCost,
            ["upgrade_cost"] = upgradeCost,
        });

    private static Entity Trait(
        World world, Entity category, string name, string? description, int min, int max, bool rollable, string[]? levels = null,
        int? multiplier = null)
        => world.Add(Kinds.Trait, new JsonObject
        {
            ["name"] = name,
            ["description"] = description,
            ["character_classes"] = category["character_classes"]!.DeepClone(),
            ["game_versions"] = category["game_versions"]!.DeepClone(),
            ["show_when_zero"] = multiplier is null,
            ["max_value"] = max,
            ["min_value"] = min,
            ["initial_cost"] = category.Number("initial_cost"),
            ["upgrade_cost"] = category.Number("upgrade_cost"),
            ["count_based_cost_multiplier"] = multiplier,
            ["is_rollable"] = rollable,
            ["sheet_section_id"] = category.Text("sheet_section_id"),
            ["category_id"] = category.Id,
            ["powers"] = new JsonArray([.. (levels ?? []).Select((text, index) => new JsonObject
            {
                ["id"] = world.Timestamps.NewId(), ["level"] = index + 1, ["name"] = null, ["description"] = text, ["system"] = null,
                ["link"] = null,
            })]),
        });

    private static Entity Born(World world, string kind, string name, string description)
        => world.Add(kind, new JsonObject
        {
            ["name"] = name,
            ["description"] = description,
            ["game_versions"] = Texts(BothGames),
            ["gift_trait_ids"] = new JsonArray(),
        });

    private static JsonObject Named(string name, string description) => new() { ["name"] = name, ["description"] = description };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
