using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;
using Valentina.SpecTool.View;

namespace Valentina.SpecTool.Prepare;

/// <summary>
/// Refuses a document the generator must not see: names outside the allow-lists, constructs nobody handles,
/// references that lead nowhere, and names that would meet in C#.
/// </summary>
public static class DocumentChecks
{
    private static readonly HashSet<string> RootMembers =
        ["openapi", "info", "servers", "tags", "paths", "components", "security", "externalDocs", "jsonSchemaDialect", "webhooks"];

    private static readonly HashSet<string> Sections =
    [
        "schemas", "responses", "headers", "parameters", "securitySchemes", "requestBodies", "examples", "links", "callbacks", "pathItems",
    ];

    /// <summary>Every error of the document, in document order.</summary>
    public static IReadOnlyList<PrepareFinding> Check(JsonObject document)
    {
        var context = new CheckContext(document);
        context.Members(document, JsonPointer.Root, RootMembers, "A document");
        if (CheckContext.TextOf(document["openapi"])?.StartsWith("3.", StringComparison.Ordinal) != true)
        {
            context.Error(
                JsonPointer.Root.Child("openapi"), "Only OpenAPI 3 is understood.", Cures.Set("", "openapi", "3.1.0"));
        }

        Texts(context, document, JsonPointer.Root);
        Components(context);
        new OperationChecks(context).Check();
        return context.Errors;
    }

    private static void Components(CheckContext context)
    {
        if (context.Document["components"] is not JsonObject components)
        {
            return;
        }

        var place = JsonPointer.Root.Child("components");
        context.Members(components, place, Sections, "The list of components");
        foreach (var (section, node) in components)
        {
            foreach (var (key, value) in node as JsonObject ?? [])
            {
                var at = place.Child(section).Child(key);
                Key(context, section, key, value, at);
                if (value is not JsonObject component)
                {
                    context.Error(at, "A component is an object.", Cures.Remove(at.Text));
                    continue;
                }

                switch (section)
                {
                    case "schemas":
                        SchemaChecks.Component(context, component, at);
                        break;
                    case "headers":
                        OperationChecks.Header(context, component, at);
                        break;
                    case "parameters":
                        OperationChecks.Parameter(context, component, at);
                        break;
                    case "requestBodies":
                        OperationChecks.Body(context, component, at);
                        break;
                    case "responses":
                        OperationChecks.Response(context, component, at);
                        break;
                }
            }
        }

        Clashes(context, components["schemas"] as JsonObject ?? [], place.Child("schemas"));
    }

    /// <summary>A key that is no name in C# is one the overlay gives a name to.</summary>
    private static void Key(CheckContext context, string section, string key, JsonNode? component, JsonPointer place)
    {
        var named = (component as JsonObject)?.ContainsKey("x-name") == true;
        var rule = section != "schemas" || named ? NameRules.IsComponentKey : (Func<string, bool>)NameRules.IsSpeakingKey;
        context.Name(
            place, key, rule, "the key of a component",
            section == "schemas" && NameRules.IsComponentKey(key) ? Cures.Name(place.Text, Identifiers.Suggest(key, "Model")) : null);
    }

    private static void Clashes(CheckContext context, JsonObject schemas, JsonPointer place)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, schema) in schemas)
        {
            var name = CheckContext.TextOf(schema?["x-name"]) ?? key;
            if (!taken.TryAdd(name, key))
            {
                context.Error(
                    place.Child(key), $"The type name '{name}' is already taken by '{taken[name]}'.",
                    Cures.Name(place.Child(key).Text, Identifiers.Suggest(name, "Model") + "Other"));
            }
        }
    }

    private static void Texts(CheckContext context, JsonNode? node, JsonPointer place)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Texts(context, value, place.Child(name));
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    Texts(context, items[index], place.Child(index));
                }

                break;
            default:
                if (CheckContext.TextOf(node) is { } text && !NameRules.IsCleanText(text))
                {
                    context.Error(
                        place, "The text holds control characters or marks that change the writing direction.", Cures.Remove(place.Text));
                }

                break;
        }
    }
}
