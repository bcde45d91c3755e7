using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;
using Valentina.SpecTool.View;

namespace Valentina.SpecTool.Prepare;

/// <summary>The checks of paths, operations, parameters, bodies and answers.</summary>
internal sealed class OperationChecks(CheckContext context)
{
    private static readonly HashSet<string> PathMembers = ["summary", "description", "parameters"];

    private static readonly HashSet<string> OperationMembers =
    [
        "tags", "operationId", "summary", "description", "parameters", "requestBody", "responses", "deprecated", "security",
        "externalDocs", "callbacks",
    ];

    private static readonly HashSet<string> ParameterMembers =
    [
        "$ref", "name", "in", "schema", "required", "description", "deprecated", "allowEmptyValue", "allowReserved", "style", "explode",
        "example", "examples",
    ];

    private static readonly HashSet<string> BodyMembers = ["$ref", "content", "required", "description"];

    private static readonly HashSet<string> ResponseMembers = ["$ref", "summary", "description", "headers", "content", "links"];

    private static readonly HashSet<string> HeaderMembers =
    [
        "$ref", "description", "schema", "required", "deprecated", "style", "explode", "example", "examples", "content",
    ];

    private static readonly HashSet<string> MediaMembers = ["schema", "encoding", "example", "examples"];

    private static readonly HashSet<string> OnBehalfOf = ["required", "honoured", "ignored"];

    private readonly Dictionary<string, JsonPointer> _ids = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<JsonPointer> _unruled = [];

    public void Check()
    {
        var place = JsonPointer.Root.Child("paths");
        if (context.Document["paths"] is not JsonObject paths)
        {
            context.Error(place, "The document has no paths.", Cures.Set("", "paths", new JsonObject()));
            return;
        }

        foreach (var (path, node) in paths.Where(path => !path.Key.StartsWith("x-", StringComparison.Ordinal)))
        {
            var at = place.Child(path);
            context.Name(at, path, NameRules.IsPath, "a path");
            if (node is not JsonObject item)
            {
                context.Error(at, "A path is an object.", Cures.Remove(at.Text));
                continue;
            }

            Parameters(context, item, at);
            foreach (var (method, operation, pointer) in Operations(item, at))
            {
                Operation(path, method, operation, pointer);
            }
        }

        if (_unruled.Count < _ids.Count)
        {
            _unruled.ForEach(at => context.Error(
                at, "Nothing says whether this operation looks at the acting user.", Cures.Set(at.Text, "x-on-behalf-of", "ignored")));
        }
    }

    public static void Header(CheckContext context, JsonObject header, JsonPointer place)
    {
        context.Members(header, place, HeaderMembers, "A header");
        if (context.Resolve(header, place) is not null && header.TryGetPropertyValue("schema", out var schema))
        {
            SchemaChecks.Check(context, schema, place.Child("schema"));
        }
    }

    public static void Response(CheckContext context, JsonObject response, JsonPointer place)
    {
        context.Members(response, place, ResponseMembers, "An answer");
        context.Resolve(response, place);
        foreach (var (name, header) in response["headers"] as JsonObject ?? [])
        {
            var at = place.Child("headers").Child(name);
            context.Name(at, name, NameRules.IsHeaderName, "the name of a header");
            Header(context, header as JsonObject ?? [], at);
        }

        Content(context, response, place);
    }

    public static void Body(CheckContext context, JsonObject body, JsonPointer place)
    {
        context.Members(body, place, BodyMembers, "A request body");
        context.Resolve(body, place);
        Content(context, body, place);
    }

    public static void Parameter(CheckContext context, JsonObject parameter, JsonPointer place)
    {
        context.Members(parameter, place, ParameterMembers, "A parameter");
        if (parameter.ContainsKey("$ref"))
        {
            context.Resolve(parameter, place);
            return;
        }

        var name = CheckContext.TextOf(parameter["name"]) ?? "";
        var kind = CheckContext.TextOf(parameter["in"]) ?? "";
        context.Name(
            place.Child("name"), name, kind == "header" ? NameRules.IsHeaderName : NameRules.IsWireName, "the name of a parameter",
            Cures.Remove(place.Text));
        context.Name(
            place.Child("in"), kind, text => text is "path" or "query" or "header", "the kind of a parameter", Cures.Remove(place.Text));
        context.OptionalName(parameter, place, "x-name", NameRules.IsParameterName, "the name of a parameter");
        if (parameter.TryGetPropertyValue("schema", out var schema))
        {
            SchemaChecks.Check(context, schema, place.Child("schema"));
        }
        else
        {
            context.Error(
                place.Child("schema"), "A parameter has a schema.",
                Cures.Set(place.Text, "schema", new JsonObject { ["type"] = "string" }));
        }
    }

    private static void Parameters(CheckContext context, JsonObject holder, JsonPointer place)
    {
        var parameters = holder["parameters"] as JsonArray ?? [];
        for (var index = 0; index < parameters.Count; index++)
        {
            var at = place.Child("parameters").Child(index);
            if (parameters[index] is JsonObject parameter)
            {
                Parameter(context, parameter, at);
            }
            else
            {
                context.Error(at, "A parameter is an object.", Cures.Remove(at.Text));
            }
        }
    }

