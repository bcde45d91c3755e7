using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Refusals;

/// <summary>Where the values of a prepared document come from: a line of the published document, or an action of the overlay.</summary>
internal sealed class Origins
{
    private readonly Dictionary<JsonNode, (string File, int Line)> _places = new(ReferenceEqualityComparer.Instance);

    private Origins(JsonNode document) => Document = document;

    /// <summary>The published document with the overlay in it.</summary>
    public JsonNode Document { get; }

    /// <summary>Applies the overlay once more and watches what each action adds.</summary>
    /// <param name="files">The files, which can be read.</param>
    public static Origins Of(ApiFiles files)
    {
        var published = LineMap.Of(File.ReadAllText(files.Published));
        var origins = new Origins(published.Root);
        foreach (var (node, line) in published.Lines)
        {
            origins._places[node] = (files.Published, line);
        }

        var text = File.ReadAllText(files.Overlay);
        var lines = LineMap.Of(text);
        foreach (var action in OverlayDocument.Parse(JsonText.ParseObject(text)).Actions)
        {
            var targets = action.Target.Select(origins.Document);
            OverlayEngine.Apply((JsonObject)origins.Document, action);
            var line = lines.Find(["actions", action.Index.ToString(System.Globalization.CultureInfo.InvariantCulture), "target"]);
            foreach (var target in action.Removes ? [] : targets)
            {
                origins.Mark(target.Value, (files.Overlay, line));
            }
        }

        return origins;
    }

    /// <summary>The file and line of a place, or of the nearest that holds it.</summary>
    /// <param name="place">The place in the prepared document.</param>
    public (string File, int Line) Find(JsonPointer place)
        => LineMap.Trail(Document, place.Steps()).Where(_places.ContainsKey).Select(node => _places[node]).Last();

    private void Mark(JsonNode? node, (string File, int Line) place)
    {
        if (node is null)
        {
            return;
        }

        _places.TryAdd(node, place);
        foreach (var inner in node is JsonObject members ? members.Select(member => member.Value) : node as JsonArray ?? [])
        {
            Mark(inner, place);
        }
    }
}
