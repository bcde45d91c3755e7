using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Texts;

/// <summary>One text and the place it is written for, such as <c>schemas/NoteCreate/title</c>.</summary>
internal sealed record TextEntry(string Place, string Text)
{
    /// <summary>Every text of a texts file, in the order of the file.</summary>
    public static IReadOnlyList<TextEntry> ReadAll(string service)
        => [.. Leaves(Repository.ReadJson(Repository.PathOf("openapi", service + ".texts.json")), "")];

    private static IEnumerable<TextEntry> Leaves(JsonNode? node, string place) => node switch
    {
        JsonObject members => members.SelectMany(m => Leaves(m.Value, place.Length == 0 ? m.Key : $"{place}/{m.Key}")),
        JsonValue value => [new TextEntry(Shorten(place), value.GetValue<string>())],
        _ => throw new InvalidOperationException($"A text is expected at {place}."),
    };

    private static string Shorten(string place) => place.Replace("/properties/", "/", StringComparison.Ordinal);
}
