using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The traits of a character: given, bought, changed, sold back.</summary>
internal static class CharacterTraits
{
    private const string Schema = "CharacterTraitResponse";
    private const int MostAtOnce = 200;

    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.CharacterTrait,
            Schema = Schema,
            Rows = call => world[Kinds.CharacterTrait].Where("character_id", call.Character.Id)
                .Where(owned => call.QueryId("category_id") is not { } category || TraitOf(world, owned).Links("category_id", category))
                .Where(owned => call.QueryFlag("is_rollable") is not { } rollable || TraitOf(world, owned).Flag("is_rollable") == rollable),
            Deleting = (call, owned) => SellBack(world, call, owned),
            Deleted = (_, owned) => RemoveCustom(world, owned),
        };
        registry.List("listCharacterTraits", resource);
        registry.Get("getCharacterTrait", resource);
        registry.Delete("deleteCharacterTrait", resource);
        registry.On("assignTraitToCharacter", call => Written(registry, call, Assign(world, call, call.Form, isOneOfMany: false)));
        registry.On("bulkAssignTraitsToCharacter", call => BulkAssign(registry, call));
        registry.On("createCustomTrait", call => Written(registry, call, CustomTraits.Create(world, call)), checksLimits: true);
        registry.On("modifyTraitValue", call => Written(registry, call, Modify(world, call)));
        registry.On("getTraitValueOptions", call => TraitValueOptions.Write(registry, call));
    }

    /// <summary>Gives a character a trait, without asking for a price.</summary>
    public static Entity Give(World world, Entity character, Entity trait, int value)
        => world.Add(Kinds.CharacterTrait, new JsonObject { ["character_id"] = character.Id, ["trait_id"] = trait.Id, ["value"] = value });

    public static Entity TraitOf(World world, Entity owned) => world[Kinds.Trait].FindAny(owned.Text("trait_id"))!;

    /// <summary>Refuses a change that costs nothing to whom the company's setting does not allow it.</summary>
    public static void RefuseFreeChange(EndpointContext call)
    {
        if (call.IsStoryteller)
        {
            return;
        }

        var created = DateTimeOffset.Parse(call.Character.Text("date_created")!, CultureInfo.InvariantCulture);
        var isYoung = call.World.Timestamps.Instant() - created < TimeSpan.FromHours(24);
        var setting = Companies.Setting(call.Company, "permission_free_trait_changes");
        if (setting == "STORYTELLER" || (setting == "WITHIN_24_HOURS" && !isYoung))
        {
            throw ProblemException.Forbidden();
        }
    }

    private static JsonObject Written(HandlerRegistry registry, EndpointContext call, Entity owned)
    {
        call.Subject = owned;
        return registry.Views.Write(owned, Schema);
    }

    /// <summary>Gives a trait of the catalogue. Several at once are checked in another order and refused in other words than one.</summary>
    private static Entity Assign(World world, EndpointContext call, JsonObject form, bool isOneOfMany)
    {
        var trait = world[Kinds.Trait].Find(Guid.Parse(form["trait_id"]!.GetValue<string>()).ToString())
            ?? throw ProblemException.Invalid("Trait not found");
        var exists = world[Kinds.CharacterTrait].Where("character_id", call.Character.Id).Any(owned => owned.Links("trait_id", trait.Id));
        var existing = $"Trait named '{trait.Text("name")}' already exists on character";
        if (exists && isOneOfMany)
        {
            throw ProblemException.Conflict(existing);
        }

        var value = form["value"] is { } given ? Numbers.Int(given) : 0;
        var currency = form["currency"]?.GetValue<string>() ?? "NO_COST";
        RefuseValue(trait, value);
        if (currency != "NO_COST")
        {
            RefuseLittleRenown(call.Character, trait);
        }

        if (exists)
        {
            throw ProblemException.Conflict($"{existing}. Use modify trait value instead.");
        }

        if (currency == "NO_COST")
        {
            RefuseFreeChange(call);
        }
        else
        {
            var price = TraitPrices.Raise(world, call.Character, trait, 0, value);
            if (isOneOfMany && !TraitPrices.CanPay(world, call, currency, trait, price))
            {
                throw ProblemException.Plain($"Not enough {(currency == "XP" ? "XP" : "starting points")} to add trait");
            }

            TraitPrices.Pay(world, call, currency, trait, price, isRaise: true);
        }

        return Give(world, call.Character, trait, value);
    }

    private static void RefuseValue(Entity trait, int value)
    {
        var fault = value > trait.Number("max_value") ? $"Value must be less than or equal to {trait.Number("max_value")}"
            : value < trait.Number("min_value") ? $"Value must be greater than or equal to {trait.Number("min_value")}"
            : null;
        if (fault is not null)
        {
            throw ProblemException.Fielded(fault, ("value", fault));
        }
    }

    private static void RefuseLittleRenown(Entity character, Entity trait)
    {
        var has = character["werewolf_attributes"]?["total_renown"] is { } total ? Numbers.Int(total) : 0;
        if (trait["gift_attributes"]?["minimum_renown"] is { } minimum && has < Numbers.Int(minimum))
        {
            var fault = $"Character's Renown ({has}) does not meet the minimum required ({minimum}) for gift '{trait.Text("name")}'";
            throw ProblemException.Fielded(fault, ("trait_id", fault));
        }
    }

    private static JsonObject BulkAssign(HandlerRegistry registry, EndpointContext call)
    {
        var wanted = (JsonArray)call.Body!;
        if (wanted.Count > MostAtOnce)
        {
            throw ProblemException.Invalid($"At most {MostAtOnce} traits can be assigned at once");
        }

        if (wanted.Count > 0)
        {
            RefuseFreeChange(call);
        }

        var succeeded = new JsonArray();
        var failed = new JsonArray();
        foreach (var form in wanted.OfType<JsonObject>())
        {
            var id = Guid.Parse(form["trait_id"]!.GetValue<string>()).ToString();
            try
            {
                var owned = Assign(registry.World, call, form, isOneOfMany: true);
                succeeded.Add(new JsonObject { ["trait_id"] = id, ["character_trait"] = registry.Views.Write(owned, Schema) });
            }
            catch (ProblemException ex)
            {
                failed.Add(new JsonObject { ["trait_id"] = id, ["error"] = ex.Message });
            }
        }

        call.Subject = call.Character;
        return new JsonObject { ["succeeded"] = succeeded, ["failed"] = failed };
    }

    private static Entity Modify(World world, EndpointContext call)
    {
        var owned = call.Parent(Kinds.CharacterTrait);
        var trait = TraitOf(world, owned);
        var target = call.FieldNumber("target_value")!.Value;
        var currency = call.Field("currency")!;
        var current = owned.Number("value");
        if (target == current)
        {
            return owned;
        }

        if (currency == "XP")
        {
            RecoupFloors.Check(world, call, owned, current, target);
        }
        else if (currency == "NO_COST")
        {
            RefuseFreeChange(call);
        }

        if (target > trait.Number("max_value"))
        {
            throw ProblemException.Invalid($"Trait can not be raised above max value of {trait.Number("max_value")}");
        }

        if (target < current && target < trait.Number("min_value"))
        {
            throw ProblemException.Invalid($"Trait can not be lowered below min value of {trait.Number("min_value")}");
        }

        if (currency != "NO_COST")
        {
            var isRaise = target > current;
            var price = isRaise
                ? TraitPrices.Raise(world, call.Character, trait, current, target)
                : TraitPrices.Refund(world, call.Character, trait, current, target);
            TraitPrices.Pay(world, call, currency, trait, price, isRaise);
        }

        owned["value"] = target;
        world.Touch(owned);
        return owned;
    }

    /// <summary>Gives back what a trait cost that goes, when it is asked for.</summary>
    private static void SellBack(World world, EndpointContext call, Entity owned)
    {
        var currency = call.Query("currency") ?? "NO_COST";
        var value = owned.Number("value");
        if (currency == "NO_COST" || value == 0)
        {
            return;
        }

        if (currency == "XP")
        {
            RecoupFloors.Check(world, call, owned, value, 0);
        }

        var trait = TraitOf(world, owned);
        TraitPrices.Pay(world, call, currency, trait, TraitPrices.Refund(world, call.Character, trait, value, 0), isRaise: false);
    }

    /// <summary>A character's own trait goes with it, out of prepared rolls too, so that its name is free again.</summary>
    private static void RemoveCustom(World world, Entity owned)
    {
        if (TraitOf(world, owned) is { } trait && trait.Text("custom_for_character_id") is not null)
        {
            world.Remove(trait);
            foreach (var roll in world[Kinds.QuickRoll].Rows)
            {
                roll["trait_ids"] = new JsonArray([.. roll.Texts("trait_ids")
                    .Where(id => id != trait.Id)
                    .Select(id => JsonValue.Create(id))]);
            }
        }
    }
}
