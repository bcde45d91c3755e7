using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>Reads what is sent and what comes back, and chooses one media type of several: JSON, if it is among them.</summary>
internal sealed class ContentReader(JsonObject document, ViewReport report)
{
    private const string Json = "application/json";

    public BodySource? Body(JsonObject operation, string method, string pointer)
    {
        if (operation["requestBody"] is not JsonObject declared)
        {
            return null;
        }

        var (body, place) = References.Follow(document, declared, pointer + "/requestBody");
        if (Choose(body, place, BodyRank) is not var (mediaType, media, at))
        {
            return null;
        }

        if (media["encoding"] is not null)
        {
            report.Drop(at + "/encoding", "the parts of a form are sent in their usual encoding");
        }

        var schema = media["schema"];
        var kind = mediaType switch
        {
            "multipart/form-data" => BodyKind.Multipart,
            "application/x-www-form-urlencoded" => BodyKind.Fields,
            _ when IsJson(mediaType) && !IsBinary(schema) => BodyKind.Json,
            _ when IsText(schema) => BodyKind.Bytes,
            _ => throw SpecException.At(
                at, "only JSON, forms and files are understood as bodies",
                Cures.Set(place, "content", new JsonObject { [Json] = media.DeepClone() })),
        };
        return new(kind, mediaType, schema, at + "/schema", method == "patch" ? Usage.Patch : Usage.Request);
    }

    public AnswerSource? Answer(JsonObject operation, string pointer)
    {
        var place = pointer + "/responses";
        var declared = JsonRead.Object(operation["responses"] ?? new JsonObject(), place);
        var answers = declared.Where(answer => answer.Key.StartsWith('2'))
            .DefaultIfEmpty(KeyValuePair.Create("default", declared["default"]))
            .Where(answer => answer.Value is not null)
            .Select(answer => (Place: JsonRead.Step(place, answer.Key), Node: answer.Value))
            .ToList();
        if (answers.Count == 0)
        {
            throw SpecException.At(
                place, "nothing says what a success is",
                Cures.Set(pointer, "responses", new JsonObject { ["204"] = new JsonObject { ["description"] = "Done." } }));
        }

        var chosen = new List<(string Place, string MediaType, JsonObject Media, string Pointer)>();
        foreach (var (at, node) in answers)
        {
            var (answer, target) = References.Follow(document, JsonRead.Object(node, at), at);
            if (Choose(answer, target, AnswerRank) is var (type, content, where))
            {
                chosen.Add((at, type, content, where));
            }
        }

        if (chosen.Count == 0)
        {
            return null;
        }

        var (_, mediaType, media, contentPlace) = chosen[0];
        if (chosen.Any(other => other.MediaType != mediaType || !JsonNode.DeepEquals(other.Media["schema"], media["schema"])))
        {
            throw SpecException.At(place, "the success answers differ, and a method gives one type", Cures.Remove(chosen[^1].Place));
        }

        var schema = media["schema"];
        var kind = mediaType == "text/event-stream" ? AnswerKind.Events
            : IsJson(mediaType) && !IsBinary(schema) ? AnswerKind.Json
            : AnswerKind.File;
        return new(kind, mediaType, schema ?? new JsonObject(), contentPlace + "/schema", chosen.Count < answers.Count);
    }

    /// <summary>The best of the media types, with its pointer; what is left is reported.</summary>
    private (string MediaType, JsonObject Media, string Pointer)? Choose(JsonObject holder, string pointer, Func<string, int> rank)
    {
        if (holder["content"] is not JsonObject { Count: > 0 } content)
        {
            return null;
        }

        var place = pointer + "/content";
        var ranked = content
            .Select(entry => (Type: Bare(entry.Key), Media: JsonRead.Object(entry.Value, JsonRead.Step(place, entry.Key)), entry.Key))
            .OrderBy(entry => rank(entry.Type))
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var (_, _, key) in ranked.Skip(1))
        {
            report.Drop(JsonRead.Step(place, key), $"'{ranked[0].Key}' is taken instead");
        }

        return (ranked[0].Type, ranked[0].Media, JsonRead.Step(place, ranked[0].Key));
    }

    private static int BodyRank(string type) => type switch
    {
        Json => 0,
        _ when IsJson(type) => 1,
        "multipart/form-data" => 2,
        "application/x-www-form-urlencoded" => 3,
        _ => 4,
    };

    private static int AnswerRank(string type) => type switch
    {
        Json => 0,
        _ when IsJson(type) => 1,
        "text/event-stream" => 2,
        _ => 3,
    };

    private static string Bare(string type) => type.Split(';')[0].Trim().ToLowerInvariant();

    private static bool IsJson(string type)
        => type is Json or "text/json" || type.EndsWith("+json", StringComparison.Ordinal);

    private static bool IsBinary(JsonNode? schema)
        => schema is JsonObject { } node && (node["format"]?.ToString() == "binary" || node.ContainsKey("contentMediaType"));

    private static bool IsText(JsonNode? schema)
        => schema is null or JsonObject { Count: 0 } || (schema as JsonObject)?["type"]?.ToString() == "string";
}
