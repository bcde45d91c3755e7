using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Json;

/// <summary>Writes JSON so that equal values give equal text: sorted members, numbers without spelling differences.</summary>
internal static class CanonicalJson
{
    public static string Write(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject map => "{" + string.Join(",", map
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => JsonSerializer.Serialize(member.Key) + ":" + Write(member.Value))) + "}",
        JsonArray list => "[" + string.Join(",", list.Select(Write)) + "]",
        JsonValue value => WriteValue(value),
        _ => node.ToJsonString(),
    };

    public static decimal? Number(JsonNode? node)
        => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string WriteValue(JsonValue value)
    {
        if (value.GetValueKind() != JsonValueKind.Number)
        {
            return value.ToJsonString();
        }

        return Number(value) is { } number
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : value.ToJsonString();
    }
}
