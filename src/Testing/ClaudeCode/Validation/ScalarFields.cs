using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Validation;

/// <summary>A text; nothing else is taken for one.</summary>
internal sealed class TextField : FieldType
{
    public override string Label => "str";

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
        => value?.GetValueKind() == JsonValueKind.String
            ? value.DeepClone()
            : Refuse(faults, "string_type", place, "Input should be a valid string", value);
}

/// <summary>True or false, also as a word or as 1 and 0.</summary>
internal sealed class BooleanField : FieldType
{
    private static readonly string[] Yes = ["1", "on", "t", "true", "y", "yes"];
    private static readonly string[] No = ["0", "off", "f", "false", "n", "no"];

    public override string Label => "bool";

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
    {
        switch (value?.GetValueKind())
        {
            case JsonValueKind.True or JsonValueKind.False:
                return value.DeepClone();
            case JsonValueKind.String when Yes.Contains(value.GetValue<string>(), StringComparer.OrdinalIgnoreCase):
                return JsonValue.Create(true);
            case JsonValueKind.String when No.Contains(value.GetValue<string>(), StringComparer.OrdinalIgnoreCase):
                return JsonValue.Create(false);
            case JsonValueKind.Number when (double)value is 0 or 1:
                return JsonValue.Create((double)value == 1);
            case JsonValueKind.String:
            case JsonValueKind.Number when double.IsInteger((double)value):
                return Refuse(
                    faults, "bool_parsing", place, "Input should be a valid boolean, unable to interpret input", value);
            default:
                return Refuse(faults, "bool_type", place, "Input should be a valid boolean", value);
        }
    }
}

/// <summary>A number; a text that says one is taken too.</summary>
/// <param name="minimum">The least value.</param>
/// <param name="maximum">The greatest value.</param>
/// <param name="isInteger">Whether it has no fraction.</param>
internal sealed class NumberField(double? minimum, double? maximum, bool isInteger) : FieldType
{
    public override string Label => isInteger ? "int" : "float";

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
    {
        var before = faults.Count;
        var number = isInteger ? Whole(value, place, faults) : Real(value, place, faults);
        if (faults.Count > before)
        {
            return null;
        }

        var size = (double)number!;
        if (minimum is { } least && !(size >= least))
        {
            return OutOfRange("greater_than_equal", "greater than or equal to", "ge", least, value, place, faults);
        }

        return maximum is { } most && !(size <= most)
            ? OutOfRange("less_than_equal", "less than or equal to", "le", most, value, place, faults)
            : number;
    }

    private static JsonNode? Parsed(BigInteger whole) => JsonNode.Parse(whole.ToString(CultureInfo.InvariantCulture));

    /// <summary>Underscores may stand between digits.</summary>
    private static string? Digits(string text)
    {
        var trimmed = text.Trim();
        for (var index = 0; index < trimmed.Length; index++)
        {
            if (trimmed[index] == '_'
                && (index == 0
                    || index == trimmed.Length - 1
                    || !char.IsAsciiDigit(trimmed[index - 1])
                    || !char.IsAsciiDigit(trimmed[index + 1])))
            {
                return null;
            }
        }

        return trimmed.Replace("_", "", StringComparison.Ordinal);
    }

    private static JsonNode? Whole(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
    {
        switch (value?.GetValueKind())
        {
            case JsonValueKind.True or JsonValueKind.False:
                return Parsed(value.GetValueKind() == JsonValueKind.True ? BigInteger.One : BigInteger.Zero);
            case JsonValueKind.Number when PythonText.IsInteger(value):
                return value.DeepClone();
            case JsonValueKind.Number when !double.IsFinite((double)value):
                return Refuse(faults, "finite_number", place, "Input should be a finite number", value);
            case JsonValueKind.Number when !double.IsInteger((double)value):
                return Refuse(
                    faults, "int_from_float", place, "Input should be a valid integer, got a number with a fractional part", value);
            case JsonValueKind.Number:
                return Parsed(new BigInteger((double)value));
            case JsonValueKind.String:
                var digits = Digits(value.GetValue<string>()) ?? "";
                var point = digits.IndexOf('.', StringComparison.Ordinal);
                var whole = point > 0 && digits[(point + 1)..].All(static digit => digit == '0') ? digits[..point] : digits;
                return BigInteger.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read)
                    ? Parsed(read)
                    : Refuse(
                        faults, "int_parsing", place, "Input should be a valid integer, unable to parse string as an integer", value);
            default:
                return Refuse(faults, "int_type", place, "Input should be a valid integer", value);
        }
    }

    private static JsonNode? Real(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
    {
        switch (value?.GetValueKind())
        {
            case JsonValueKind.True or JsonValueKind.False:
                return JsonNode.Parse(value.GetValueKind() == JsonValueKind.True ? "1.0" : "0.0");
            case JsonValueKind.Number:
                return Parsed((double)value);
            case JsonValueKind.String:
                var text = Digits(value.GetValue<string>()) ?? "";
                return Infinity(text) is { } endless ? Parsed(endless)
                    : text.All(static unit => char.IsAsciiDigit(unit) || "+-.eE".Contains(unit, StringComparison.Ordinal))
                        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
                        ? Parsed(read)
                        : Refuse(
                            faults, "float_parsing", place, "Input should be a valid number, unable to parse string as a number", value);
            default:
                return Refuse(faults, "float_type", place, "Input should be a valid number", value);
        }
    }

    private static double? Infinity(string text) => text.ToLowerInvariant() switch
    {
        "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        _ => null,
    };

    private static JsonNode? Parsed(double real)
        => JsonNode.Parse(double.IsFinite(real) ? PythonText.Float(real) : real > 0 ? "1e999" : "-1e999");

    private JsonNode? OutOfRange(
        string type, string words, string name, double limit, JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
        => Refuse(
            faults,
            type,
            place,
            string.Create(CultureInfo.InvariantCulture, $"Input should be {words} {limit}"),
            value,
            new JsonObject { [name] = isInteger ? JsonValue.Create((long)limit) : PythonText.Number(limit) });
}
