using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Texts;

/// <summary>Our own texts for one API: what IntelliSense shows.</summary>
public sealed class TextsDocument
{
    private static readonly HashSet<string> Sections = ["operations", "parameters", "schemas", "enums"];

    private TextsDocument(JsonObject root) => Root = root;

    internal JsonObject Root { get; }

    /// <summary>Reads a file of texts; an unknown section or a text with control characters is refused.</summary>
    /// <exception cref="SpecException">The file is malformed.</exception>
    public static TextsDocument Parse(JsonObject texts)
    {
        foreach (var (section, entries) in texts)
        {
            var place = JsonPointer.Root.Child(section);
            if (!Sections.Contains(section) || entries is not JsonObject)
            {
                throw new SpecException(place, "A file of texts has operations, parameters, schemas and enums.");
            }

            Refuse(entries, place);
        }

        return new TextsDocument(texts);
    }

    private static void Refuse(JsonNode? node, JsonPointer place)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                Refuse(value, place.Child(name));
            }

            return;
        }

        if (node is not JsonValue text || !text.TryGetValue<string>(out var content) || string.IsNullOrWhiteSpace(content) || !NameRules.IsCleanText(content))
        {
            throw new SpecException(place, "A text without control characters is expected.");
        }
    }
}
