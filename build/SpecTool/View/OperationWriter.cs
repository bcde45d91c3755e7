using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>
/// Writes one operation: its client and method, its parameters in the order of the path, its one success answer, its marks.
/// </summary>
internal sealed class OperationWriter(
    JsonObject document, SchemaWriter schemas, Descriptions texts, Pages pages, ViewReport report)
{
    public JsonObject Write(OperationSource source)
    {
        var pointer = source.Pointer;
        var operation = source.Node;
        var name = Name(operation, source.Id, pointer);
        var written = new JsonObject
        {
            ["tags"] = new JsonArray(JsonValue.Create(Group(operation, pointer))),
            ["operationId"] = $"{Group(operation, pointer)}_{name}",
            ["x-id"] = source.Id,
            ["x-path"] = Identifiers.Path(source.Path, pointer),
            ["x-http-method"] = char.ToUpperInvariant(source.Method[0]) + source.Method[1..],
            ["x-method"] = name,
            ["x-call"] = JsonRead.StringOrNull(operation, "x-call", pointer) is { } call
                ? Identifiers.Type(call, pointer + "/x-call")
                : null,
            ["x-summary"] = texts.Operation(source.Id, source.Method, source.Path) + Outdated(operation),
            ["x-obsolete"] = JsonRead.Flag(operation, "deprecated"),
            ["parameters"] = new ParameterWriter(document, schemas, texts, report).Write(source),
        };
        if (operation.ContainsKey("x-rules"))
        {
            var names = written["parameters"]!.AsArray()
                .GroupBy(p => p!["name"]!.GetValue<string>(), StringComparer.Ordinal)
                .ToDictionary(p => p.Key, p => p.First()!["x-originalName"]!.GetValue<string>(), StringComparer.Ordinal);
            written["x-rules"] = Rules.Checks(operation, pointer, wire => names.GetValueOrDefault(wire));
        }

        WriteBody(written, source, name);
        WriteAnswer(written, source, name);
        WriteMarks(written, source);
        return written;
    }

    /// <summary>The group, which names the raw client.</summary>
    public static string Group(JsonObject operation, string pointer)
    {
        if (JsonRead.StringOrNull(operation, "x-group", pointer) is { } given)
        {
            return Identifiers.Group(given, pointer + "/x-group");
        }

        return operation["tags"] is JsonArray { Count: > 0 } tags
            ? Identifiers.Group(Identifiers.Pascal(JsonRead.String(tags[0], pointer + "/tags/0")), pointer + "/tags/0")
            : throw SpecException.At(
                pointer, "the operation has neither a tag nor an x-group",
                Cures.Set(pointer, "x-group", Identifiers.Suggest(LastWord(pointer), "Service")));
    }

    /// <summary>The last segment of an operation's path that is no parameter.</summary>
    private static string LastWord(string pointer) => pointer.Split("~1").Last(segment => segment is not ['{', ..]).Split('/')[0];

    /// <summary>The method's name without Async.</summary>
    public static string Name(JsonObject operation, string id, string pointer)
        => JsonRead.StringOrNull(operation, "x-name", pointer) is { } given
            ? Identifiers.Method(given, pointer + "/x-name")
            : Identifiers.Method(Identifiers.Pascal(Identifiers.OperationId(id, pointer + "/operationId")), pointer + "/operationId");

    /// <summary>What the docs of something the contract calls deprecated end with.</summary>
    public static string Outdated(JsonObject node)
        => JsonRead.Flag(node, "deprecated") ? " The service calls it deprecated and may remove it." : "";

    private void WriteBody(JsonObject written, OperationSource source, string name)
    {
        if (source.Body is not { } body)
        {
            return;
        }

        switch (body.Kind)
        {
            case BodyKind.Multipart:
                var file = FormReader.Read(body, schemas.Resolver).FirstOrDefault(part => part.IsFile);
                written["x-file-part"] = file is null ? null : Identifiers.Wire(file.Name, file.Pointer);
                written["x-multipart"] = file is null;
                break;
            case BodyKind.Fields:
                written["x-fields"] = true;
                break;
            case BodyKind.Bytes:
                written["x-bytes"] = body.MediaType;
                break;
            default:
                WriteJson(written, source, body, name);
                break;
        }

        written["x-upload"] = written["x-file-part"] is not null || body.Kind == BodyKind.Bytes;
    }

    private void WriteJson(JsonObject written, OperationSource source, BodySource body, string name)
    {
        var schema = schemas.Resolve(body.Schema, body.Pointer);
        written["x-body-summary"] = ("What is sent. " + Limits.Sentence(schema, null)).TrimEnd();
        written["x-media-type"] = body.MediaType == "application/json" ? null : body.MediaType;
        if (schema.Shape == SchemaShape.Array)
        {
            written["x-body-items"] =
                $"{Limits.Whole(schema.Number("minItems"), "0")}, {Limits.Whole(schema.Number("maxItems"), "int.MaxValue")}";
        }

        written["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["x-name"] = "body",
            ["content"] = new JsonObject
            {
                ["application/json"] = new JsonObject
                {
                    ["schema"] = schemas.Write(schema with { Nullable = false }, name + "Body", source.Id, body.Usage)
                },
            },
        };
    }

    private void WriteAnswer(JsonObject written, OperationSource source, string name)
    {
        if (texts.Returns(source.Id) is { } returns)
        {
            written["x-returns"] = returns;
        }

        written["responses"] = new JsonObject { ["204"] = new JsonObject { ["description"] = "done" } };
        written["x-answer"] = "none";
        if (source.Answer is not { } answer)
        {
            return;
        }

        if (answer.Kind != AnswerKind.Json)
        {
            written["x-answer"] = answer.Kind == AnswerKind.Events ? "events" : "file";
            written["x-accept"] = answer.Kind == AnswerKind.Events ? answer.MediaType : null;
            return;
        }

        written["x-answer"] = "json";
        written["x-accept"] = answer.MediaType == "application/json" ? null : answer.MediaType;
        written["x-optional"] = answer.MayBeEmpty;
        if (pages.ItemOf(answer.Schema, answer.Pointer) is { } item)
        {
            written["x-result-type"] = $"global::Valentina.Page<{schemas.TypeName(item)}>";
            written["x-page-of"] = schemas.TypeName(item);
            var limit = source.Parameters.FirstOrDefault(p => p is { In: "query", Name: "limit" });
            written["x-max-page"] = Limits.Whole(
                limit is null ? null : schemas.Resolve(limit.Node["schema"], limit.Pointer).Number("maximum"), "0");
            return;
        }

        var schema = schemas.Resolve(answer.Schema, answer.Pointer);
        if (schema.Shape == SchemaShape.Any)
        {
            written["x-result-type"] = "global::Newtonsoft.Json.Linq.JToken";
            report.Decide(answer.Pointer, "the answer is free JSON");
            return;
        }

        var content = schemas.Write(schema with { Nullable = false }, name + "Result", source.Id, Usage.Response);
        written["responses"] = new JsonObject
        {
            ["200"] = new JsonObject
            {
                ["description"] = "success",
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = content } },
            },
        };
    }

    private static void WriteMarks(JsonObject written, OperationSource source)
    {
        var operation = source.Node;
        written["x-acting-user"] = Headers.ActingUser(source);
        written["x-idempotency"] = source.Parameters.Any(p => p.In == "header"
            && p.Name.Equals(Headers.IdempotencyKey, StringComparison.OrdinalIgnoreCase));
        written["x-repeatable"] = source.Method is "get" or "delete" or "put" or "head" or "options"
            && !JsonRead.Flag(operation, "x-not-repeatable");
        foreach (var mark in (ReadOnlySpan<string>)["x-no-retry-on-5xx", "x-spends-money", "x-personal-data", "x-long-running"])
        {
            written[mark] = JsonRead.Flag(operation, mark);
        }
    }
}
