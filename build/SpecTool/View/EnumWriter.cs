using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>Writes an enum: its values, the C# names of its members and their texts.</summary>
internal static class EnumWriter
{
    public static JsonObject Write(ResolvedSchema schema, string key, string name, Descriptions texts)
    {
        var nodes = JsonRead.Array(schema.Node["enum"], schema.Pointer + "/enum").OfType<JsonNode>()
            .DistinctBy(node => node.ToJsonString(), StringComparer.Ordinal)
            .ToList();
        var isText = IsText(schema);
        CheckValues(nodes, isText, schema.Pointer);
        var values = nodes.Select(node => node.ToString()).ToList();
        var names = MemberNames(schema, values, name);
        return new JsonObject
        {
            ["type"] = isText ? "string" : "integer",
            ["enum"] = new JsonArray([.. nodes.Select(node => node.DeepClone())]),
            ["x-enumNames"] = Texts(names),
            ["x-summary"] = texts.Enum(key, name),
            ["x-value-bytes"] = new JsonArray([.. values.Select(value => JsonValue.Create(Encoding.UTF8.GetByteCount(value)))]),
            ["x-member-summaries"] = Texts(values.Select(v => texts.EnumValue(key, v))),
            ["x-extensible"] = IsExtensible(schema),
        };
    }

    /// <summary>Whether the values are texts, which become an open enum; numbers become a C# enum.</summary>
    public static bool IsText(ResolvedSchema schema)
        => schema.Node["enum"]!.AsArray().All(v => v is null || v.GetValueKind() == JsonValueKind.String);

    /// <summary>Whether the server takes values beside the listed ones.</summary>
    public static bool IsExtensible(ResolvedSchema schema)
        => JsonRead.Flag(schema.Node, "x-extensible-enum") || JsonRead.Flag(schema.Outer, "x-extensible-enum");

    private static void CheckValues(List<JsonNode> nodes, bool isText, string pointer)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            var fits = isText
                ? NameRules.IsEnumValue(nodes[i].ToString())
                : nodes[i].GetValueKind() == JsonValueKind.Number
                    && int.TryParse(nodes[i].ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
            if (!fits)
            {
                throw SpecException.At(
                    $"{pointer}/enum/{i}", isText ? "this text is not allowed as an enum value" : "an enum is of texts or of whole numbers",
                    Cures.Remove(pointer + "/enum"));
            }
        }
    }

    private static List<string> MemberNames(ResolvedSchema schema, List<string> values, string owner)
    {
        var given = schema.Node["x-enum-varnames"] as JsonArray;
        var pointer = schema.Pointer + "/x-enum-varnames";
        var names = values
            .Select((value, i) => Identifiers.EnumMember(
                value, given is null || i >= given.Count ? null : JsonRead.String(given[i], $"{pointer}/{i}"), owner))
            .ToList();
        var missing = names.IndexOf(null);
        if (missing >= 0)
        {
            throw SpecException.At(
                $"{schema.Pointer}/enum/{missing}", "no name can be made from this enum value; give x-enum-varnames",
                Named(schema, values, names));
        }

        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } clash)
        {
            throw SpecException.At(
                schema.Pointer + "/enum", $"two values want the member name '{clash.Key}'; give x-enum-varnames",
                Named(schema, values, names));
        }

        return names!;
    }

    /// <summary>The cure: a name for each value, those that could not be made and those that met numbered by their place.</summary>
    private static Cure Named(ResolvedSchema schema, List<string> values, List<string?> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var proposed = values.Select((value, i) =>
        {
            var name = names[i] ?? Identifiers.Suggest(value, "Value");
            return taken.Add(name) ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{i + 1}");
        });
        return Cures.Set(schema.Pointer, "x-enum-varnames", Texts(proposed));
    }

    private static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
