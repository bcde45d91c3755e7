using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Texts;

/// <summary>The names in a prepared document that a text may be written for.</summary>
internal sealed class ContractSurface
{
    private const string PageSchemaPrefix = "OffsetPagination_";

    private readonly HashSet<string> _operations = [];
    private readonly HashSet<string> _parameters = [];
    private readonly Dictionary<string, IReadOnlyCollection<string>> _schemas = [];
    private readonly Dictionary<string, IReadOnlyCollection<string>> _enums = [];

    private ContractSurface()
    {
    }

    public IReadOnlyCollection<string> Operations => _operations;

    public IReadOnlyCollection<string> Parameters => _parameters;

    /// <summary>Object schemas with the wire names of their members; page envelopes are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Schemas => _schemas;

    /// <summary>Enumerations with their wire values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyCollection<string>> Enums => _enums;

    public static ContractSurface Read(string service)
    {
        var document = Repository.ReadJson(Repository.PathOf("openapi", "prepared", service + ".json"));

        var surface = new ContractSurface();
        surface.ReadOperations(document["paths"]!.AsObject());
        surface.ReadSchemas(document["components"]!["schemas"]!.AsObject());
        return surface;
    }

    private void ReadOperations(JsonObject paths)
    {
        foreach (var (_, item) in paths)
        {
            AddParameters(item!["parameters"]);
            foreach (var (_, operation) in item.AsObject().Where(m => m.Value is JsonObject o && o.ContainsKey("operationId")))
            {
                _operations.Add((string)operation!["operationId"]!);
                AddParameters(operation["parameters"]);
                AddFormParts(operation["requestBody"]?["content"]?["multipart/form-data"]?["schema"]?["properties"]);
            }
        }
    }

    private void AddParameters(JsonNode? parameters)
    {
        foreach (var parameter in parameters as JsonArray ?? [])
        {
            _parameters.Add((string)parameter!["name"]!);
        }
    }

    private void AddFormParts(JsonNode? parts)
    {
        foreach (var (name, _) in parts as JsonObject ?? [])
        {
            _parameters.Add(name);
        }
    }

    private void ReadSchemas(JsonObject schemas)
    {
        foreach (var (key, schema) in schemas)
        {
            if (schema!["enum"] is JsonArray values)
            {
                _enums.Add(key, [.. values.Select(v => v!.ToString())]);
            }
            else if (!key.StartsWith(PageSchemaPrefix, StringComparison.Ordinal))
            {
                _schemas.Add(key, [.. (schema["properties"] as JsonObject ?? []).Select(p => p.Key)]);
            }
        }
    }
}
