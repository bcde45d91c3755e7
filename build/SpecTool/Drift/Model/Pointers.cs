using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>JSON pointers (RFC 6901).</summary>
internal static class Pointers
{
    public static string Join(string pointer, string name) => pointer + "/" + Escape(name);

    public static string Escape(string name)
        => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    public static string Join(string pointer, int index) => pointer + "/" + index.ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<string> Split(string pointer) => pointer
        .Split('/')
        .Skip(1)
        .Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));

    public static JsonNode? Find(JsonNode root, string pointer)
    {
        var node = root;
        foreach (var part in Split(pointer))
        {
            node = node switch
            {
                JsonObject map => map[part],
                JsonArray list when int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    && index < list.Count => list[index],
                _ => null,
            };
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }
}
