using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Refusals;

/// <summary>The line on which each value of a JSON text begins.</summary>
internal sealed class LineMap
{
    private readonly Dictionary<JsonNode, int> _lines = new(ReferenceEqualityComparer.Instance);

    private LineMap(JsonNode root) => Root = root;

    /// <summary>The values, as objects of their own.</summary>
    public JsonNode Root { get; }

    /// <summary>The values that have a line; a null has none.</summary>
    public IReadOnlyDictionary<JsonNode, int> Lines => _lines;

    /// <summary>Reads a text that is known to be valid JSON.</summary>
    /// <param name="text">The text.</param>
    public static LineMap Of(string text)
    {
        var map = new LineMap(JsonNode.Parse(text)!);
        using var lines = Begins(Encoding.UTF8.GetBytes(text)).GetEnumerator();
        map.Take(map.Root, lines);
        return map;
    }

    /// <summary>The line of a place, or of the nearest that holds it.</summary>
    /// <param name="steps">The way to the place.</param>
    public int Find(IEnumerable<string> steps)
        => Trail(Root, steps).Select(node => _lines.GetValueOrDefault(node)).LastOrDefault(line => line > 0, 1);

    /// <summary>The values on the way to a place, as far as there are any.</summary>
    /// <param name="node">Where the way begins.</param>
    /// <param name="steps">The way.</param>
    public static IEnumerable<JsonNode> Trail(JsonNode? node, IEnumerable<string> steps)
    {
        foreach (var step in steps)
        {
            if (node is null)
            {
                yield break;
            }

            yield return node;
            node = node switch
            {
                JsonObject members => members[step],
                JsonArray items when int.TryParse(step, out var index) && index >= 0 && index < items.Count => items[index],
                _ => null,
            };
        }

        if (node is not null)
        {
            yield return node;
        }
    }

    /// <summary>Reader and nodes meet the values in the same order.</summary>
    private void Take(JsonNode? node, IEnumerator<int> lines)
    {
        lines.MoveNext();
        if (node is null)
        {
            return;
        }

        _lines[node] = lines.Current;
        foreach (var inner in node is JsonObject members ? members.Select(member => member.Value) : node as JsonArray ?? [])
        {
            Take(inner, lines);
        }
    }

    private static List<int> Begins(byte[] text)
    {
        var begins = new List<int>();
        var reader = new Utf8JsonReader(text);
        var (line, at) = (1, 0);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray or JsonTokenType.PropertyName)
            {
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            line += text.AsSpan(at, start - at).Count((byte)'\n');
            at = start;
            begins.Add(line);
        }

        return begins;
    }
}
