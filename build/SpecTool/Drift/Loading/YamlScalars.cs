using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Valentina.SpecTool.Drift.Loading;

/// <summary>What a scalar of YAML stands for: the core schema of YAML 1.2.</summary>
internal static partial class YamlScalars
{
    private const string CoreTags = "tag:yaml.org,2002:";

    public static JsonValue? Read(Scalar scalar)
    {
        var tag = scalar.Tag.IsEmpty ? "" : scalar.Tag.Value;
        var plain = tag.StartsWith(CoreTags, StringComparison.Ordinal)
            ? tag[CoreTags.Length..] is "int" or "float" or "bool" or "null"
            : scalar.Style == ScalarStyle.Plain && tag.Length == 0;
        return plain ? Plain(scalar.Value) : JsonValue.Create(scalar.Value);
    }

    private static JsonValue? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when Number().IsMatch(text)
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();
}
