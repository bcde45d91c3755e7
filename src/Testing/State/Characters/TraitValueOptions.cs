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
        var isFlaw = TraitPrices.IsFlaw(world, trait);
        var current = owned.Number("value");
        var experience = TraitPrices.Purse(world, call).Number("xp_current");
        var points = call.Character.Number("starting_points");
        var options = new JsonObject();
        for (var value = current + 1; value <= trait.Number("max_value"); value++)
        {
            var price = TraitPrices.Raise(world, call.Character, trait, current, value);
            options[value.ToString(CultureInfo.InvariantCulture)] = Option(isRaise: true, isFlaw, price, experience, points);
        }

        for (var value = current - 1; value >= trait.Number("min_value"); value--)
        {
            var price = TraitPrices.Refund(world, call.Character, trait, current, value);
            options[value.ToString(CultureInfo.InvariantCulture)] = Option(isRaise: false, isFlaw, price, experience, points);
        }

        options["DELETE"] = Option(
            isRaise: false, isFlaw, TraitPrices.Refund(world, call.Character, trait, current, 0), experience, points);
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

    private static JsonObject Option(bool isRaise, bool isFlaw, int price, int experience, int points)
    {
        var isGain = isRaise == isFlaw;
        var change = isGain ? price : -price;
        return new JsonObject
        {
            ["direction"] = isRaise ? "increase" : "decrease",
            ["point_change"] = price,
            ["can_use_xp"] = isGain || experience + change >= 0,
            ["xp_after"] = experience + change,
            ["can_use_starting_points"] = isGain || points + change >= 0,
            ["starting_points_after"] = points + change,
        };
    }
}
