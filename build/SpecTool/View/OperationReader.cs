using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>Reads the operations of a prepared document, ordered by their id so that nothing depends on the document's order.</summary>
internal static class OperationReader
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "get", "put", "post", "delete", "patch" };

    public static List<OperationSource> Read(JsonObject document)
    {
        var operations = new List<OperationSource>();
        foreach (var (path, item) in JsonRead.Object(document["paths"], "/paths"))
        {
            var at = JsonRead.Step("/paths", path);
            Identifiers.Path(path, at);
            foreach (var (method, node) in JsonRead.Object(item, at))
            {
                var pointer = JsonRead.Step(at, method);
                if (!Methods.Contains(method))
                {
                    throw SpecException.At(pointer, "only get, put, post, delete and patch are understood");
                }

                operations.Add(Read(path, method, JsonRead.Object(node, pointer), pointer));
            }
        }

        return [.. operations.OrderBy(o => o.Id, StringComparer.Ordinal)];
    }

    private static OperationSource Read(string path, string method, JsonObject operation, string pointer)
    {
        var id = Identifiers.OperationId(JsonRead.String(operation["operationId"], pointer + "/operationId"), pointer + "/operationId");
        return new(
            id, method, path, pointer, operation, Parameters(operation, pointer), Body(operation, method, pointer),
            Answer(operation, pointer));
    }

    private static List<ParameterSource> Parameters(JsonObject operation, string pointer)
    {
        var parameters = new List<ParameterSource>();
        var list = operation["parameters"] as JsonArray ?? [];
        for (var i = 0; i < list.Count; i++)
        {
            var at = $"{pointer}/parameters/{i}";
            var parameter = JsonRead.Object(list[i], at);
            parameters.Add(
                new(JsonRead.String(parameter["name"], at + "/name"), JsonRead.String(parameter["in"], at + "/in"), parameter, at));
        }

        return parameters;
    }

    private static BodySource? Body(JsonObject operation, string method, string pointer)
    {
        if (operation["requestBody"] is not JsonObject body)
        {
            return null;
        }

        var at = pointer + "/requestBody/content";
        var content = JsonRead.Object(body["content"], at);
        if (content.Count != 1)
        {
            throw SpecException.At(at, "exactly one media type is expected");
        }

        var (mediaType, media) = content.First();
        if (mediaType is not ("application/json" or "multipart/form-data"))
        {
            throw SpecException.At(JsonRead.Step(at, mediaType), "only JSON and forms are understood as bodies");
        }

        var step = JsonRead.Step(at, mediaType);
        return new(mediaType, JsonRead.Object(media, step)["schema"], step + "/schema", method == "patch" ? Usage.Patch : Usage.Request);
    }

    private static AnswerSource? Answer(JsonObject operation, string pointer)
    {
        var successes = JsonRead.Object(operation["responses"], pointer + "/responses").Where(r => r.Key.StartsWith('2')).ToList();
        if (successes.Count != 1)
        {
            throw SpecException.At(pointer + "/responses", "exactly one success answer is expected");
        }

        var (status, node) = successes[0];
        var at = $"{pointer}/responses/{status}";
        if (JsonRead.Object(node, at)["content"] is not JsonObject { Count: > 0 } content)
        {
            return null;
        }

        if (content.Count != 1)
        {
            throw SpecException.At(at + "/content", "exactly one media type is expected");
        }

        var (mediaType, media) = content.First();
        var step = JsonRead.Step(at + "/content", mediaType);
        var schema = JsonRead.Object(media, step)["schema"];
        var isFile = mediaType != "application/json" || (schema as JsonObject)?["format"]?.ToString() == "binary";
        return new(isFile, schema, step + "/schema");
    }
}
