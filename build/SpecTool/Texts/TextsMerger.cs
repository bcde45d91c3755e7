using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Texts;

/// <summary>
/// Writes our texts into a document: <c>summary</c> of operations, <c>description</c> of answers, parameters, schemas and members,
/// and <c>x-enum-descriptions</c> beside the values of an enumeration.
/// </summary>
public sealed class TextsMerger
{
    private readonly TextsDocument _texts;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    private TextsMerger(TextsDocument texts) => _texts = texts;

    /// <summary>Writes the texts into <paramref name="document"/>, which is changed in place.</summary>
    public static TextsReport Apply(JsonObject document, TextsDocument texts)
    {
        var merger = new TextsMerger(texts);
        foreach (var (_, item) in document["paths"] as JsonObject ?? [])
        {
            foreach (var (_, operation) in item as JsonObject ?? [])
            {
                merger.Operation((JsonObject)operation!);
            }
        }

        foreach (var (key, schema) in document["components"]?["schemas"] as JsonObject ?? [])
        {
            merger.Schema(key, (JsonObject)schema!);
        }

        return new TextsReport(merger._used.Count, [.. merger._missing], [.. merger.Stale()]);
    }

    private void Operation(JsonObject operation)
    {
        var id = (string)operation["operationId"]!;
        if (Text($"operations/{id}/summary") is { } summary)
        {
            operation["summary"] = summary;
        }

        if (Text($"operations/{id}/returns", optional: true) is { } returns)
        {
            foreach (var (_, answer) in (operation["responses"] as JsonObject ?? []).Where(answer => answer.Key.StartsWith('2')))
            {
                answer!["description"] = returns;
            }
        }

        foreach (var parameter in operation["parameters"] as JsonArray ?? [])
        {
            Describe(parameter as JsonObject, $"parameters/{parameter!["name"]}");
        }

        foreach (var (name, part) in operation["requestBody"]?["content"]?["multipart/form-data"]?["schema"]?["properties"] as JsonObject ?? [])
        {
            Describe(part as JsonObject, $"parameters/{name}");
        }
    }

    private void Schema(string key, JsonObject schema)
    {
        if (key.StartsWith("OffsetPagination_", StringComparison.Ordinal))
        {
            return;
        }

        Describe(schema, $"schemas/{key}/summary");
        if (schema["enum"] is JsonArray values)
        {
            schema["x-enum-descriptions"] = new JsonArray([.. values.Select(value => (JsonNode?)(Text($"enums/{key}/{value}") ?? ""))]);
        }

        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            Describe(property as JsonObject, $"schemas/{key}/properties/{name}");
        }
    }

    private void Describe(JsonObject? target, string place)
    {
        if (target is not null && Text(place) is { } text)
        {
            target["description"] = text;
        }
    }

    private string? Text(string place, bool optional = false)
    {
        var node = place.Split('/').Aggregate((JsonNode?)_texts.Root, (holder, name) => (holder as JsonObject)?[name]);
        if (node is JsonValue text)
        {
            _used.Add(place);
            return (string)text!;
        }

        if (!optional)
        {
            _missing.Add(place);
        }

        return null;
    }

    private IEnumerable<string> Stale() => Places(_texts.Root, "").Where(place => !_used.Contains(place));

    private static IEnumerable<string> Places(JsonNode? node, string place) => node is JsonObject members
        ? members.SelectMany(member => Places(member.Value, place.Length == 0 ? member.Key : $"{place}/{member.Key}"))
        : [place];
}
