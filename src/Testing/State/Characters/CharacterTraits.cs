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
            Deleting = (call, owned) => TraitPrices.Pay(
                world,
                call,
                call.Query("currency") ?? "NO_COST",
                -TraitPrices.Between(world, call.Character, TraitOf(world, owned), 0, owned.Number("value"))),
        };
        registry.List("listCharacterTraits", resource);
        registry.Get("getCharacterTrait", resource);
        registry.Delete("deleteCharacterTrait", resource);
        registry.On("assignTraitToCharacter", call => Written(registry, call, Assign(world, call, call.Form)));
        registry.On("bulkAssignTraitsToCharacter", call => BulkAssign(registry, call));
        registry.On("createCustomTrait", call => Written(registry, call, CreateCustom(world, call)));
        registry.On("modifyTraitValue", call => Written(registry, call, Modify(world, call)));
        registry.On("getTraitValueOptions", call => TraitValueOptions.Write(registry, call));
    }

    /// <summary>Gives a character a trait, without asking for a price.</summary>
    public static Entity Give(World world, Entity character, Entity trait, int value)
        => world.Add(Kinds.CharacterTrait, new JsonObject { ["character_id"] = character.Id, ["trait_id"] = trait.Id, ["value"] = value });

    public static Entity TraitOf(World world, Entity owned) => world[Kinds.Trait].FindAny(owned.Text("trait_id"))!;

    private static JsonObject Written(HandlerRegistry registry, EndpointContext call, Entity owned)
    {
        call.Subject = owned;
        return registry.Views.Write(owned, Schema);
    }

    private static Entity Assign(World world, EndpointContext call, JsonObject form)
    {
        var trait = world[Kinds.Trait].Find(Guid.Parse(form["trait_id"]!.GetValue<string>()).ToString())
            ?? throw ProblemException.Invalid("Trait not found");
        if (world[Kinds.CharacterTrait].Where("character_id", call.Character.Id).Any(owned => owned.Links("trait_id", trait.Id)))
        {
            throw ProblemException.Conflict($"Trait named '{trait.Text("name")}' already exists on character");
        }

        var value = form["value"] is { } given ? Numbers.Int(given) : 0;
        if (value > trait.Number("max_value"))
        {
            var message = $"Value must be less than or equal to {trait.Number("max_value")}";
            throw ProblemException.Fielded(message, ("value", message));
        }

        TraitPrices.Pay(
            world, call, form["currency"]?.GetValue<string>() ?? "NO_COST", TraitPrices.Between(world, call.Character, trait, 0, value));
        return Give(world, call.Character, trait, value);
    }

    private static JsonObject BulkAssign(HandlerRegistry registry, EndpointContext call)
    {
        var wanted = (JsonArray)call.Body!;
        if (wanted.Count > MostAtOnce)
        {
            throw ProblemException.Invalid($"At most {MostAtOnce} traits can be assigned at once");
        }

        var succeeded = new JsonArray();
        var failed = new JsonArray();
        foreach (var form in wanted.OfType<JsonObject>())
        {
            var id = Guid.Parse(form["trait_id"]!.GetValue<string>()).ToString();
            try
            {
                var owned = Assign(registry.World, call, form);
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

    private static Entity CreateCustom(World world, EndpointContext call)
    {
        var category = world[Kinds.Category].Find(call.FieldId("category_id"))
            ?? throw ProblemException.Invalid("Trait category not found");
        var data = Forms.New(call);
        data.Remove("currency");
        data["custom_for_character_id"] = call.Character.Id;
        data["initial_cost"] ??= category["initial_cost"]?.DeepClone();
        data["upgrade_cost"] ??= category["upgrade_cost"]?.DeepClone();
        data["sheet_section_id"] = category.Text("sheet_section_id");
        TraitPrices.Pay(
            world, call, call.Field("currency")!, TraitPrices.Between(world, call.Character, new Entity(Kinds.Trait, "", data), 0, 1));
        return Give(world, call.Character, world.Add(Kinds.Trait, data), 1);
    }

    private static Entity Modify(World world, EndpointContext call)
    {
        var owned = call.Parent(Kinds.CharacterTrait);
        var trait = TraitOf(world, owned);
        var target = call.FieldNumber("target_value")!.Value;
        var currency = call.Field("currency")!;
        RefuseFreeChange(call, currency);
        if (target > trait.Number("max_value"))
        {
            throw ProblemException.Invalid($"Trait can not be raised above max value of {trait.Number("max_value")}");
        }

        if (target < trait.Number("min_value"))
        {
            throw ProblemException.Invalid($"Trait can not be lowered below min value of {trait.Number("min_value")}");
        }

        var current = owned.Number("value");
        var price = TraitPrices.Between(world, call.Character, trait, current, target);
        TraitPrices.Pay(world, call, currency, target > current ? price : -price);
        owned["value"] = target;
        world.Touch(owned);
        return owned;
    }

    private static void RefuseFreeChange(EndpointContext call, string currency)
    {
        if (currency != "NO_COST" || call.IsStoryteller)
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
}