    private static void Content(CheckContext context, JsonObject holder, JsonPointer place)
    {
        foreach (var (type, value) in holder["content"] as JsonObject ?? [])
        {
            var at = place.Child("content").Child(type);
            context.Name(at, type, NameRules.IsMediaType, "a media type");
            if (value is not JsonObject media)
            {
                context.Error(at, "The description of a media type is an object.", Cures.Remove(at.Text));
                continue;
            }

            context.Members(media, at, MediaMembers, "The description of a media type");
            if (media.TryGetPropertyValue("schema", out var schema))
            {
                SchemaChecks.Check(context, schema, at.Child("schema"));
            }
        }
    }

    /// <summary>The operations of a path; everything else it may hold is checked.</summary>
    private List<(string Method, JsonObject Operation, JsonPointer Place)> Operations(JsonObject item, JsonPointer place)
    {
        var operations = new List<(string, JsonObject, JsonPointer)>();
        foreach (var (member, value) in item)
        {
            var at = place.Child(member);
            if (OperationReader.Methods.Contains(member) && value is JsonObject operation)
            {
                operations.Add((member, operation, at));
            }
            else if (!PathMembers.Contains(member) && !member.StartsWith("x-", StringComparison.Ordinal))
            {
                context.Error(at, $"'{CheckContext.Shown(member)}' is not allowed as a member of a path.", Cures.Remove(at.Text));
            }
        }

        return operations;
    }

    private void Operation(string path, string method, JsonObject operation, JsonPointer place)
    {
        context.Members(operation, place, OperationMembers, "An operation");
        Names(path, method, operation, place);
        Marks(operation, place);
        Parameters(context, operation, place);
        Declarations(path, operation, place);
        if (operation["requestBody"] is JsonObject body)
        {
            Body(context, body, place.Child("requestBody"));
        }

        foreach (var (status, value) in operation["responses"] as JsonObject ?? [])
        {
            var at = place.Child("responses").Child(status);
            if (!status.StartsWith("x-", StringComparison.Ordinal))
            {
                context.Name(at, status, IsStatus, "a status");
                Response(context, value as JsonObject ?? [], at);
            }
        }
    }

    private static bool IsStatus(string text)
        => text == "default" || (text.Length == 3 && char.IsAsciiDigit(text[0]) && (text.All(char.IsAsciiDigit) || text[1..] == "XX"));

    private void Names(string path, string method, JsonObject operation, JsonPointer place)
    {
        var suggested = Identifiers.OperationIdFor(method, path);
        var id = CheckContext.TextOf(operation["operationId"]) ?? "";
        context.Name(
            place.Child("operationId"), id, NameRules.IsOperationId, "the id of an operation",
            Cures.Set(place.Text, "operationId", suggested));
        context.OptionalName(operation, place, "x-name", NameRules.IsTypeName, "the name of an operation");
        context.OptionalName(operation, place, "x-group", NameRules.IsTypeName, "the name of a group");
        context.OptionalName(operation, place, "x-call", NameRules.IsTypeName, "the name of a method");
        foreach (var tag in operation["tags"] as JsonArray ?? [])
        {
            context.Name(place.Child("tags"), CheckContext.TextOf(tag) ?? "", NameRules.IsTag, "a tag");
        }

        var name = CheckContext.TextOf(operation["x-name"]) ?? id;
        if (!_ids.TryAdd(name, place))
        {
            context.Error(
                place, $"The operation name '{name}' is already taken by {_ids[name]}.",
                Cures.Update(place.Text, new JsonObject { ["operationId"] = suggested, ["x-name"] = Identifiers.Pascal(suggested) }));
        }
    }

    private void Marks(JsonObject operation, JsonPointer place)
    {
        context.OptionalName(operation, place, "x-on-behalf-of", OnBehalfOf.Contains, "a rule for the acting user");
        if (!operation.ContainsKey("x-on-behalf-of"))
        {
            _unruled.Add(place);
        }

        foreach (var flag in (string[])["x-no-retry-on-5xx", "x-not-repeatable", "x-spends-money", "x-personal-data", "x-long-running"])
        {
            context.Flag(operation, place, flag);
        }
    }

    /// <summary>Each parameter once, and one for every place of the path.</summary>
    private void Declarations(string path, JsonObject operation, JsonPointer place)
    {
        var declared = new HashSet<string>(StringComparer.Ordinal);
        var slots = path.Split('{').Skip(1).Select(part => part.Split('}')[0]).ToList();
        foreach (var (parameter, at) in OperationReader.ParametersOf(context.Document, operation, place.Text))
        {
            var name = CheckContext.TextOf(parameter["name"]) ?? "";
            var kind = CheckContext.TextOf(parameter["in"]) ?? "";
            if (!declared.Add($"{kind} {(kind == "header" ? name.ToUpperInvariant() : name)}"))
            {
                context.Error(new JsonPointer(at), $"The {kind} parameter '{name}' is declared twice.", Cures.Remove(at));
            }

            if (kind == "path" && !slots.Contains(name))
            {
                context.Error(new JsonPointer(at), $"The path has no place for '{name}'.", Cures.Remove(at));
            }
        }

        foreach (var slot in slots.Where(slot => !declared.Contains($"path {slot}")))
        {
            var missing = new JsonObject
            {
                ["name"] = slot, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" },
            };
            context.Error(
                place.Child("parameters"), $"The path parameter '{slot}' is not declared.",
                Cures.Set(place.Text, "parameters", new JsonArray(missing)));
        }
    }
}
