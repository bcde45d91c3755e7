using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Reads what an operation takes and gives.</summary>
internal sealed class OperationReader(ReferenceResolver references, SchemaReader schemas)
{
    private const int LongestChain = 64;

    // The specification gives these header parameters no meaning: other members of the document say them.
    private static readonly HashSet<string> IgnoredHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Type", "Authorization"
    };

    public static string? Words(JsonObject node)
    {
        var words = string.Join("\n", ((string[])["summary", "description"]).Select(node.Text).Where(text => text is not null));
        return words.Length == 0 ? null : words;
    }

    public List<Parameter> Parameters(JsonObject pathItem, JsonObject operation, string pointer, IReadOnlyList<string> pathParameters)
    {
        var own = Read(operation.List("parameters"), Pointers.Join(pointer, "parameters"));
        var itemPointer = pointer[..pointer.LastIndexOf('/')];
        var shared = Read(pathItem.List("parameters"), Pointers.Join(itemPointer, "parameters"))
            .Where(parameter => !own.Any(mine => SamePlace(mine, parameter)));
        List<Parameter> all = [.. shared, .. own];
        foreach (var name in pathParameters.Where(name => !all.Any(parameter => parameter.In == "path" && parameter.Name == name)))
        {
            all.Add(new Parameter
            {
                Name = name,
                SdkName = SdkNames.Argument(name, null),
                In = "path",
                Pointer = pointer,
                Required = true,
                Implied = true,
                Style = "simple",
                Schema = SchemaReader.Anything(pointer),
            });
        }

        return all;
    }

    public RequestBody? Body(JsonObject operation, string pointer)
    {
        return Referenced(operation["requestBody"], Pointers.Join(pointer, "requestBody")) is var (body, place)
            ? new RequestBody(place, body.Flag("required") == true, Content(body, place), Words(body))
            : null;
    }

    public Dictionary<string, Response> Responses(JsonObject operation, string pointer)
    {
        var responses = new Dictionary<string, Response>(StringComparer.OrdinalIgnoreCase);
        foreach (var (status, node) in operation.Map("responses") ?? [])
        {
            var use = Pointers.Join(Pointers.Join(pointer, "responses"), status);
            if (!status.StartsWith("x-", StringComparison.Ordinal) && Referenced(node, use) is var (response, place))
            {
                responses[status] = new Response(use, place, Content(response, place), Headers(response, place), Words(response));
            }
        }

        return responses;
    }

    /// <summary>Where the answers of an operation point to.</summary>
    public ExpandedText? Links(JsonObject operation, string pointer)
    {
        var links = new JsonObject();
        foreach (var (status, node) in operation.Map("responses") ?? [])
        {
            foreach (var (name, link) in Referenced(node, pointer)?.Node.Map("links") ?? [])
            {
                links[$"{status} {name}"] = link?.DeepClone();
            }
        }

        return ExpandedText.Of(links, pointer, references);
    }

    private static bool SamePlace(Parameter one, Parameter other)
        => one.In == other.In && string.Equals(one.Name, other.Name, NameComparison(one.In));

    internal static StringComparison NameComparison(string place)
        => place == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private List<Parameter> Read(JsonArray? list, string pointer)
    {
        var parameters = new List<Parameter>();
        for (var index = 0; index < (list?.Count ?? 0); index++)
        {
            if (Referenced(list![index], Pointers.Join(pointer, index)) is var (node, at)
                && node.Text("name") is { } name && node.Text("in") is { } place
                && !(place == "header" && IgnoredHeaders.Contains(name)))
            {
                parameters.Add(Read(node, name, place, at));
            }
        }

        return parameters;
    }

    private Parameter Read(JsonObject node, string name, string place, string pointer)
    {
        var style = node.Text("style") ?? (place is "query" or "cookie" ? "form" : "simple");
        var (schema, schemaPointer) = ValueSchema(node, pointer);
        return new Parameter
        {
            Name = name,
            SdkName = SdkNames.Argument(name, node),
            In = place,
            Pointer = pointer,
            Required = place == "path" || node.Flag("required") == true,
            Deprecated = node.Flag("deprecated") == true,
            Style = style,
            Explode = node.Flag("explode") ?? style == "form",
            AllowReserved = node.Flag("allowReserved") == true,
            Schema = schemas.Read(schema, schemaPointer) with { Pointer = pointer },
            Text = Words(node),
        };
    }

    /// <summary>A parameter's or header's schema, which may also stand in its only media type.</summary>
    private static (JsonNode? Schema, string Pointer) ValueSchema(JsonObject node, string pointer)
    {
        if (node.Map("content")?.FirstOrDefault() is { Value: JsonObject media } content)
        {
            return (media["schema"], Pointers.Join(Pointers.Join(Pointers.Join(pointer, "content"), content.Key), "schema"));
        }

        return (node["schema"], Pointers.Join(pointer, "schema"));
    }

    private Dictionary<string, MediaType> Content(JsonObject node, string pointer)
    {
        var content = new Dictionary<string, MediaType>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in node.Map("content") ?? [])
        {
            if (value is JsonObject media)
            {
                var place = Pointers.Join(Pointers.Join(pointer, "content"), name);
                var schema = schemas.Read(media["schema"], Pointers.Join(place, "schema"));
                content[Bare(name)] = new MediaType(place, schema, Encoding(media, place));
            }
        }

        return content;
    }

    /// <summary>How the parts of a form are written, the defaults filled in.</summary>
    private static Dictionary<string, PartEncoding> Encoding(JsonObject media, string pointer) => (media.Map("encoding") ?? [])
        .Where(entry => entry.Value is JsonObject)
        .Select(entry => (entry.Key, Node: (JsonObject)entry.Value!))
        .ToDictionary(
            entry => entry.Key,
            entry => new PartEncoding(
                Pointers.Join(Pointers.Join(pointer, "encoding"), entry.Key),
                string.Join(", ", ((string?[])
                [
                    entry.Node.Text("contentType")?.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant(),
                    entry.Node.Text("style") is { } style and not "form" ? $"style {style}" : null,
                    entry.Node.Flag("explode") is { } explode && explode != (entry.Node.Text("style") is null or "form")
                        ? $"explode {explode}"
                        : null,
                    entry.Node.Flag("allowReserved") == true ? "reserved characters" : null,
                    .. (entry.Node.Map("headers") ?? []).Select(header => $"header {header.Key}").Order(StringComparer.OrdinalIgnoreCase),
                ]).OfType<string>())),
            StringComparer.Ordinal);

    /// <summary>The media type without its character set, which every reader negotiates for itself.</summary>
    private static string Bare(string mediaType) => string.Join(";", mediaType
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(part => !part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase)))
        .ToLowerInvariant();

    private Dictionary<string, ResponseHeader> Headers(JsonObject response, string pointer)
    {
        var headers = new Dictionary<string, ResponseHeader>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, node) in response.Map("headers") ?? [])
        {
            if (Referenced(node, Pointers.Join(Pointers.Join(pointer, "headers"), name)) is var (header, place)
                && !name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                var (schema, schemaPointer) = ValueSchema(header, place);
                headers[name] = new ResponseHeader(
                    name, place, header.Flag("required") == true, schemas.Read(schema, schemaPointer) with { Pointer = place });
            }
        }

        return headers;
    }

    /// <summary>The value at a place, or the component the place refers to, and where it is written.</summary>
    public (JsonObject Node, string Pointer)? Referenced(JsonNode? node, string pointer)
    {
        var from = pointer;
        for (var hops = 0; node is JsonObject map && map.Text("$ref") is { } reference; hops++)
        {
            if (hops == LongestChain)
            {
                throw new ContractException($"The reference at {from} leads on without end.");
            }

            (node, pointer) = references.Resolve(reference, pointer);
        }

        return node is JsonObject value ? (value, pointer) : null;
    }
}
