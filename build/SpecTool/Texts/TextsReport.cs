using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Texts;

/// <summary>How complete our texts are. Never a reason to stop a build.</summary>
/// <param name="Present">How many places have a text.</param>
/// <param name="Missing">The places without one, such as <c>schemas/NoteCreate/properties/title</c>.</param>
/// <param name="Stale">Texts for something the document does not have.</param>
public sealed record TextsReport(int Present, IReadOnlyList<string> Missing, IReadOnlyList<string> Stale)
{
    // What an operation returns is said only where its type does not say it.
    private const string OptionalText = "/returns";

    /// <summary>Holds the texts against a prepared document.</summary>
    public static TextsReport Create(JsonObject prepared, TextsDocument texts)
    {
        var wanted = TextPlaces.Of(prepared).ToList();
        var operations = wanted.Where(place => place.StartsWith("operations/", StringComparison.Ordinal)).Select(Owner)
            .ToHashSet(StringComparer.Ordinal);
        var known = wanted.ToHashSet(StringComparer.Ordinal);
        var present = wanted.Count(texts.Places.Contains);
        return new TextsReport(
            present,
            [.. wanted.Where(place => !texts.Places.Contains(place))],
            [.. texts.Places.Where(place => !known.Contains(place)
                && !(place.EndsWith(OptionalText, StringComparison.Ordinal) && operations.Contains(Owner(place))))]);
    }

    private static string Owner(string place) => place[..place.LastIndexOf('/')];
}
