using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>The values of a request as a lax server takes them: a number that was sent as a text is a number.</summary>
internal static class LaxValues
{
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
