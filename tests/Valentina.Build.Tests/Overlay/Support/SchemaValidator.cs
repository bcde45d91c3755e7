using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Valentina.Build.Tests.Overlay.Support;

/// <summary>Tells where a value departs from a schema of a document. Only what our documents use.</summary>
internal sealed partial class SchemaValidator(JsonObject document)
{
    /// <summary>Whether members the schema does not declare are faults. Servers ignore them in requests.</summary>
    public bool AllowsUnknownMembers { get; init; }

    public IReadOnlyList<string> Faults(JsonNode? schema, JsonNode? value)
    {
        var faults = new List<string>();
        Check(schema!.AsObject(), value, "", faults);
        return faults;
    }

    public bool Accepts(JsonNode? schema, JsonNode? value) => Faults(schema, value).Count == 0;

    private void Check(JsonObject schema, JsonNode? value, string place, List<string> faults)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            Check(document["components"]!["schemas"]![reference.Split('/')[^1]]!.AsObject(), value, place, faults);
            return;
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray branches)
        {
            CheckUnion(branches, value, place, faults);
            return;
        }

        var types = schema["type"] is JsonArray several
            ? several.Select(type => (string)type!).ToArray()
            : schema["type"] is { } one
            ? [(string)one!]
            : [];
        if (types.Length > 0 && !types.Any(type => HasType(value, type)))
        {
            faults.Add($"{place}: {string.Join(" or ", types)} is expected");
            return;
        }

        CheckEnum(schema, value, place, faults);
        switch (value)
        {
            case JsonObject members:
                CheckMembers(schema, members, place, faults);
                break;
            case JsonArray items:
                CheckItems(schema, items, place, faults);
                break;
            case JsonValue plain:
                CheckPlain(schema, plain, place, faults);
                break;
        }
    }

    private void CheckUnion(JsonArray branches, JsonNode? value, string place, List<string> faults)
    {
        var results = branches.Select(branch =>
        {
            var inner = new List<string>();
            Check(branch!.AsObject(), value, place, inner);
            return inner;
        }).ToList();
        if (results.All(inner => inner.Count > 0))
        {
            faults.AddRange(results[0]);
        }
    }

    private void CheckMembers(JsonObject schema, JsonObject members, string place, List<string> faults)
    {
        foreach (var required in schema["required"] as JsonArray ?? [])
        {
            if (!members.ContainsKey((string)required!))
            {
                faults.Add($"{place}/{required}: missing");
            }
        }

        foreach (var (name, value) in members)
        {
            if (schema["properties"]?[name] is JsonObject property)
            {
                Check(property, value, $"{place}/{name}", faults);
            }
            else if (schema["additionalProperties"] is JsonObject other)
            {
                Check(other, value, $"{place}/{name}", faults);
            }
            else if (!AllowsUnknownMembers && schema["properties"] is JsonObject)
            {
                faults.Add($"{place}/{name}: not declared");
            }
        }
    }

    private void CheckItems(JsonObject schema, JsonArray items, string place, List<string> faults)
    {
        Bound(schema, "minItems", items.Count, (actual, limit) => actual >= limit, place, faults);
        Bound(schema, "maxItems", items.Count, (actual, limit) => actual <= limit, place, faults);
        for (var index = 0; index < items.Count && schema["items"] is JsonObject item; index++)
        {
            Check(item, items[index], $"{place}/{index.ToString(CultureInfo.InvariantCulture)}", faults);
        }
    }

    private static void CheckPlain(JsonObject schema, JsonValue value, string place, List<string> faults)
    {
        if (value.GetValueKind() == JsonValueKind.Number)
        {
            var number = value.GetValue<decimal>();
            Bound(schema, "minimum", number, (actual, limit) => actual >= limit, place, faults);
            Bound(schema, "maximum", number, (actual, limit) => actual <= limit, place, faults);
        }

        if (!value.TryGetValue<string>(out var text))
        {
            return;
        }

        if (!(text.Length == 0 && (bool?)schema["x-allow-empty"] == true))
        {
            Bound(schema, "minLength", text.Length, (actual, limit) => actual >= limit, place, faults);
        }

        Bound(schema, "maxLength", text.Length, (actual, limit) => actual <= limit, place, faults);
        if (!HasFormat(text, (string?)schema["format"]))
        {
            faults.Add($"{place}: no {schema["format"]}");
        }
    }

    private static void CheckEnum(JsonObject schema, JsonNode? value, string place, List<string> faults)
    {
        if (schema["enum"] is JsonArray values
            && (bool?)schema["x-extensible-enum"] != true
            && !values.Any(known => JsonNode.DeepEquals(known, value)))
        {
            faults.Add($"{place}: {value} is not in the set");
        }
    }

    private static void Bound(
        JsonObject schema, string keyword, decimal actual, Func<decimal, decimal, bool> holds, string place, List<string> faults)
    {
        if (schema[keyword] is JsonValue limit && !holds(actual, limit.GetValue<decimal>()))
        {
            faults.Add($"{place}: {keyword} {limit}");
        }
    }

    private static bool HasType(JsonNode? value, string type) => (value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        JsonValueKind.Null => type == "null",
        JsonValueKind.True or JsonValueKind.False => type == "boolean",
        JsonValueKind.String => type == "string",
        JsonValueKind.Array => type == "array",
        JsonValueKind.Object => type == "object",
        JsonValueKind.Number => type == "number" || (type == "integer" && decimal.IsInteger(value!.GetValue<decimal>())),
        _ => false,
    };

    private static bool HasFormat(string text, string? format) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => Instant().IsMatch(text),
        "email" => text.Contains('@', StringComparison.Ordinal),
        _ => true,
    };

    // The Claude Code API writes instants without a zone.
    [GeneratedRegex(@"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?\z")]
    private static partial Regex Instant();
}
