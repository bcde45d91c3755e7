using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json.Nodes;
using Valentina.Raw;

namespace Valentina.Conformance.Raw;

/// <summary>The generated raw clients of one API, found by the operationId of the contract.</summary>
internal sealed class RawApi
{
    public static readonly RawApi Valentina = new("valentina", typeof(ValentinaRawClients));
    public static readonly RawApi ClaudeCode = new("claude-code", typeof(global::Valentina.ClaudeCode.Raw.ClaudeCodeRawClients));

    private readonly Dictionary<string, (MethodInfo Async, MethodInfo Sync)> _methods = [];
    private readonly Dictionary<string, string[]> _queryNames = [];
    private readonly Dictionary<string, string> _verbs = [];

    private RawApi(string name, Type aggregate)
    {
        var methods = aggregate.GetProperties().SelectMany(p => p.PropertyType.GetMethods()).GroupBy(m => m.Name)
            .ToDictionary(g => g.Key, g => g.ToList());
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "prepared", name + ".json")))!.AsObject();
        foreach (var (_, path) in document["paths"]!.AsObject())
        {
            foreach (var (verb, node) in path!.AsObject())
            {
                if (verb is "parameters" or "summary" or "description" || node is not JsonObject operation)
                {
                    continue;
                }

                var id = (string)operation["operationId"]!;
                Operations.Add(id);
                _verbs[id] = verb.ToUpperInvariant();
                var method = (string?)operation["x-name"] ?? char.ToUpperInvariant(id[0]) + id[1..];
                _methods[id] = (methods[method + "Async"].Single(), methods[method].Single());
                _queryNames[id] = [.. (operation["parameters"]?.AsArray() ?? []).Where(p => (string?)p!["in"] == "query")
                    .Select(p => (string)p!["name"]!)];
            }
        }
    }

    public List<string> Operations { get; } = [];

    public bool TryFind(string operationId, bool synchronous, [NotNullWhen(true)] out MethodInfo? method)
    {
        method = _methods.TryGetValue(operationId, out var pair) ? synchronous ? pair.Sync : pair.Async : null;
        return method is not null;
    }

    public string MethodOf(string operationId) => _verbs[operationId];

    public IReadOnlyList<string> QueryNames(string operationId) => _queryNames[operationId];
}
