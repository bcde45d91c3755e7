using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>What the rolls of ten-sided dice of a company, a user, a campaign or a character add up to.</summary>
internal static class Statistics
{
    private const int TopTraits = 5;

    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        foreach (var (operation, kind) in new[]
        {
            ("getCompanyStatistics", Kinds.Company), ("getUserStatistics", Kinds.User), ("getCampaignStatistics", Kinds.Campaign),
            ("getCharacterStatistics", Kinds.Character)
        })
        {
            registry.On(operation, call => Of(
                world,
                [.. world[Kinds.DiceRoll].Where(kind + "_id", call.Parent(kind).Id).Where(roll => roll.Number("dice_size") == 10)],
                call.Whole("num_top_traits") ?? TopTraits));
        }
    }

    private static JsonObject Of(World world, List<Entity> rolls, int top)
    {
        var types = rolls.ConvertAll(roll => roll["result"]!["total_result_type"]!.GetValue<string>());
        int Count(string type) => types.Count(one => one == type);
        double Share(string type) => rolls.Count == 0 ? 0 : 100.0 * Count(type) / rolls.Count;
        return new JsonObject
        {
            ["botches"] = Count("BOTCH"),
            ["successes"] = Count("SUCCESS"),
            ["failures"] = Count("FAILURE"),
            ["criticals"] = Count("CRITICAL"),
            ["total_rolls"] = rolls.Count,
            ["average_difficulty"] = Average(rolls.Where(roll => roll["difficulty"] is not null), "difficulty"),
            ["average_pool"] = Average(rolls, "num_dice"),
            ["top_traits"] = new JsonArray([.. rolls.SelectMany(roll => roll.Texts("trait_ids"))
                .GroupBy(id => id)
                .OrderByDescending(group => group.Count())
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(Math.Max(0, top))
                .Select(group => new JsonObject
                {
                    ["name"] = world[Kinds.Trait].FindAny(group.Key)?.Text("name") ?? "",
                    ["usage_count"] = group.Count(),
                    ["trait_id"] = group.Key,
                })]),
            ["criticals_percentage"] = Share("CRITICAL"),
            ["success_percentage"] = Share("SUCCESS"),
            ["failure_percentage"] = Share("FAILURE"),
            ["botch_percentage"] = Share("BOTCH"),
        };
    }

    private static JsonNode? Average(IEnumerable<Entity> rolls, string member)
        => rolls.Select(roll => roll.Number(member)).DefaultIfEmpty(int.MinValue).Average() is var average and > int.MinValue
            ? Math.Round(average)
            : null;
}
