using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;
using Valentina.SpecTool.View;

namespace Valentina.SpecTool.Prepare;

/// <summary>The checks of one schema and of everything below it.</summary>
internal static class SchemaChecks
{
    private static readonly HashSet<string> Keywords =
    [
        "$ref", "type", "format", "title", "description", "default", "example", "examples", "enum", "const", "readOnly", "writeOnly",
        "deprecated", "nullable", "externalDocs", "xml", "$comment",
        "oneOf", "anyOf", "allOf", "discriminator", "items", "properties", "required", "additionalProperties",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems",
        "pattern", "multipleOf", "minProperties", "maxProperties",
        "contentMediaType", "contentEncoding",
    ];

    private static readonly HashSet<string> BesideReference =
    [
        "$ref", "summary", "title", "description", "default", "deprecated", "readOnly", "writeOnly", "nullable", "example", "examples",
        "externalDocs", "xml", "$comment",
    ];

    private static readonly HashSet<string> Types = ["null", "boolean", "integer", "number", "string", "array", "object"];

    /// <summary>A named schema: one that says nothing but extension members is the shadow of a schema that is gone.</summary>
    public static void Component(CheckContext context, JsonObject schema, JsonPointer place)
    {
        if (schema.Count > 0 && schema.All(member => ReservedNames.All.Contains(member.Key)) && !schema.ContainsKey("x-any-json"))
        {
            context.Error(
                place, "The schema has a name of ours but is not in the published document.", Cures.Remove(place.Text));
        }

        context.OptionalName(schema, place, "x-name", NameRules.IsTypeName, "the name of a type");
        Check(context, schema, place);
    }

    public static void Check(CheckContext context, JsonNode? node, JsonPointer place)
    {
        if (node is JsonValue flag && flag.GetValueKind() is JsonValueKind.True)
        {
            return;
        }

        if (node is not JsonObject schema)
        {
            context.Error(place, "A schema is an object.", Cures.Remove(place.Text));
            return;
        }

        if (schema.ContainsKey("$ref"))
        {
            Reference(context, schema, place);
        }
        else
        {
            context.Members(schema, place, Keywords, "A schema");
        }

        TypeName(context, schema, place);
        Values(context, schema, place);
        Properties(context, schema, place);
        foreach (var union in (string[])["oneOf", "anyOf", "allOf"])
        {
            var branches = schema[union] as JsonArray ?? [];
            for (var index = 0; index < branches.Count; index++)
            {
                Check(context, branches[index], place.Child(union).Child(index));
            }
        }

        foreach (var inner in (string[])["items", "additionalProperties"])
        {
            if (schema.TryGetPropertyValue(inner, out var value) && value?.GetValueKind() is not JsonValueKind.False)
            {
                Check(context, value, place.Child(inner));
            }
        }
    }

    private static void Reference(CheckContext context, JsonObject schema, JsonPointer place)
    {
        context.Resolve(schema, place);
        foreach (var (name, _) in schema)
        {
            if (!BesideReference.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal))
            {
                context.Error(
                    place.Child(name), "Beside a reference there can be a description or a default, not a second schema.",
                    Cures.Remove(place.Child(name).Text));
            }
        }
    }

    private static void TypeName(CheckContext context, JsonObject schema, JsonPointer place)
    {
        if (schema["type"] is JsonArray several)
        {
            foreach (var type in several)
            {
                context.Name(place.Child("type"), CheckContext.TextOf(type) ?? "", Types.Contains, "the type of a schema");
            }

            return;
        }

        context.OptionalName(schema, place, "type", Types.Contains, "the type of a schema");
    }

    private static void Values(CheckContext context, JsonObject schema, JsonPointer place)
    {
        context.Flag(schema, place, "x-extensible-enum");
        context.Flag(schema, place, "x-secret");
        context.Flag(schema, place, "x-omit-null");
        if (schema["enum"] is not JsonArray values)
        {
            return;
        }

        foreach (var value in values)
        {
            if (value?.GetValueKind() is JsonValueKind.String)
            {
                context.Name(place.Child("enum"), CheckContext.TextOf(value) ?? "", NameRules.IsEnumValue, "the value of an enumeration");
            }
        }

        if (schema["x-enum-varnames"] is JsonArray names)
        {
            if (names.Count != values.Count)
            {
                context.Error(
                    place.Child("x-enum-varnames"), "There must be one name for each value.",
                    Cures.Remove(place.Child("x-enum-varnames").Text));
            }

            foreach (var name in names)
            {
                context.Name(
                    place.Child("x-enum-varnames"), CheckContext.TextOf(name) ?? "", NameRules.IsTypeName,
                    "the name of an enumeration's value");
            }
        }
    }

    private static void Properties(CheckContext context, JsonObject schema, JsonPointer place)
    {
        var properties = schema["properties"] as JsonObject ?? [];
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in properties)
        {
            var at = place.Child("properties").Child(name);
            context.Name(at, name, NameRules.IsWireName, "the name of a member");
            if (value is JsonObject property)
            {
                context.OptionalName(property, at, "x-name", NameRules.IsTypeName, "the name of a member");
                context.OptionalName(property, at, "x-type", NameRules.IsTypeName, "the type of a member");
                if (property.Count > 0
                    && property.All(member => ReservedNames.All.Contains(member.Key))
                    && !property.ContainsKey("x-any-json"))
                {
                    context.Error(
                        at, "The member has marks of ours but is not in the published document.", Cures.Remove(at.Text));
                }
            }

            var csharp = CheckContext.TextOf((value as JsonObject)?["x-name"]) ?? Identifiers.Derive(name) ?? name;
            if (!taken.TryAdd(csharp, name))
            {
                context.Error(
                    at, $"The member name '{csharp}' is already taken by '{taken[csharp]}'.",
                    Cures.Name(at.Text, Identifiers.Suggest(name, "Member") + "Other"));
            }

            Check(context, value, at);
        }

        // What one part of a combination demands may be declared in another.
        var isPart = place.Text.Contains("/allOf/", StringComparison.Ordinal) || schema.ContainsKey("allOf")
            || properties.Count == 0 || schema.ContainsKey("oneOf") || schema.ContainsKey("anyOf");
        foreach (var required in isPart ? [] : schema["required"] as JsonArray ?? [])
        {
            if (CheckContext.TextOf(required) is not { } member || !properties.ContainsKey(member))
            {
                context.Error(
                    place.Child("required"), "A required member is not declared.",
                    Cures.Update(place.Text, new JsonObject
                    {
                        ["properties"] = new JsonObject { [CheckContext.TextOf(required) ?? ""] = new JsonObject() },
                    }));
            }
        }
    }
}
