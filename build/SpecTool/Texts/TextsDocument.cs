using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Texts;

/// <summary>Our own texts for one API: what IntelliSense shows.</summary>
public sealed class TextsDocument
{
    private static readonly HashSet<string> Sections = ["operations", "parameters", "schemas", "enums"];

    private readonly List<string> _places = [];

    private TextsDocument(JsonObject root)
    {
        foreach (var (section, entries) in root)
        {
            if (!Sections.Contains(section) || entries is not JsonObject)
            {
                throw new SpecException(JsonPointer.Root.Child(section), "A file of texts has operations, parameters, schemas and enums.");
            }

            Read(entries, section, JsonPointer.Root.Child(section));
        }

        Places = _places.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The places that have a text, such as <c>enums/DiceSize/10</c>.</summary>
    public IReadOnlySet<string> Places { get; }

    /// <summary>Reads a file of texts; an unknown section or a text with control characters is refused.</summary>
    /// <exception cref="SpecException">The file is malformed.</exception>
    public static TextsDocument Parse(JsonObject texts) => new(texts);

    private void Read(JsonNode? node, string path, JsonPointer place)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                Read(value, $"{path}/{name}", place.Child(name));
            }

            return;
        }

        if (node is not JsonValue text
            || !text.TryGetValue<string>(out var content)
            || string.IsNullOrWhiteSpace(content)
            || !NameRules.IsCleanText(content))
        {
            throw new SpecException(place, "A text without control characters is expected.");
        }

        _places.Add(path);
    }
}
