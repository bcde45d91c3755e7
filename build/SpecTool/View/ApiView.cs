using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>
/// The document NSwag reads: the prepared document in the shape of OpenAPI 3.0, with every name final and every decision
/// made. It loses what code has no use for (error answers, headers, examples) and is never committed.
/// </summary>
public sealed class ApiView
{
    private ApiView(JsonObject document, ViewReport report)
    {
        Document = document;
        Report = report;
    }

    /// <summary>The document.</summary>
    public JsonObject Document { get; }

    /// <summary>What was lost, decided and not found.</summary>
    public ViewReport Report { get; }

    /// <summary>Makes the view of a prepared document.</summary>
    /// <param name="prefix">What the classes over the whole API begin with: <c>Valentina</c>, <c>ClaudeCode</c>.</param>
    /// <param name="prepared">The prepared document; it is not changed.</param>
    /// <param name="texts">The texts file; null when there is none.</param>
    /// <exception cref="Json.SpecException">The document holds something no code may be made from.</exception>
    public static ApiView Create(string prefix, JsonObject prepared, JsonObject? texts)
    {
        var report = new ViewReport();
        var components = prepared["components"]?["schemas"] as JsonObject ?? [];
        var resolver = new SchemaResolver(components, report);
        var pages = new Pages(resolver);
        var operations = new OperationReader(prepared, report).Read();
        var usage = Reach(prepared, operations, resolver);
        var descriptions = new Descriptions(texts, report);
        var schemas = new SchemaWriter(resolver, usage, descriptions, report);
        foreach (var group in operations.Select(o => OperationWriter.Group(o.Node, o.Pointer)).Distinct(StringComparer.Ordinal))
        {
            schemas.Keep(group + "Client");
        }

        schemas.WriteComponents(key => pages.ItemOf(key) is not null);
        var writer = new OperationWriter(prepared, schemas, descriptions, pages, report);
        var paths = new JsonObject();
        foreach (var operation in InOrderOfClients(operations))
        {
            if (paths[operation.Path] is not JsonObject item)
            {
                paths[operation.Path] = item = [];
            }

            item[operation.Method] = writer.Write(operation);
        }

        foreach (var (key, _) in components.Where(c => !usage.All.ContainsKey(c.Key)))
        {
            report.Drop(JsonRead.Step("/components/schemas", key), "no operation needs this schema");
        }

        var view = Assemble(prefix, operations, paths, schemas);
        Codecs.Mark(view);
        return new(view, report);
    }

    /// <summary>By client and method, since NSwag writes them in the order it meets them.</summary>
    private static IEnumerable<OperationSource> InOrderOfClients(List<OperationSource> operations)
        => operations
            .OrderBy(o => OperationWriter.Group(o.Node, o.Pointer), StringComparer.Ordinal)
            .ThenBy(o => OperationWriter.Name(o.Node, o.Id, o.Pointer), StringComparer.Ordinal);

    private static ComponentUsage Reach(JsonObject document, List<OperationSource> operations, SchemaResolver resolver)
    {
        var usage = new ComponentUsage(resolver);
        foreach (var operation in operations)
        {
            foreach (var parameter in operation.Parameters.Where(p => !Headers.BelongsToConnection(p, document)))
            {
                usage.Mark(parameter.Node["schema"], parameter.Pointer + "/schema", Usage.Request);
            }

            switch (operation.Body)
            {
                case { Kind: BodyKind.Json } body:
                    usage.Mark(body.Schema, body.Pointer, body.Usage);
                    break;
                case { Kind: BodyKind.Multipart or BodyKind.Fields } form:
                    foreach (var part in FormReader.Read(form, resolver))
                    {
                        usage.Mark(part.Schema, part.Pointer, Usage.Request);
                    }

                    break;
            }

            if (operation.Answer is { Kind: AnswerKind.Json } answer)
            {
                usage.Mark(answer.Schema, answer.Pointer, Usage.Response);
            }
        }

        return usage;
    }

    private static JsonObject Assemble(string prefix, List<OperationSource> operations, JsonObject paths, SchemaWriter schemas)
    {
        var methods = new SortedSet<string>(StringComparer.Ordinal);
        var groups = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            groups.Add(OperationWriter.Group(operation.Node, operation.Pointer));
            var name = OperationWriter.Name(operation.Node, operation.Id, operation.Pointer);
            if (!methods.Add(name) || methods.Contains(name + "Async")
                || (name.EndsWith("Async", StringComparison.Ordinal) && methods.Contains(name[..^5])))
            {
                throw SpecException.At(
                    operation.Pointer, $"the operation name '{name}' is taken; give one of them an x-name",
                    Cures.Name(operation.Pointer, name + "Other"));
            }
        }

        var components = new JsonObject();
        foreach (var (name, schema) in schemas.Components)
        {
            components[name] = schema;
        }

        return new JsonObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject { ["title"] = prefix, ["version"] = "1" },
            ["x-prefix"] = prefix,
            ["x-groups"] = new JsonArray([.. groups.Select(g => JsonValue.Create(g))]),
            ["x-last-client"] = groups.Last() + "Client",
            ["x-operations"] = new JsonArray([.. methods.Select(m => JsonValue.Create(m))]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = components },
        };
    }
}
