using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Prepare;

/// <summary>The checks of paths, operations, parameters, bodies and answers.</summary>
internal sealed class OperationChecks(CheckContext context)
{
    private static readonly HashSet<string> Methods = ["get", "put", "post", "delete", "patch"];

    private static readonly HashSet<string> OperationMembers =
        ["tags", "operationId", "summary", "description", "parameters", "requestBody", "responses", "deprecated", "security"];

    private static readonly HashSet<string> ParameterMembers =
        ["name", "in", "schema", "required", "description", "deprecated", "allowEmptyValue", "allowReserved", "style", "explode"];

    private static readonly HashSet<string> BodyMembers = ["content", "required", "description"];

    private static readonly HashSet<string> ResponseMembers = ["$ref", "description", "headers", "content"];

    private static readonly HashSet<string> HeaderMembers = ["$ref", "description", "schema", "required", "deprecated"];

    private static readonly HashSet<string> MediaMembers = ["schema", "encoding"];

    private static readonly HashSet<string> OnBehalfOf = ["required", "honoured", "ignored"];

    private readonly Dictionary<string, JsonPointer> _ids = new(StringComparer.OrdinalIgnoreCase);

    private readonly List<JsonPointer> _unruled = [];

    public void Check()
    {
        var place = JsonPointer.Root.Child("paths");
        if (context.Document["paths"] is not JsonObject paths)
        {
            context.Error(place, "The document has no paths.");
            return;
        }

        foreach (var (path, item) in paths)
        {
            var at = place.Child(path);
            context.Name(at, path, NameRules.IsPath, "a path");
            foreach (var (method, value) in item as JsonObject ?? [])
            {
                context.Name(at.Child(method), method, Methods.Contains, "a member of a path");
                if (value is JsonObject operation)
                {
                    Operation(path, operation, at.Child(method));
                }
            }
        }

        if (_unruled.Count < _ids.Count)
        {
            _unruled.ForEach(at => context.Error(at, "Nothing says whether this operation looks at the acting user."));
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

    private static void Content(CheckContext context, JsonObject holder, JsonPointer place)
    {
        foreach (var (type, value) in holder["content"] as JsonObject ?? [])
        {
            var at = place.Child("content").Child(type);
            context.Name(at, type, NameRules.IsMediaType, "a media type");
            if (value is not JsonObject media)
            {
                context.Error(at, "The description of a media type is an object.");
                continue;
            }

            context.Members(media, at, MediaMembers, "The description of a media type");
            if (media.TryGetPropertyValue("schema", out var schema))
            {
                SchemaChecks.Check(context, schema, at.Child("schema"));
            }
        }
    }

    private void Operation(string path, JsonObject operation, JsonPointer place)
    {
        context.Members(operation, place, OperationMembers, "An operation");
        Names(operation, place);
        Marks(operation, place);
        Parameters(path, operation, place);
        if (operation["requestBody"] is JsonObject body)
        {
            context.Members(body, place.Child("requestBody"), BodyMembers, "A request body");
            Content(context, body, place.Child("requestBody"));
        }

        foreach (var (status, value) in operation["responses"] as JsonObject ?? [])
        {
            var at = place.Child("responses").Child(status);
            context.Name(at, status, text => text == "default" || (text.Length == 3 && text.All(char.IsAsciiDigit)), "a status");
            Response(context, value as JsonObject ?? [], at);
        }
    }

    private void Names(JsonObject operation, JsonPointer place)
    {
        var id = CheckContext.TextOf(operation["operationId"]) ?? "";
        context.Name(place.Child("operationId"), id, NameRules.IsWireName, "the id of an operation");
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
            context.Error(place, $"The operation name '{name}' is already taken by {_ids[name]}.");
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

    private void Parameters(string path, JsonObject operation, JsonPointer place)
    {
        var declared = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var parameters = operation["parameters"] as JsonArray ?? [];
        for (var index = 0; index < parameters.Count; index++)
        {
            var at = place.Child("parameters").Child(index);
            if (parameters[index] is not JsonObject parameter)
            {
                context.Error(at, "A parameter is an object.");
                continue;
            }

            context.Members(parameter, at, ParameterMembers, "A parameter");
            var name = CheckContext.TextOf(parameter["name"]) ?? "";
            var kind = CheckContext.TextOf(parameter["in"]) ?? "";
            context.Name(
                at.Child("name"), name, kind == "header" ? NameRules.IsHeaderName : NameRules.IsWireName, "the name of a parameter");
            context.Name(at.Child("in"), kind, text => text is "path" or "query" or "header", "the kind of a parameter");
            context.OptionalName(parameter, at, "x-name", NameRules.IsParameterName, "the name of a parameter");
            if (!declared.Add($"{kind} {name}"))
            {
                context.Error(at, $"The {kind} parameter '{name}' is declared twice.");
            }

            if (kind == "path" && !path.Contains($"{{{name}}}", StringComparison.Ordinal))
            {
                context.Error(at, $"The path has no place for '{name}'.");
            }

            SchemaChecks.Check(context, parameter["schema"], at.Child("schema"));
        }

        foreach (var segment in path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1]))
        {
            if (!declared.Contains($"path {segment}"))
            {
                context.Error(place.Child("parameters"), $"The path parameter '{segment}' is not declared.");
            }
        }
    }
}
