using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>
/// Writes one operation: its client and method, its parameters in the order of the path, its one success answer, its marks.
/// </summary>
internal sealed class OperationWriter(SchemaWriter schemas, Descriptions texts, Pages pages, ViewReport report)
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
            ["parameters"] = Parameters(source),
        };
        if (operation.ContainsKey("x-rules"))
        {
            var names = written["parameters"]!.AsArray()
                .ToDictionary(p => p!["name"]!.GetValue<string>(), p => p!["x-originalName"]!.GetValue<string>());
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
            : throw SpecException.At(pointer, "the operation has neither a tag nor an x-group");
    }

    /// <summary>The method's name without Async.</summary>
    public static string Name(JsonObject operation, string id, string pointer)
        => JsonRead.StringOrNull(operation, "x-name", pointer) is { } given
            ? Identifiers.Type(given, pointer + "/x-name")
            : Identifiers.Type(Identifiers.Pascal(Identifiers.OperationId(id, pointer + "/operationId")), pointer + "/operationId");

    /// <summary>What the docs of something the contract calls deprecated end with.</summary>
    public static string Outdated(JsonObject node)
        => JsonRead.Flag(node, "deprecated") ? " The service calls it deprecated and may remove it." : "";

    private JsonArray Parameters(OperationSource source)
    {
        var path = source.PathParameters;
        var declared = source.Parameters.Where(p => p.In != "header").ToList();
        foreach (var name in path.Where(n => !declared.Any(p => p.In == "path" && p.Name == n)))
        {
            throw SpecException.At(source.Pointer, $"the path parameter '{name}' is not declared");
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        var ordered = declared.OrderBy(p => p.In == "path" ? path.IndexOf(p.Name) : path.Count).ToList();
        var written = new JsonArray();
        foreach (var parameter in ordered)
        {
            if (parameter.In is not ("path" or "query"))
            {
                throw SpecException.At(parameter.Pointer + "/in", $"a parameter in '{parameter.In}' is not understood");
            }

            var name = Identifiers.Parameter(
                parameter.Name, JsonRead.StringOrNull(parameter.Node, "x-name", parameter.Pointer), parameter.Pointer + "/name");
            if (!taken.Add(name))
            {
                throw SpecException.At(parameter.Pointer + "/name", $"the parameter name '{name}' is taken; give one of them an x-name");
            }

            written.Add(Parameter(source, parameter, name));
        }

        return written;
    }

    private JsonObject Parameter(OperationSource source, ParameterSource parameter, string name)
    {
        var required = parameter.In == "path" || JsonRead.Flag(parameter.Node, "required");
        var schema = schemas.Resolve(parameter.Node["schema"], parameter.Pointer + "/schema");
        if (schema.Shape is SchemaShape.Object or SchemaShape.Map or SchemaShape.Any)
        {
            throw SpecException.At(parameter.Pointer + "/schema", "a parameter is a single value or a list of them");
        }

        var written = new JsonObject
        {
            ["name"] = parameter.Name,
            ["in"] = parameter.In,
            ["required"] = required,
            ["schema"] = schemas.Write(
                schema with { Nullable = !required }, source.Id + Identifiers.Pascal(parameter.Name), source.Id, Usage.Request),
            ["x-originalName"] = name,
            ["x-summary"] = Summary(source.Id, parameter.Name, schema),
        };
        if (schema.Shape is SchemaShape.Integer && (schema.Number("minimum") ?? schema.Number("maximum")) is not null)
        {
            written["x-range"] = $"{Limits.Literal(schema.Number("minimum"))}, {Limits.Literal(schema.Number("maximum"))}";
        }

        var value = schema.Shape == SchemaShape.Array && schema.Node["items"] is { } items
            ? schemas.Resolve(items, parameter.Pointer + "/schema/items")
            : schema;
        written["x-known"] = ModelWriter.Target(schemas, value) == TargetKind.ClosedEnum;

        return written;
    }

    private string Summary(string id, string name, ResolvedSchema schema)
    {
        var text = texts.Parameter(id, name);
        return Limits.Sentence(schema, null) is { } limits && !text.Contains(limits, StringComparison.Ordinal) ? $"{text} {limits}" : text;
    }

    private void WriteBody(JsonObject written, OperationSource source, string name)
    {
        if (source.Body is not { } body)
        {
            return;
        }

        if (body.MediaType == "multipart/form-data")
        {
            written["x-file-part"] = FilePart(body);
            return;
        }

        var schema = schemas.Resolve(body.Schema, body.Pointer);
        written["x-body-summary"] = ("What is sent. " + Limits.Sentence(schema, null)).TrimEnd();
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

    private string FilePart(BodySource body)
    {
        var form = schemas.Resolve(body.Schema, body.Pointer);
        var parts = JsonRead.Object(form.Node["properties"], body.Pointer + "/properties");
        if (parts.Count != 1)
        {
            throw SpecException.At(body.Pointer, "only forms of exactly one file are understood");
        }

        var part = schemas.Resolve(parts[0], body.Pointer + "/properties");
        return part.Shape == SchemaShape.String && (Limits.Format(part) == "binary" || part["contentMediaType"] is not null)
            ? Identifiers.Wire(parts.First().Key, body.Pointer + "/properties")
            : throw SpecException.At(body.Pointer + "/properties", "only files are understood as parts of a form");
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

        if (answer.IsFile)
        {
            written["x-answer"] = "file";
            return;
        }

        written["x-answer"] = "json";
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
        written["x-acting-user"] = JsonRead.StringOrNull(operation, "x-on-behalf-of", source.Pointer) switch
        {
            null or "ignored" => "Ignored",
            "honoured" => "Honoured",
            "required" => "Required",
            var other => throw SpecException.At(source.Pointer + "/x-on-behalf-of", $"'{other}' is not known"),
        };
        written["x-idempotency"] = source.Parameters.Any(p => p.In == "header"
            && p.Name.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase));
        written["x-repeatable"] = source.Method is "get" or "delete" or "put" && !JsonRead.Flag(operation, "x-not-repeatable");
        foreach (var mark in (ReadOnlySpan<string>)["x-no-retry-on-5xx", "x-spends-money", "x-personal-data", "x-long-running"])
        {
            written[mark] = JsonRead.Flag(operation, mark);
        }
    }
}
