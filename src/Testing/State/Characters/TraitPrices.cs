namespace Valentina.Testing;

/// <summary>What a trait's value costs, and who pays.</summary>
internal static class TraitPrices
{
    /// <summary>The price of the way between two values: the first point has its own price, each further one costs by its level.</summary>
    public static int Between(World world, Entity character, Entity trait, int from, int to)
    {
        var price = 0;
        for (var value = Math.Min(from, to) + 1; value <= Math.Max(from, to); value++)
        {
            price += OfLevel(world, character, trait, value);
        }

        return price;
    }

    /// <summary>Takes a price, or gives a negative one back.</summary>
    public static void Pay(World world, EndpointContext call, string currency, int price)
    {
        if (currency == "NO_COST" || price == 0)
        {
            return;
        }

        if (currency == "STARTING_POINTS")
        {
            if (call.Character.Number("starting_points") < price)
            {
                throw ProblemException.Invalid("Not enough starting points");
            }

            call.Character.Add("starting_points", -price);
            return;
        }

        if (price < 0 && !call.IsStoryteller && Companies.Setting(call.Company, "permission_recoup_xp") == "DENIED")
        {
            throw ProblemException.Forbidden();
        }

        ExperiencePoints.Spend(Purse(world, call), price);
    }

    /// <summary>Whose experience pays: the player's, else the acting user's.</summary>
    public static Entity Purse(World world, EndpointContext call)
        => ExperiencePoints.Row(world, call.Character.Text("user_player_id") ?? call.Actor.Id, call.Character.Text("campaign_id")!);

    private static int OfLevel(World world, Entity character, Entity trait, int value)
    {
        if (trait["count_based_cost_multiplier"] is null)
        {
            return value <= 1 ? trait.Number("initial_cost") : trait.Number("upgrade_cost") * value;
        }

        var siblings = world[Kinds.CharacterTrait].Where("character_id", character.Id)
            .Count(owned => CharacterTraits.TraitOf(world, owned).Text("category_id") == trait.Text("category_id"));
        return trait.Number("count_based_cost_multiplier") * Math.Max(1, siblings);
    }
}
