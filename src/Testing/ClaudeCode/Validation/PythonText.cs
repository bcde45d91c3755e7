using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Validation;

/// <summary>Values as the service's language writes them into its messages and numbers.</summary>
internal static class PythonText
{
    /// <summary>A floating-point number: always with a fraction or an exponent, the exponent in at least two digits.</summary>
    public static string Float(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }

        var size = Math.Abs(number);
        if (size is 0 or (>= 1e-4 and < 1e16))
        {
            // Enough places for 17 digits after the smallest number written without an exponent.
            var plain = decimal.Parse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
                .ToString("0.0###########################", CultureInfo.InvariantCulture);
            return double.IsNegative(number) && size == 0 ? "-0.0" : plain;
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var (digits, exponent) = text.Split('E') is [var first, var last]
            ? (first, int.Parse(last, CultureInfo.InvariantCulture))
            : Scientific(number);
        return FormattableString.Invariant($"{digits}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    /// <summary>A number of an answer that the service holds as a floating-point one, so that zero is <c>0.0</c>.</summary>
    public static JsonNode Number(double number) => JsonNode.Parse(Float(number))!;

    /// <summary>A value as a message shows it: a text as it is, everything else as it is written in code.</summary>
    public static string Str(JsonNode? value)
        => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : Repr(value);

    /// <summary>A value as it is written in code.</summary>
    public static string Repr(JsonNode? value) => value switch
    {
        null => "None",
        JsonArray items => $"[{string.Join(", ", items.Select(Repr))}]",
        JsonObject members => $"{{{string.Join(", ", members.Select(static one => $"{Quoted(one.Key)}: {Repr(one.Value)}"))}}}",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            JsonValueKind.String => Quoted(value.GetValue<string>()),
            _ => IsInteger(value) ? value.ToJsonString() : Float((double)value),
        },
    };

    /// <summary>The type of a value.</summary>
    public static string TypeName(JsonNode? value) => value switch
    {
        null => "NoneType",
        JsonArray => "list",
        JsonObject => "dict",
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => "bool",
            JsonValueKind.String => "str",
            _ => IsInteger(value) ? "int" : "float",
        },
    };

    /// <summary>Whether a value counts as true.</summary>
    public static bool IsTrue(JsonNode? value) => value switch
    {
        null => false,
        JsonArray items => items.Count > 0,
        JsonObject members => members.Count > 0,
        _ => value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => value.GetValue<string>().Length > 0,
            _ => (double)value != 0,
        },
    };

    /// <summary>Whether a number is written without fraction and exponent.</summary>
    public static bool IsInteger(JsonNode number) => number.ToJsonString().AsSpan().IndexOfAny(".eE") < 0;

    /// <summary>How many words a text has.</summary>
    public static int Words(string text)
        => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static (string Digits, int Exponent) Scientific(double number)
    {
        var parts = number.ToString("0.################E+0", CultureInfo.InvariantCulture).Split('E');
        return (parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string Quoted(string text)
    {
        var mark = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var quoted = new StringBuilder().Append(mark);
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '\t' => quoted.Append(@"\t"),
                _ when unit == mark => quoted.Append('\\').Append(unit),
                < ' ' or '\u007f' => quoted.Append(CultureInfo.InvariantCulture, $@"\x{(int)unit:x2}"),
                _ => quoted.Append(unit),
            };
        }

        return quoted.Append(mark).ToString();
    }
}
