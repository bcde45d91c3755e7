using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The values a trait may take next, and what each costs.</summary>
internal static class TraitValueOptions
{
    public static JsonObject Write(HandlerRegistry registry, EndpointContext call)
    {
        var world = registry.World;
        var owned = call.Parent(Kinds.CharacterTrait);
        var trait = CharacterTraits.TraitOf(world, owned);
        var current = owned.Number("value");
        var experience = TraitPrices.Purse(world, call).Number("xp_current");
        var points = call.Character.Number("starting_points");
        var options = new JsonObject();
        void Add(string name, int target, bool isIncrease)
            => options[name] = Option(isIncrease, TraitPrices.Between(world, call.Character, trait, current, target), experience, points);

        for (var value = current + 1; value <= trait.Number("max_value"); value++)
        {
            Add(value.ToString(CultureInfo.InvariantCulture), value, isIncrease: true);
        }

        for (var value = current - 1; value >= Math.Max(1, trait.Number("min_value")); value--)
        {
            Add(value.ToString(CultureInfo.InvariantCulture), value, isIncrease: false);
        }

        Add("DELETE", 0, isIncrease: false);
        return new JsonObject
        {
            ["name"] = trait.Text("name"),
            ["current_value"] = current,
            ["trait"] = registry.Views.Write(trait, "TraitResponse"),
            ["xp_current"] = experience,
            ["starting_points_current"] = points,
            ["options"] = options,
        };
    }

    private static JsonObject Option(bool isIncrease, int price, int experience, int points)
    {
        var change = isIncrease ? -price : price;
        return new JsonObject
        {
            ["direction"] = isIncrease ? "increase" : "decrease",
            ["point_change"] = price,
            ["can_use_xp"] = experience + change >= 0,
            ["xp_after"] = experience + change,
            ["can_use_starting_points"] = points + change >= 0,
            ["starting_points_after"] = points + change,
        };
    }
}
