using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Reads members of a document that may hold anything; what has the wrong type counts as absent.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonObject node, string name)
        => node[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool? Flag(this JsonObject node, string name) => node[name] is JsonValue value
        ? value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        }
        : null;

    public static JsonObject? Map(this JsonObject node, string name) => node[name] as JsonObject;

    public static JsonArray? List(this JsonObject node, string name) => node[name] as JsonArray;

    public static IReadOnlyList<string> Texts(this JsonObject node, string name) => node[name] switch
    {
        JsonArray list => [.. list.OfType<JsonValue>()
            .Where(value => value.GetValueKind() == JsonValueKind.String)
            .Select(value => value.GetValue<string>())],
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
