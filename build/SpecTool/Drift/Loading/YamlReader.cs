using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Valentina.SpecTool.Drift.Loading;

/// <summary>
/// Reads YAML as the JSON it stands for: the core schema of YAML 1.2, and merge keys. The document is built from the parser's events,
/// so that depth, size and aliases are bounded before anything grows.
/// </summary>
internal sealed class YamlReader
{
    // Aliases may repeat a node; a short text must not grow without bound.
    private const int MostNodes = 2_000_000;

    private readonly Dictionary<string, (JsonNode? Node, int Size)> _anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Parser _parser;
    private readonly string _name;
    private int _count;

    private YamlReader(string text, string name)
    {
        _parser = new Parser(new StringReader(text));
        _name = name;
    }

    public static JsonNode? Read(string text, string name)
    {
        try
        {
            return new YamlReader(text, name).Read();
        }
        catch (YamlException ex) when (YamlBlockScalars.Normalise(text) is var other && other != text)
        {
            return ReadAgain(other, name, ex);
        }
        catch (YamlException ex)
        {
            throw Invalid(name, ex);
        }
    }

    private static JsonNode? ReadAgain(string text, string name, YamlException first)
    {
        try
        {
            return new YamlReader(text, name).Read();
        }
        catch (YamlException)
        {
            throw Invalid(name, first);
        }
    }

    private static ContractException Invalid(string name, YamlException exception) => new(
        $"{name} is neither JSON nor valid YAML (line {exception.Start.Line.ToString(CultureInfo.InvariantCulture)}).", exception);

    private JsonNode? Read()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            throw new ContractException($"{_name} is empty.");
        }

        _parser.Consume<DocumentStart>();
        return Node(0);
    }

    private JsonNode? Node(int depth)
    {
        if (depth > DocumentParser.DeepestNesting)
        {
            throw DocumentParser.TooDeep(_name);
        }

        Count(1);
        switch (_parser.Consume<ParsingEvent>())
        {
            case AnchorAlias alias:
                return Alias(alias);
            case Scalar scalar:
                return Anchored(scalar, () => YamlScalars.Read(scalar));
            case SequenceStart sequence:
                return Anchored(sequence, () => Sequence(depth));
            case MappingStart mapping:
                return Anchored(mapping, () => Mapping(depth));
            case var other:
                throw new YamlException(other.Start, other.End, "A value is expected.");
        }
    }

    private void Count(int nodes)
    {
        if ((_count += nodes) > MostNodes)
        {
            throw new ContractException($"{_name} grows beyond {MostNodes.ToString(CultureInfo.InvariantCulture)} values by its aliases.");
        }
    }

    private JsonNode? Anchored(NodeEvent start, Func<JsonNode?> read)
    {
        if (start.Anchor.IsEmpty)
        {
            return read();
        }

        var anchor = start.Anchor.Value;
        var before = _count;
        _open.Add(anchor);
        var node = read();
        _open.Remove(anchor);
        _anchors[anchor] = (node, _count - before + 1);
        return node;
    }

    private JsonNode? Alias(AnchorAlias alias)
    {
        var anchor = alias.Value.Value;
        var line = alias.Start.Line.ToString(CultureInfo.InvariantCulture);
        if (_open.Contains(anchor))
        {
            throw new ContractException($"{_name} holds an alias to what it stands in (line {line}), which never ends.");
        }

        if (!_anchors.TryGetValue(anchor, out var known))
        {
            throw new ContractException($"{_name} holds an alias to nothing (line {line}).");
        }

        Count(known.Size);
        return known.Node?.DeepClone();
    }

    private JsonArray Sequence(int depth)
    {
        var list = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Node(depth + 1));
        }

        return list;
    }

    private JsonObject Mapping(int depth)
    {
        var map = new JsonObject();
        var merged = new List<JsonObject>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var start = _parser.Current!.Start;
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw new YamlException(start, start, "A key is a text.");
            }

            Count(1);
            var value = Node(depth + 1);
            if (key.Value == "<<" && key.Style == ScalarStyle.Plain)
            {
                merged.AddRange(Sources(value, key));
            }
            else if (!map.TryAdd(key.Value, value))
            {
                throw new YamlException(key.Start, key.End, "The key occurs twice.");
            }
        }

        // What the mapping says itself wins over what it merges in, and earlier sources win over later ones.
        foreach (var (name, value) in merged.SelectMany(source => source))
        {
            map.TryAdd(name, value?.DeepClone());
        }

        return map;
    }

    private static IEnumerable<JsonObject> Sources(JsonNode? value, Scalar key) => value switch
    {
        JsonObject map => [map],
        JsonArray list when list.All(item => item is JsonObject) => list.Cast<JsonObject>(),
        _ => throw new YamlException(key.Start, key.End, "A merge key takes a mapping or a list of mappings."),
    };
}
