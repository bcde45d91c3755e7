namespace Valentina.Testing;

/// <summary>What a trait's value costs, and who pays.</summary>
internal static class TraitPrices
{
    /// <summary>
    /// The price of a higher value: the first point has its own price, each further one costs by its level. Traits that are priced by
    /// their number cost by how many of their category the character has.
    /// </summary>
    public static int Raise(World world, Entity character, Entity trait, int from, int to)
    {
        if (trait["count_based_cost_multiplier"] is null)
        {
            return OfLevels(trait, from, to);
        }

        if (to - from != 1)
        {
            throw ProblemException.Invalid($"Count-based traits only support single-dot increases, got {to - from}");
        }

        return trait.Number("count_based_cost_multiplier") * (Siblings(world, character, trait) + 1);
    }

    /// <summary>What a lower value gives back.</summary>
    public static int Refund(World world, Entity character, Entity trait, int from, int to)
        => trait["count_based_cost_multiplier"] is null
            ? OfLevels(trait, to, from)
            : trait.Number("count_based_cost_multiplier") * Siblings(world, character, trait);

    /// <summary>Whether a trait is one of the flaws, which pay when they are taken and cost when they go.</summary>
    public static bool IsFlaw(World world, Entity trait) => world[Kinds.Category].Find(trait.Text("category_id"))?.Text("name") == "Flaws";

    /// <summary>Whether there is enough for the price of a trait that is raised.</summary>
    public static bool CanPay(World world, EndpointContext call, string currency, Entity trait, int price)
        => IsFlaw(world, trait)
           || (currency == "XP" ? Purse(world, call).Number("xp_current") : call.Character.Number("starting_points")) >= price;

    /// <summary>Takes a price, or gives it back.</summary>
    public static void Pay(World world, EndpointContext call, string currency, Entity trait, int price, bool isRaise)
    {
        var isGain = isRaise == IsFlaw(world, trait);
        if (currency == "XP" && isGain)
        {
            Purse(world, call).Add("xp_current", price);
        }
        else if (currency == "XP")
        {
            ExperiencePoints.Spend(Purse(world, call), price);
        }
        else if (currency == "STARTING_POINTS")
        {
            if (!isGain && call.Character.Number("starting_points") < price)
            {
                throw ProblemException.Invalid("Not enough starting points");
            }

            call.Character.Add("starting_points", isGain ? price : -price);
        }
    }

    /// <summary>Whose experience pays: the player's, else the acting user's.</summary>
    public static Entity Purse(World world, EndpointContext call)
        => ExperiencePoints.Row(world, call.Character.Text("user_player_id") ?? call.Actor.Id, call.Character.Text("campaign_id")!);

    private static int OfLevels(Entity trait, int low, int high)
    {
        var price = 0;
        for (var value = low + 1; value <= high; value++)
        {
            price += value <= 1 ? trait.Number("initial_cost") : trait.Number("upgrade_cost") * value;
        }

        return price;
    }

    private static int Siblings(World world, Entity character, Entity trait)
        => world[Kinds.CharacterTrait].Where("character_id", character.Id)
            .Count(owned => owned.Number("value") > 0
                && CharacterTraits.TraitOf(world, owned).Text("category_id") == trait.Text("category_id"));
}
