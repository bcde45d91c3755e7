using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>The rules between members, parameters or keys (<c>x-rules</c>), as calls of the SDK's checks.</summary>
internal static class Rules
{
    /// <summary>Finds the C# name of a member or parameter by its wire name; null when there is none.</summary>
    public delegate string? FindName(string wireName);

    /// <summary>The rule about a member that is assigned null.</summary>
    public const string NotNullWhen = "not-null-when";

    /// <summary>
    /// The rules a patch can have: they ask for what is assigned only; what is not assigned keeps what the server has.
    /// </summary>
    public static IReadOnlySet<string> OfPatches { get; } = new HashSet<string>(StringComparer.Ordinal) { "absent-when", NotNullWhen };

    /// <summary>The rules of an object or of an operation's parameters.</summary>
    public static JsonArray Checks(JsonObject owner, string ownerPointer, FindName find)
    {
        var checks = new JsonArray();
        var rules = owner["x-rules"] as JsonArray ?? [];
        for (var i = 0; i < rules.Count; i++)
        {
            var pointer = $"{ownerPointer}/x-rules/{i}";
            var rule = JsonRead.Object(rules[i], pointer);
            var message = CSharpText.Literal(JsonRead.String(rule["message"], pointer + "/message"));
            checks.Add(JsonRead.String(rule["rule"], pointer + "/rule") switch
            {
                "at-least-one" => AtLeastOne(rule, message, pointer, find),
                "required-when" => When("RequiredWhen", rule, message, pointer, find),
                "absent-when" => When("AbsentWhen", rule, message, pointer, find),
                NotNullWhen => When("NotNullWhen", rule, message, pointer, find),
                var unknown => throw SpecException.At(pointer + "/rule", $"the rule '{unknown}' is not known here"),
            });
        }

        return checks;
    }

    /// <summary>The rules of one member that is a map: which keys it may have.</summary>
    public static IEnumerable<string> KeyChecks(ResolvedSchema schema, string target)
    {
        var rules = (schema.Outer["x-rules"] ?? schema.Node["x-rules"]) as JsonArray ?? [];
        for (var i = 0; i < rules.Count; i++)
        {
            var pointer = $"{schema.Pointer}/x-rules/{i}";
            var rule = JsonRead.Object(rules[i], pointer);
            if (JsonRead.String(rule["rule"], pointer + "/rule") != "keys" || schema.Shape != SchemaShape.Map)
            {
                throw SpecException.At(pointer + "/rule", "of a single member only the keys of a map have rules");
            }

            var keys = Members(rule, pointer).Select(m => $"\"{Identifiers.Wire(m, pointer)}\"");
            yield return $"Keys({target}, {CSharpText.Literal(JsonRead.String(rule["message"], pointer + "/message"))}, {string.Join(", ", keys)})";
        }
    }

    private static string AtLeastOne(JsonObject rule, string message, string pointer, FindName find)
    {
        var members = Members(rule, pointer);
        return $"AtLeastOne(\"{members[0]}\", {message}, {string.Join(", ", members.Select(m => Name(m, pointer, find)))})";
    }

    /// <summary>A rule about one member under the condition that another has a value.</summary>
    private static string When(string check, JsonObject rule, string message, string pointer, FindName find)
    {
        var when = JsonRead.Object(rule["when"], pointer + "/when");
        var condition = Name(JsonRead.String(when["member"], pointer + "/when/member"), pointer + "/when/member", find);
        var test = when["value"] switch
        {
            null => "is null",
            JsonArray { Count: 0 } => "is { Count: 0 }",
            var value => "== " + CSharpText.Literal(JsonRead.String(value, pointer + "/when/value")),
        };
        var members = Members(rule, pointer);
        if (members.Count != 1)
        {
            throw SpecException.At(pointer + "/members", "exactly one member is expected");
        }

        var member = Name(members[0], pointer, find);

        // Only an assigned null is one; a member that was left alone is null as well.
        var assigned = check == "NotNullWhen" ? $" && ShouldSerialize{member}()" : "";
        return $"{check}({condition} {test}{assigned}, \"{members[0]}\", {member}, {message})";
    }

    private static List<string> Members(JsonObject rule, string pointer)
        => [.. JsonRead.Array(rule["members"], pointer + "/members").Select((m, i) => JsonRead.String(m, $"{pointer}/members/{i}"))];

    private static string Name(string wireName, string pointer, FindName find)
        => find(wireName) ?? throw SpecException.At(pointer, "the rule names something that is not there");
}
