using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Valentina.SpecTool.View;

/// <summary>
/// The texts of the XML docs. They come from the project's own texts file; where it says nothing, a plain sentence made
/// from the name stands in and the gap is counted. Every text leaves here as XML that is safe behind <c>///</c>.
/// </summary>
internal sealed partial class Descriptions(JsonObject? texts, ViewReport report)
{
    public string Operation(string id, string method, string path)
        => Find($"operations/{id}/summary", "operations", id, "summary")
           ?? Escape($"{Sentence(id)} (`{method.ToUpperInvariant()} {path}`).");

    public string? Returns(string id) => Find(null, "operations", id, "returns");

    public string Parameter(string operationId, string name)
        => Find(null, "operations", operationId, "parameters", name)
           ?? Find($"parameters/{name}", "parameters", name)
           ?? Escape($"The {Words(name)}.");

    public string Schema(string key, string typeName)
        => Find($"schemas/{key}/summary", "schemas", key, "summary")
           ?? Escape($"{Sentence(typeName)}.");

    public string Property(string key, string name)
        => Find($"schemas/{key}/properties/{name}", "schemas", key, "properties", name)
           ?? Escape($"The {Words(name)}.");

    public string Enum(string key, string typeName)
        => Find($"schemas/{key}/summary", "schemas", key, "summary")
           ?? Escape($"{Sentence(typeName)}.");

    public string EnumValue(string key, string value)
        => Find($"enums/{key}/{value}", "enums", key, value)
           ?? Escape($"`{value}`.");

    /// <summary>A text as XML on one line: no line break of any kind survives, and `code` becomes an element.</summary>
    public static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                default:
                    var category = Rune.GetUnicodeCategory(rune);
                    var unsafeHere = category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
                        || rune == Rune.ReplacementChar;
                    result.Append(unsafeHere ? " " : rune.ToString());
                    break;
            }
        }

        return Code().Replace(Spaces().Replace(result.ToString(), " ").Trim(), "<c>$1</c>");
    }

    private string? Find(string? gap, params ReadOnlySpan<string> path)
    {
        JsonNode? node = texts;
        foreach (var step in path)
        {
            node = (node as JsonObject)?[step];
        }

        if (node is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text))
        {
            report.TextFound();
            return Escape(text);
        }

        if (gap is not null)
        {
            report.TextMissing(gap);
        }

        return null;
    }

    private static string Sentence(string name)
    {
        var words = Words(name);
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Words(string name)
        => string.Join(' ', Humps().Matches(name).Select(m => m.Value.ToLowerInvariant()));

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z0-9]+(?![a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Humps();
}
