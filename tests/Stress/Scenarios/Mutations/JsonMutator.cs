using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Stress.Scenarios.Mutations;

/// <summary>Changes a document where it is sound everywhere else: other kinds of values, missing, doubled and renamed members.</summary>
internal static class JsonMutator
{
    private const string Mark = "@mutated@";
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e400", "-1e400", "1e-400", "2147483648", "9223372036854775808",
        "-9223372036854775809", "18446744073709551616", new string('9', 400),
        "NaN", "Infinity", "0x10", "[]", "{}", "[null]", "[[]]", "{\"a\":null}", "{\"id\":null,\"items\":[null]}", "\"\"", "\" \"",
        "\"null\"", "\"0\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udfff\\ud800\"",
        "\"not-an-id\"", "\"00000000-0000-0000-0000-000000000000\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59.9999999-14:00\"", "\"2026-02-30\"", "\"\\/Date(1)\\/\"", "\"P1Y\"", "\"1e400\"",
        "undefined", "new Date(1)", "/**/1", new string('[', 150) + new string(']', 150), "\"" + new string('x', 3000) + "\"",
    ];

    /// <summary>One to three changes; bytes that are no JSON stay as they are.</summary>
    public static byte[] Mutate(byte[] bytes, Random chances)
    {
        for (var times = chances.Next(1, 4); times > 0; times--)
        {
            try
            {
                bytes = Once(bytes, chances);
            }
            catch (Exception ex) when (ex is JsonException or ArgumentException or InvalidOperationException)
            {
                // An earlier change broke it; what it made stays.
                return bytes;
            }
        }

        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random chances)
    {
        var root = JsonNode.Parse(bytes);
        var places = new List<(JsonNode Parent, string? Name, int Index)>();
        Collect(root, places);
        var value = Values[chances.Next(Values.Length)];
        if (places.Count == 0)
        {
            return Encoding.UTF8.GetBytes(value);
        }

        var (parent, name, index) = places[chances.Next(places.Count)];
        var old = name is null ? parent[index] : parent[name];
        var text = old?.ToJsonString(Plain) ?? "null";
        var way = chances.Next(7);
        switch (way)
        {
            case 0 when name is not null:
                ((JsonObject)parent).Remove(name);
                return Encoding.UTF8.GetBytes(root!.ToJsonString(Plain));
            case 0:
                ((JsonArray)parent).RemoveAt(index);
                return Encoding.UTF8.GetBytes(root!.ToJsonString(Plain));
            case 1 when name is not null:
                value = $"{text},{JsonSerializer.Serialize(name, Plain)}:{value}";
                break;
            case 1:
                value = $"{text},{value},{text}";
                break;
            case 2:
                value = $"[{text}]";
                break;
            case 3:
                value = $"{{\"{name}\":{text}}}";
                break;
            case 4 when name is not null:
                value = $"{value},\"{name.ToUpperInvariant()}\":{text}";
                break;
        }

        if (name is null)
        {
            ((JsonArray)parent)[index] = Mark;
        }
        else
        {
            ((JsonObject)parent)[name] = Mark;
        }

        return Encoding.UTF8.GetBytes(root!.ToJsonString(Plain).Replace($"\"{Mark}\"", value, StringComparison.Ordinal));
    }

    private static void Collect(JsonNode? node, List<(JsonNode, string?, int)> places)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    places.Add((members, name, 0));
                    Collect(value, places);
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    places.Add((items, null, index));
                    Collect(items[index], places);
                }

                break;
        }
    }
}
