using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>
/// Makes the members of a sample fit together as they do in a real answer: a name is made of its parts, a counter counts the list
/// beside it, a child carries the id of what it hangs on. What fits already stays as it is.
/// </summary>
/// <param name="make">Makes a value for a member that must have one.</param>
internal sealed class Fitting(Func<ContractSchema, string, JsonNode> make)
{
    /// <summary>What counts which embedded list.</summary>
    private static readonly (string Counter, string List)[] Counters =
    [
        ("num_notes", "notes"), ("num_assets", "assets"), ("num_quickrolls", "quickrolls"), ("num_characters", "characters"),
        ("num_chapters", "chapters"), ("num_inventory_items", "inventory"), ("agents_count", "agents"), ("skills_count", "skills"),
        ("total", "results"), ("num_dice", "result.player_roll"), ("num_desperation_dice", "result.desperation_roll"),
    ];

    /// <summary>The first moment of a thing and those that are never before it.</summary>
    private static readonly string[] LaterDates = ["date_modified", "resources_modified_at", "date_killed", "expires_at", "key_generated"];

    /// <summary>Makes a value fit, from its innermost parts outwards.</summary>
    public void Fit(ContractSchema schema, JsonNode? node)
    {
        var core = schema.Core;
        switch (node)
        {
            case JsonArray list when core.Items is { } items:
                foreach (var item in list)
                {
                    Fit(items, item);
                }

                break;
            case JsonObject form:
                foreach (var (name, value) in form)
                {
                    if ((core.Member(name)?.Schema ?? core.Additional) is { } member)
                    {
                        Fit(member, value);
                    }
                }

                new FittedForm(core, form, Made).Fit();
                Count(form);
                Order(form);
                break;
        }
    }

    private JsonNode Made(ContractSchema schema, string name)
    {
        var made = make(schema, name);
        Fit(schema, made);
        return made;
    }

    private static void Count(JsonObject form)
    {
        foreach (var (counter, list) in Counters)
        {
            if (form.ContainsKey(counter) && At(form, list) is JsonArray items)
            {
                form[counter] = items.Count;
            }
        }
    }

    private static JsonNode? At(JsonObject form, string path)
        => path.Split('.').Aggregate((JsonNode?)form, (node, step) => (node as JsonObject)?[step]);

    private static void Order(JsonObject form)
    {
        if (Moment(form["date_created"]) is not { } created)
        {
            return;
        }

        foreach (var name in LaterDates)
        {
            if (Moment(form[name]) < created)
            {
                form[name] = form["date_created"]!.DeepClone();
            }
        }
    }

    private static DateTimeOffset? Moment(JsonNode? node)
        => node is JsonValue value && value.TryGetValue<string>(out var text) && DateTimeOffset.TryParse(
            text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
