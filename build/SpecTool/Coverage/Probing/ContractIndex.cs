using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Coverage.Probing;

/// <summary>The operations of a prepared contract.</summary>
internal sealed class ContractIndex
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    private readonly JsonObject _document;

    private ContractIndex(JsonObject document)
    {
        _document = document;
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from entry in path.Value!.AsObject()
               where Methods.Contains(entry.Key)
               let node = entry.Value!.AsObject()
               select new ContractOperation(path.Key, entry.Key, node, ReadParameters(path.Value!["parameters"], node["parameters"])),
        ];
    }

    public IReadOnlyList<ContractOperation> Operations { get; }

    public static ContractIndex Load(string file) => Of(JsonNode.Parse(File.ReadAllText(file))!.AsObject());

    public static ContractIndex Of(JsonObject document) => new(document);

    /// <summary>The operation a request belongs to; a constant path goes before one with a placeholder.</summary>
    public ContractOperation? Find(string method, string path)
        => Operations.Where(operation => operation.Match(method, path) is not null).MaxBy(operation => operation.Weight);

    /// <summary>The status of success, and the schema of its body; no schema where there is none.</summary>
    public (int Status, JsonObject? Schema, string? MediaType) Success(ContractOperation operation)
    {
        var (status, node) = operation.Node["responses"]!.AsObject().First(response => response.Key.StartsWith('2'));
        var content = Follow(node!.AsObject())["content"]?.AsObject().FirstOrDefault();
        return (
            int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
            content?.Value?["schema"] is JsonObject schema ? Follow(schema) : null,
            content?.Key);
    }

    /// <summary>The schema of the JSON body an operation takes, or null.</summary>
    public JsonObject? Body(ContractOperation operation)
        => operation.Node["requestBody"] is JsonObject body && Follow(body)["content"]?["application/json"]?["schema"] is JsonObject schema
            ? Follow(schema)
            : null;

    /// <summary>What a reference points to, and the only choice of a choice of one.</summary>
    public JsonObject Follow(JsonObject node)
    {
        while (true)
        {
            if (node["$ref"] is { } reference)
            {
                JsonNode target = _document;
                foreach (var step in reference.GetValue<string>().TrimStart('#', '/').Split('/'))
                {
                    target = target[step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!;
                }

                node = target.AsObject();
            }
            else if (node["oneOf"] is JsonArray { Count: 1 } choice)
            {
                node = choice[0]!.AsObject();
            }
            else
            {
                return node;
            }
        }
    }

    private List<JsonObject> ReadParameters(JsonNode? shared, JsonNode? own)
        => [.. (shared?.AsArray() ?? []).Concat(own?.AsArray() ?? []).Select(parameter => Follow(parameter!.AsObject()))];
}
