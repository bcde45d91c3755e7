using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>Reading JSON by name, where a wrong kind of node is an error with its pointer.</summary>
internal static class JsonRead
{
    public static JsonObject Object(JsonNode? node, string pointer)
        => node as JsonObject ?? throw SpecException.At(pointer, "an object is expected");

    public static JsonArray Array(JsonNode? node, string pointer)
        => node as JsonArray ?? throw SpecException.At(pointer, "an array is expected");

    public static string String(JsonNode? node, string pointer)
        => node is JsonValue value && value.TryGetValue(out string? text) ? text : throw SpecException.At(pointer, "a string is expected");

    public static string? StringOrNull(JsonObject owner, string name, string pointer)
        => owner[name] is { } node ? String(node, pointer + "/" + name) : null;

    public static bool Flag(JsonObject owner, string name)
        => owner[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    public static double? Number(JsonObject owner, string name, string pointer)
    {
        if (owner[name] is not { } node)
        {
            return null;
        }

        // A number is held as double, long or element, by where it came from; the text of it is the same for all.
        return node is JsonValue value
            && double.TryParse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw SpecException.At(pointer + "/" + name, "a number is expected");
    }

    /// <summary>One more step of a JSON pointer.</summary>
    public static string Step(string pointer, string name)
        => $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
}
