using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>Writes an enum: its values, the C# names of its members and their texts.</summary>
internal static class EnumWriter
{
    public static JsonObject Write(ResolvedSchema schema, string key, string name, Descriptions texts)
    {
        var values = JsonRead.Array(schema.Node["enum"], schema.Pointer + "/enum").Where(v => v is not null).Select(v => v!.ToString())
            .ToList();
        var isText = IsText(schema);
        var names = MemberNames(schema, values, name);
        return new JsonObject
        {
            ["type"] = isText ? "string" : "integer",
            ["enum"] = new JsonArray([.. schema.Node["enum"]!.AsArray().Where(v => v is not null).Select(v => v!.DeepClone())]),
            ["x-enumNames"] = Texts(names),
            ["x-summary"] = texts.Enum(key, name),
            ["x-member-summaries"] = Texts(values.Select(v => texts.EnumValue(key, v))),
            ["x-extensible"] = IsExtensible(schema),
        };
    }

    /// <summary>Whether the values are texts, which become an open enum; numbers become a C# enum.</summary>
    public static bool IsText(ResolvedSchema schema)
        => schema.Node["enum"]!.AsArray().All(v => v is null || v.GetValueKind() == System.Text.Json.JsonValueKind.String);

    /// <summary>Whether the server takes values beside the listed ones.</summary>
    public static bool IsExtensible(ResolvedSchema schema)
        => JsonRead.Flag(schema.Node, "x-extensible-enum") || JsonRead.Flag(schema.Outer, "x-extensible-enum");

    private static List<string> MemberNames(ResolvedSchema schema, List<string> values, string owner)
    {
        var given = schema.Node["x-enum-varnames"] as JsonArray;
        var names = new List<string>();
        for (var i = 0; i < values.Count; i++)
        {
            var pointer = $"{schema.Pointer}/enum/{i}";
            names.Add(Identifiers.EnumMember(values[i], given is null ? null : JsonRead.String(given[i], pointer), owner, pointer));
        }

        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } clash)
        {
            throw SpecException.At(schema.Pointer + "/enum", $"two values want the member name '{clash.Key}'; give x-enum-varnames");
        }

        return names;
    }

    private static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(v => JsonValue.Create(v))]);
}
