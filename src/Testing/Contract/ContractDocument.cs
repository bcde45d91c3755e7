using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>
/// A prepared OpenAPI document, compiled: its operations, its schemas and the router over its paths. Safe to share between threads.
/// </summary>
internal sealed class ContractDocument
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    private readonly Dictionary<string, ContractOperation> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContractSchema> _schemas = new(StringComparer.Ordinal);

    private ContractDocument(JsonObject source)
    {
        Source = source;
        var compiler = new SchemaCompiler(source);
        foreach (var name in compiler.Names)
        {
            _schemas[name] = compiler.Component(name);
        }

        var operations = new List<ContractOperation>();
        foreach (var (path, item) in source["paths"] as JsonObject ?? [])
        {
            foreach (var method in Methods)
            {
                if (item?[method] is JsonObject operation)
                {
                    operations.Add(Operation(path, method, operation, (JsonObject)item, compiler));
                }
            }
        }

        foreach (var operation in operations)
        {
            _byId.Add(operation.Id, operation);
        }

        Operations = operations;
        Router = new ContractRouter(operations);
    }

    public JsonObject Source { get; }

    public IReadOnlyList<ContractOperation> Operations { get; }

    public ContractRouter Router { get; }

    public IReadOnlyDictionary<string, ContractSchema> Schemas => _schemas;

    public static ContractDocument Parse(string json) => Parse(JsonNode.Parse(json));

    public static ContractDocument Load(Stream json) => Parse(JsonNode.Parse(json));

    public static ContractDocument Parse(JsonNode? json)
        => new(json as JsonObject ?? throw new JsonException("A contract is a JSON object."));

    /// <summary>Finds an operation by its <c>operationId</c>.</summary>
    public ContractOperation? Find(string operationId) => _byId.GetValueOrDefault(operationId);

    /// <summary>A component by its name.</summary>
    public ContractSchema Schema(string name)
        => _schemas.GetValueOrDefault(name) ?? throw new KeyNotFoundException($"The contract has no schema '{name}'.");

    private static ContractOperation Operation(string path, string method, JsonObject source, JsonObject item, SchemaCompiler compiler)
    {
        var id = source["operationId"]?.GetValue<string>() ?? $"{method} {path}";
        var tag = (source["tags"] as JsonArray)?.FirstOrDefault()?.GetValue<string>() ?? "";
        return new ContractOperation
        {
            Id = id,
            Name = source["x-name"]?.GetValue<string>() ?? Pascal(id),
            Group = source["x-group"]?.GetValue<string>() ?? Pascal(tag),
            Method = method.ToUpperInvariant(),
            Path = path,
            Segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries),
            Parameters = [.. Parameters(item, compiler).Concat(Parameters(source, compiler))],
            RequestBody = Body(source["requestBody"] as JsonObject, compiler),
            Answers = Answers(source["responses"] as JsonObject ?? [], compiler),
            Rules = SchemaCompiler.Rules(source),
            Source = source,
        };
    }

    private static IEnumerable<ContractParameter> Parameters(JsonObject holder, SchemaCompiler compiler)
        => (holder["parameters"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(parameter => new ContractParameter(
                parameter["name"]!.GetValue<string>(),
                parameter["in"]!.GetValue<string>(),
                parameter["required"]?.GetValue<bool>() == true,
                compiler.Compile(parameter["schema"])));

    private static ContractBody? Body(JsonObject? holder, SchemaCompiler compiler)
    {
        if (holder?["content"] is not JsonObject { Count: > 0 } content)
        {
            return null;
        }

        var (mediaType, value) = content.First();
        var schema = value?["schema"] is JsonObject { Count: > 0 } source ? compiler.Compile(source) : null;
        return new ContractBody(mediaType, schema, holder["required"]?.GetValue<bool>() == true);
    }

    private static Dictionary<int, ContractBody?> Answers(JsonObject responses, SchemaCompiler compiler)
    {
        var answers = new Dictionary<int, ContractBody?>();
        foreach (var (status, response) in responses)
        {
            if (int.TryParse(status, out var number))
            {
                answers[number] = Body(response as JsonObject, compiler);
            }
        }

        return answers;
    }

    /// <summary>Upper-cases the first letter of each word and leaves the rest alone.</summary>
    private static string Pascal(string text)
        => string.Concat(text
            .Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
