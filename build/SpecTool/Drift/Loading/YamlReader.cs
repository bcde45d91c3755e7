using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Valentina.SpecTool.Drift.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Valentina.SpecTool.Drift.Loading;

/// <summary>Reads YAML as the JSON it stands for (the core schema of YAML 1.2).</summary>
internal static partial class YamlReader
{
    // Aliases may repeat a node; a short text must not grow without bound.
    private const int MostNodes = 2_000_000;

    public static JsonNode? Read(string text, string name)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0)
            {
                throw new ContractException($"{name} is empty.");
            }

            var count = 0;
            return Convert(stream.Documents[0].RootNode, name, ref count);
        }
        catch (YamlException ex)
        {
            throw new ContractException(
                $"{name} is neither JSON nor valid YAML (line {ex.Start.Line.ToString(CultureInfo.InvariantCulture)}).", ex);
        }
    }

    private static JsonNode? Convert(YamlNode node, string name, ref int count)
    {
        if (++count > MostNodes)
        {
            throw new ContractException($"{name} grows beyond {MostNodes.ToString(CultureInfo.InvariantCulture)} values by its aliases.");
        }

        switch (node)
        {
            case YamlMappingNode mapping:
                var map = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                {
                    map[key is YamlScalarNode { Value: { } text } ? text : key.ToString()] = Convert(value, name, ref count);
                }

                return map;
            case YamlSequenceNode sequence:
                var list = new JsonArray();
                foreach (var item in sequence.Children)
                {
                    list.Add(Convert(item, name, ref count));
                }

                return list;
            case YamlScalarNode scalar:
                return Scalar(scalar);
            default:
                return null;
        }
    }

    private static JsonValue? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style != ScalarStyle.Plain)
        {
            return JsonValue.Create(text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            _ when Number().IsMatch(text)
                && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
