using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>Compares JSON values with compiled schemas. Allocates nothing for values that comply.</summary>
internal static class SchemaValidator
{
    /// <summary>Finds every violation of a value.</summary>
    public static List<ContractViolation> Validate(ContractSchema schema, JsonNode? value, Strictness strictness = Strictness.Exact)
    {
        List<ContractViolation>? found = null;
        Check(schema, value, strictness, ref found);
        return found ?? [];
    }

    private static void Check(ContractSchema schema, JsonNode? value, Strictness strictness, ref List<ContractViolation>? found)
    {
        var type = ContractSchema.TypeOf(value);
        if (type == JsonTypes.Null)
        {
            if (!schema.AllowsNull)
            {
                Report(ref found, "type", $"Expected `{schema.Word}`, got `null`");
            }

            return;
        }

        if (schema.Alternatives.Count > 0)
        {
            CheckAlternatives(schema, value, strictness, ref found);
            return;
        }

        if (schema.Types != JsonTypes.None && (schema.Types & type) == 0)
        {
            if (strictness != Strictness.Lax || !LaxValues.TryReadNumber(schema, value!, out var number))
            {
                var message = TypeMessage(schema, value!, type);
                Report(ref found, message.StartsWith("Invalid enum", StringComparison.Ordinal) ? "enum" : "type", message);
                return;
            }

            CheckNumber(schema, number, ref found);
            return;
        }

        if (schema.Enum is not null && !schema.IsOpenEnum && !schema.Enum.Contains(value!.ToJsonString()))
        {
            Report(ref found, "enum", $"Invalid enum value {Quoted(value!)}");
            return;
        }

        if (type == JsonTypes.String)
        {
            CheckText(schema, value!.GetValue<string>(), ref found);
        }
        else if (type.HasFlag(JsonTypes.Number))
        {
            CheckNumber(schema, value!, ref found);
        }
        else if (value is JsonArray array)
        {
            CheckArray(schema, array, strictness, ref found);
        }
        else if (value is JsonObject @object)
        {
            CheckObject(schema, @object, strictness, ref found);
        }
    }

    private static void CheckAlternatives(ContractSchema schema, JsonNode? value, Strictness strictness, ref List<ContractViolation>? found)
    {
        List<ContractViolation>? best = null;
        foreach (var alternative in schema.Alternatives)
        {
            List<ContractViolation>? own = null;
            Check(alternative, value, strictness, ref own);
            if (own is null)
            {
                CheckRules(schema, value, ref found);
                return;
            }

            best = best is null || own.Count < best.Count ? own : best;
        }

        (found ??= []).AddRange(best!);
    }

    private static void CheckText(ContractSchema schema, string text, ref List<ContractViolation>? found)
    {
        if (schema.Format is not null && Formats.Complaint(schema.Format, text) is { } complaint)
        {
            Report(ref found, "format", complaint);
            return;
        }

        if ((schema.MinLength is null && schema.MaxLength is null) || (schema.AllowsEmpty && text.Length == 0))
        {
            return;
        }

        var length = CodePoints(text);
        if (length < schema.MinLength)
        {
            Report(ref found, "minLength", $"Length of '{text}' {length} < {schema.MinLength}");
        }
        else if (length > schema.MaxLength)
        {
            Report(ref found, "maxLength", $"Length of '{text}' {length} > {schema.MaxLength}");
        }
    }

    private static void CheckNumber(ContractSchema schema, JsonNode value, ref List<ContractViolation>? found)
    {
        if (schema.Minimum is null && schema.Maximum is null)
        {
            return;
        }

        // Beyond what a decimal holds only the sign counts.
        var text = value.ToJsonString();
        var number = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read
            : text.StartsWith('-') ? decimal.MinValue : decimal.MaxValue;
        if (number < schema.Minimum)
        {
            Report(ref found, "minimum", $"Expected `{schema.Word}` >= {Plain(schema.Minimum.Value)}");
        }
        else if (number > schema.Maximum)
        {
            Report(ref found, "maximum", $"Expected `{schema.Word}` <= {Plain(schema.Maximum.Value)}");
        }
    }

