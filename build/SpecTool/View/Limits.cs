using System.Globalization;

namespace Valentina.SpecTool.View;

/// <summary>
/// The checks a sent member gets, as calls of the SDK's <c>ModelValidator</c>, and the sentence about them in its docs.
/// Both come from the limits in the prepared document.
/// </summary>
internal static class Limits
{
    /// <summary>Limits that are not checked on this side.</summary>
    public static IReadOnlyList<string> LeftToTheServer { get; } =
        ["pattern", "multipleOf", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum", "minProperties", "maxProperties"];

    /// <summary>The calls that check a member; every piece of them passed an allow-list or is a number.</summary>
    public static List<string> Checks(PropertyShape property)
    {
        var target = $"\"{property.WireName}\", {property.Name}";
        var checks = new List<string>();
        AddPresence(checks, property, target);
        AddValue(checks, property, target);
        return checks;
    }

    /// <summary>What the limits say, for a reader; null where there are none.</summary>
    public static string? Sentence(ResolvedSchema schema, ResolvedSchema? item)
    {
        var parts = new List<string>();
        if (schema.Shape == SchemaShape.String)
        {
            Span(parts, schema.Number("minLength"), schema.Number("maxLength"), "character");
            if (AllowsEmpty(schema))
            {
                parts.Add("or empty, which is taken as none");
            }
        }
        else if (schema.Shape == SchemaShape.Array)
        {
            Span(parts, schema.Number("minItems"), schema.Number("maxItems"), "item");
            if (item is { Shape: SchemaShape.String })
            {
                Span(parts, item.Number("minLength"), item.Number("maxLength"), "character", " each");
            }
        }
        else if (schema.Shape is SchemaShape.Integer or SchemaShape.Number)
        {
            Span(parts, schema.Number("minimum"), schema.Number("maximum"), null);
        }

        return parts.Count == 0 ? null : string.Join(", ", parts) + ".";
    }

    private static void AddPresence(List<string> checks, PropertyShape property, string target)
    {
        if (property.Kind == ModelKind.Patch)
        {
            if (!property.Schema.Nullable)
            {
                checks.Add($"NotNull({target})");
            }
        }
        else if (property is { Required: true, Schema.Nullable: false })
        {
            switch (property.Value)
            {
                case ValueKind.Id:
                    checks.Add($"RequiredId({target})");
                    break;
                case ValueKind.OpenEnum:
                    checks.Add($"RequiredEnum({target})");
                    break;
                case ValueKind.Reference:
                    checks.Add($"Required({target})");
                    break;
            }
        }
    }

    private static void AddValue(List<string> checks, PropertyShape property, string target)
    {
        var schema = property.Schema;
        switch (schema.Shape)
        {
            case SchemaShape.String when property.Value == ValueKind.Reference:
                Length(checks, AllowsEmpty(schema) ? "LengthOrEmpty" : "Length", schema, target);
                if (Format(schema) == "email")
                {
                    checks.Add($"Email({target})");
                }

                break;
            case SchemaShape.Integer or SchemaShape.Number:
                if (schema.Number("minimum") is not null || schema.Number("maximum") is not null)
                {
                    var suffix = Format(schema) == "decimal" ? "m" : "";
                    var (from, to) = (Literal(schema.Number("minimum"), suffix), Literal(schema.Number("maximum"), suffix));
                    checks.Add($"Range({target}, {from}, {to})");
                }

                break;
            case SchemaShape.Array:
                if (schema.Number("minItems") is not null || schema.Number("maxItems") is not null)
                {
                    checks.Add($"Count({target}, {Whole(schema.Number("minItems"), "0")}, {Whole(schema.Number("maxItems"), "int.MaxValue")})");
                }

                if (property.Item is { Shape: SchemaShape.String } item && Format(item) is null)
                {
                    Length(checks, "ItemLengths", item, target);
                }

                AddTarget(checks, property.ItemTarget, "Items", target);
                break;
            case SchemaShape.Map:
                AddTarget(checks, property.ItemTarget, "Values", target);
                checks.AddRange(Rules.KeyChecks(schema, target));
                break;
            default:
                AddTarget(checks, property.Target, "", target);
                break;
        }
    }

    /// <summary>Checks that follow from what a reference points to.</summary>
    private static void AddTarget(List<string> checks, TargetKind kind, string suffix, string target)
    {
        var check = kind switch
        {
            TargetKind.Model => "Nested" + suffix,
            TargetKind.ClosedEnum when suffix != "Values" => "Known" + suffix,
            TargetKind.ClosedNumber when suffix.Length == 0 => "Defined",
            _ => null,
        };
        if (check is not null)
        {
            checks.Add($"{check}({target})");
        }
    }

    private static void Length(List<string> checks, string check, ResolvedSchema schema, string target)
    {
        if (schema.Number("minLength") is not null || schema.Number("maxLength") is not null)
        {
            checks.Add($"{check}({target}, {Whole(schema.Number("minLength"), "0")}, {Whole(schema.Number("maxLength"), "int.MaxValue")})");
        }
    }

    // Shorter than the limit, and yet the server takes it: as no text at all.
    private static bool AllowsEmpty(ResolvedSchema schema) => JsonRead.Flag(schema.Node, "x-allow-empty");

    public static string? Format(ResolvedSchema schema) => schema["format"]?.ToString();

    public static string Whole(double? number, string none)
        => number is not { } value ? none
            : value >= int.MaxValue ? "int.MaxValue"
            : ((long)value).ToString(CultureInfo.InvariantCulture);

    /// <summary>A limit of a whole number; one beyond its type is none.</summary>
    public static string WholeLimit(double? number) => Math.Abs(number ?? 0) < 1e15 ? Literal(number) : "null";

    /// <summary>A number as C# writes it.</summary>
    /// <param name="number">The number; null is written as such.</param>
    /// <param name="suffix">What a fraction ends with: nothing for a double, <c>m</c> for a decimal.</param>
    public static string Literal(double? number, string suffix = "") => number switch
    {
        null => "null",
        { } whole when whole == Math.Floor(whole) && Math.Abs(whole) < 1e15 => ((long)whole).ToString(CultureInfo.InvariantCulture),
        { } fraction => fraction.ToString("R", CultureInfo.InvariantCulture) + suffix,
    };

    private static void Span(List<string> parts, double? from, double? to, string? unit, string suffix = "")
    {
        string Units(double? count) => unit is null ? "" : count == 1 ? $" {unit}" : $" {unit}s";
        var text = (from, to) switch
        {
            (null, null) => null,
            (null or 0, { } max) when unit is not null => $"At most {Literal(max)}{Units(max)}{suffix}",
            ({ } min, null) => min == 0 && unit is not null ? null : $"At least {Literal(min)}{Units(min)}{suffix}",
            (null, { } max) => $"At most {Literal(max)}{suffix}",
            ({ } min, { } max) => $"{Literal(min)} to {Literal(max)}{Units(max)}{suffix}",
        };
        if (text is not null)
        {
            parts.Add(parts.Count == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..]);
        }
    }
}
