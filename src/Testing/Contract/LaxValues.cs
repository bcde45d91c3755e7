using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>
/// A request as the handlers of a lax server see it: once <see cref="Strictness.Lax"/> has let a value pass, a number that was sent as a
/// text is a number, and an integer has no fraction.
/// </summary>
internal static class LaxValues
{
    /// <summary>Turns the values of a body that complies with its schema into those of the schema's types, in place where it can.</summary>
    /// <returns>The body, or what takes its place.</returns>
    public static JsonNode? Read(ContractSchema schema, JsonNode? value)
    {
        if (schema.Alternatives.FirstOrDefault(alternative => SchemaValidator.Validate(
            alternative, value, Strictness.Lax).Count == 0) is { } fitting)
        {
            return Read(fitting, value);
        }

        switch (value)
        {
            case JsonObject form:
                foreach (var (name, member) in form.ToList())
                {
                    if ((schema.Member(name)?.Schema ?? schema.Additional) is { } known && Read(known, member) is var read
                        && !ReferenceEquals(read, member))
                    {
                        form[name] = read;
                    }
                }

                return form;
            case JsonArray list when schema.Items is { } items:
                for (var index = 0; index < list.Count; index++)
                {
                    if (Read(items, list[index]) is var read && !ReferenceEquals(read, list[index]))
                    {
                        list[index] = read;
                    }
                }

                return list;
            case JsonValue when TryReadNumber(schema, value, out var number):
                return number;
            default:
                return value;
        }
    }

    /// <summary>The number that a lax server takes a text for, where the schema wants one.</summary>
    public static bool TryReadNumber(ContractSchema schema, JsonNode value, out JsonNode number)
    {
        number = value;
        if (value.GetValueKind() != JsonValueKind.String || schema.Types.HasFlag(JsonTypes.String))
        {
            return false;
        }

        var text = value.GetValue<string>();
        if (schema.Types.HasFlag(JsonTypes.Integer)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            number = Node(whole.ToString(CultureInfo.InvariantCulture));
            return true;
        }

        if (schema.Types.HasFlag(JsonTypes.Number)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real))
        {
            number = Node(real.ToString("R", CultureInfo.InvariantCulture));
            return true;
        }

        return false;
    }

    /// <summary>A node like those of a body that was read, which can be asked for any type of number.</summary>
    private static JsonNode Node(string number) => JsonNode.Parse(number)!;
}
