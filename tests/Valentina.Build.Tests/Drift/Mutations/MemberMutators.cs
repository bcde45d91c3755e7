using System.Text.Json.Nodes;
using static Valentina.Build.Tests.Drift.Mutations.Mutator;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Changes of an object's members.</summary>
internal static class MemberMutators
{
    public static IEnumerable<Mutator> All
        => [
            OfMember(22, "add a required member", _ => true, (member, owner, _) =>
            {
                owner["properties"]!["brand_new"] = new JsonObject { ["type"] = "string" };
                Required(owner).Add("brand_new");
                return Sides(member, "new-required-request-property", "response-required-property-added");
            }),
            OfMember(23, "add an optional member", _ => true, (member, owner, _) =>
            {
                owner["properties"]!["brand_new"] = new JsonObject { ["type"] = "string" };
                return Sides(member, "new-optional-request-property", "response-optional-property-added");
            }),
            OfMember(33, "remove a required member", member => member.Required, Removed),
            OfMember(34, "remove an optional member", member => !member.Required, Removed),
            OfMember(25, "require an optional member", member => !member.Required, (member, owner, _) =>
            {
                Required(owner).Add(member.Name);
                var hasDefault = (member.Schema["default"] ?? member.Target?["default"]) is not null;
                return Sides(
                    member,
                    hasDefault ? "request-property-became-required-with-default" : "request-property-became-required",
                    "response-property-became-required");
            }),
            OfMember(36, "make a required member optional", member => member.Required, (member, owner, _) =>
            {
                Forget(owner, member.Name);
                return Sides(member, "request-property-became-optional", "response-property-became-optional");
            }),
            OfMember(
                37,
                "allow null",
                member => !member.Nullable && IsTyped(member) && !Member.IsNullable(member.Target!),
                (member, owner, _) =>
                {
                    var schema = owner["properties"]![member.Name]!.AsObject();
                    if (schema["type"] is JsonValue type)
                    {
                        schema["type"] = new JsonArray(type.DeepClone(), "null");
                    }
                    else if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray cases)
                    {
                        cases.Add(new JsonObject { ["type"] = "null" });
                    }
                    else
                    {
                        var inner = new JsonObject { ["$ref"] = schema["$ref"]!.DeepClone() };
                        schema.Remove("$ref");
                        schema["oneOf"] = new JsonArray(inner, new JsonObject { ["type"] = "null" });
                    }

                    return Sides(member, "request-property-became-nullable", "response-property-became-nullable");
                }),
            OfMember(26, "refuse null", member => member.Nullable && IsTyped(member), (member, owner, _) =>
            {
                var schema = owner["properties"]![member.Name]!.AsObject();
                foreach (var list in ((string[])["type", "oneOf", "anyOf"]).Select(word => schema[word]).OfType<JsonArray>())
                {
                    list.RemoveAll(item => item!.ToString() == "null" || (item as JsonObject)?["type"]?.ToString() == "null");
                }

                return Sides(member, "request-property-became-not-nullable", "response-property-became-not-nullable");
            }),
            OfMember(39, "change a member's type", IsTyped, (member, owner, _) =>
            {
                var type = Kind(member) == "boolean" ? "string" : "boolean";
                var schema = owner["properties"]![member.Name]!.AsObject();
                var other = new JsonObject
                {
                    ["type"] = member.Nullable || Member.IsNullable(member.Target!) ? new JsonArray(type, "null") : type
                };
                foreach (var (key, value) in schema.Where(entry => entry.Key is "default"
                    or "readOnly" or "writeOnly" or "x-name" or "deprecated" or "description" or "title" or "example" or "examples"))
                {
                    other[key] = value?.DeepClone();
                }

                owner["properties"]![member.Name] = other;
                return Sides(member, "request-property-type-changed", "response-property-type-changed");
            }),
            OfMember(
                39,
                "turn an integer into a number",
                member => member.Schema["type"]?.ToString() == "integer" && member.Schema["enum"] is null,
                (member, owner, _) =>
                {
                    owner["properties"]![member.Name]!["type"] = "number";
                    return Sides(member, "request-property-type-generalized", "response-property-type-generalized");
                }),
            OfMember(17, "change a member's default", member => member.Schema["default"] is not null, (member, owner, _) =>
            {
                owner["properties"]![member.Name]!["default"] = "another";
                return Sides(member, "request-property-default-value-changed", "response-property-default-value-changed");
            }),
            OfMember(7, "deprecate a member", member => member.Schema["deprecated"] is null, (member, owner, _) =>
            {
                owner["properties"]![member.Name]!["deprecated"] = true;
                return Sides(member, "request-property-deprecated", "response-property-deprecated");
            }),
            OfMember(47, "make a member read-only", member => member.Schema["readOnly"] is null, (member, owner, _) =>
            {
                owner["properties"]![member.Name]!["readOnly"] = true;
                var need = member.Required ? "required" : "optional";
                return Sides(member, $"request-{need}-property-became-read-only", $"response-{need}-property-became-read-only");
            }),
            OfMember(47, "make a member write-only", member => member.Schema["writeOnly"] is null, (member, owner, _) =>
            {
                owner["properties"]![member.Name]!["writeOnly"] = true;
                var need = member.Required ? "required" : "optional";
                return Sides(member, $"request-{need}-property-became-write-only", $"response-{need}-property-became-write-only");
            }),
            OfMember(50, "explain a member", member => member.Schema["description"] is null, (member, owner, _) =>
            {
                owner["properties"]![member.Name]!["description"] = "Other words.";
                return ["description-changed"];
            }),
        ];

    private static IEnumerable<string> Removed(Member member, JsonObject owner, JsonObject document)
    {
        owner["properties"]!.AsObject().Remove(member.Name);
        Forget(owner, member.Name);
        return Sides(member, "request-property-removed", $"response-{(member.Required ? "required" : "optional")}-property-removed");
    }

    /// <summary>What is expected on the sides that carry the member.</summary>
    private static IEnumerable<string> Sides(Member member, string request, string response)
        => member.Sides.Select(side => side == "request" ? request : response);

    private static bool IsTyped(Member member) => Kind(member) is not null;

    /// <summary>The member's only type beside null.</summary>
    private static string? Kind(Member member) => member.Target?["type"] switch
    {
        JsonValue type => type.GetValue<string>(),
        JsonArray types when types.Count(item => item!.GetValue<string>() != "null") == 1 =>
            types.Select(item => item!.GetValue<string>()).Single(item => item != "null"),
        _ => null,
    };

    private static JsonArray Required(JsonObject owner)
    {
        if (owner["required"] is not JsonArray list)
        {
            owner["required"] = list = [];
        }

        return list;
    }

    private static void Forget(JsonObject owner, string name)
        => (owner["required"] as JsonArray)?.RemoveAll(item => item!.GetValue<string>() == name);
}