    private static void CheckArray(ContractSchema schema, JsonArray array, Strictness strictness, ref List<ContractViolation>? found)
    {
        if (array.Count < schema.MinItems)
        {
            Report(ref found, "minItems", $"Expected `array` of length >= {schema.MinItems}");
        }
        else if (array.Count > schema.MaxItems)
        {
            Report(ref found, "maxItems", $"Expected `array` of length <= {schema.MaxItems}");
        }

        if (schema.Items is null)
        {
            return;
        }

        for (var index = 0; index < array.Count; index++)
        {
            var before = found?.Count ?? 0;
            Check(schema.Items, array[index], strictness, ref found);
            Prefix(found, before, index.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void CheckObject(ContractSchema schema, JsonObject value, Strictness strictness, ref List<ContractViolation>? found)
    {
        foreach (var member in schema.Members)
        {
            if (!value.TryGetPropertyValue(member.Name, out var child))
            {
                if (member.Required)
                {
                    Report(ref found, "required", $"Object missing required field `{member.Name}`");
                }

                continue;
            }

            var before = found?.Count ?? 0;
            Check(member.Schema, child, strictness, ref found);
            Prefix(found, before, member.Name);
        }

        if (schema.Additional is not null || (strictness == Strictness.Closed && !schema.AllowsAdditional))
        {
            CheckUndeclared(schema, value, strictness, ref found);
        }

        CheckRules(schema, value, ref found);
    }

    /// <summary>The rules may also stand beside alternatives, of which null is one.</summary>
    private static void CheckRules(ContractSchema schema, JsonNode? value, ref List<ContractViolation>? found)
    {
        foreach (var rule in schema.Rules)
        {
            if (value is JsonObject form && !ContractRules.Holds(rule, form))
            {
                Report(ref found, "x-rules", rule.Message);
            }
        }
    }

    private static void CheckUndeclared(ContractSchema schema, JsonObject value, Strictness strictness, ref List<ContractViolation>? found)
    {
        foreach (var (name, child) in value)
        {
            if (schema.Member(name) is not null)
            {
                continue;
            }

            var before = found?.Count ?? 0;
            if (schema.Additional is not null)
            {
                Check(schema.Additional, child, strictness, ref found);
            }
            else
            {
                Report(ref found, "additionalProperties", $"The contract has no member `{name}` here");
            }

            Prefix(found, before, name);
        }
    }

    private static string TypeMessage(ContractSchema schema, JsonNode value, JsonTypes type)
    {
        if (schema.Enum is not null && type.HasFlag(JsonTypes.String) | type.HasFlag(JsonTypes.Integer))
        {
            return $"Invalid enum value {Quoted(value)}";
        }

        var got = type switch
        {
            JsonTypes.Boolean => "bool",
            JsonTypes.String => "str",
            JsonTypes.Array => "array",
            JsonTypes.Object => "object",
            JsonTypes.Number => "float",
            _ => "int",
        };
        return $"Expected `{schema.Word}{(schema.AllowsNull ? " | null" : "")}`, got `{got}`";
    }

    private static string Quoted(JsonNode value)
        => value.GetValueKind() == System.Text.Json.JsonValueKind.String ? $"'{value.GetValue<string>()}'" : value.ToJsonString();

    private static string Plain(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static int CodePoints(string text)
    {
        var count = text.Length;
        foreach (var unit in text)
        {
            count -= char.IsLowSurrogate(unit) ? 1 : 0;
        }

        return count;
    }

    private static void Report(ref List<ContractViolation>? found, string rule, string message)
        => (found ??= []).Add(new ContractViolation("", rule, message));

    private static void Prefix(List<ContractViolation>? found, int from, string segment)
    {
        for (var index = from; index < found?.Count; index++)
        {
            found[index].Pointer = $"/{segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}{found[index].Pointer}";
        }
    }
}
