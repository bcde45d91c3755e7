using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Traits that are made for one character.</summary>
internal static class CustomTraits
{
    /// <summary>Makes a trait and gives it to the character with the value 1, at the price of that.</summary>
    public static Entity Create(World world, EndpointContext call)
    {
        CharacterTraits.RefuseFreeChange(call);
        RefuseKnownName(world, call);
        var category = world[Kinds.Category].Find(call.FieldId("category_id"))
            ?? throw ProblemException.Invalid("Trait category not found");
        FormCheck.Limits(call);
        var data = Forms.New(call);
        data.Remove("currency");
        data["custom_for_character_id"] = call.Character.Id;
        data["initial_cost"] ??= category["initial_cost"]?.DeepClone();
        data["upgrade_cost"] ??= category["upgrade_cost"]?.DeepClone();
        data["sheet_section_id"] = category.Text("sheet_section_id");
        var trait = new Entity(Kinds.Trait, "", data);
        if (trait.Number("max_value") < 1)
        {
            throw ProblemException.Invalid($"Trait can not be raised above max value of {trait.Number("max_value")}");
        }

        TraitPrices.Pay(
            world, call, call.Field("currency")!, trait, TraitPrices.Raise(world, call.Character, trait, 0, 1), isRaise: true);
        return CharacterTraits.Give(world, call.Character, world.Add(Kinds.Trait, data), 1);
    }

    /// <summary>Refuses a name that the character or the catalogue has already; the answer says it as it was sent.</summary>
    private static void RefuseKnownName(World world, EndpointContext call)
    {
        var name = call.Field("name");
        var sent = (call.Exchange.Body as JsonObject)?["name"]?.GetValue<string>() ?? name;
        if (world[Kinds.CharacterTrait].Where("character_id", call.Character.Id)
            .Any(owned => CharacterTraits.TraitOf(world, owned).Text("name") == name))
        {
            throw ProblemException.Conflict($"Trait named '{sent}' already exists on character");
        }

        if (world[Kinds.Trait].Rows.Any(trait => trait.Text("custom_for_character_id") is null && trait.Text("name") == name))
        {
            throw ProblemException.Conflict($"Trait named '{sent}' already exists. Custom traits must have a unique name.");
        }
    }
}
