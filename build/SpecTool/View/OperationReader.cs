using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>Reads the operations of a prepared document, ordered by their id so that nothing depends on the document's order.</summary>
internal sealed class OperationReader(JsonObject document, ViewReport report)
{
    /// <summary>The methods a client can be made for; <c>trace</c> answers what a proxy saw, which is no call of an API.</summary>
    public static IReadOnlySet<string> Methods { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "get", "put", "post", "delete", "patch", "head", "options",
    };

    private static readonly HashSet<string> PathMembers = new(StringComparer.Ordinal) { "summary", "description", "parameters" };

    /// <summary>Members that no call depends on.</summary>
    private static readonly string[] Left = ["callbacks", "externalDocs"];

    public List<OperationSource> Read()
    {
        if (document["webhooks"] is JsonObject { Count: > 0 })
        {
            report.Drop("/webhooks", "calls of the server are no operations of a client");
        }

        var operations = new List<OperationSource>();
        foreach (var (path, item) in JsonRead.Object(document["paths"], "/paths").Where(p => !IsForeign(p.Key)))
        {
            var at = JsonRead.Step("/paths", path);
            Identifiers.Path(path, at);
            foreach (var (method, node) in JsonRead.Object(item, at).Where(m => !PathMembers.Contains(m.Key) && !IsForeign(m.Key)))
            {
                var pointer = JsonRead.Step(at, method);
                if (!Methods.Contains(method))
                {
                    throw SpecException.At(pointer, $"only {string.Join(", ", Methods)} are understood", Cures.Remove(pointer));
                }

                operations.Add(Read(path, method, JsonRead.Object(node, pointer), pointer));
            }
        }

        return [.. operations.OrderBy(o => o.Id, StringComparer.Ordinal)];
    }

    /// <summary>The parameters of an operation, those of its path included; references are followed.</summary>
    public static List<(JsonObject Parameter, string Pointer)> ParametersOf(JsonObject document, JsonObject operation, string pointer)
    {
        var own = Listed(document, operation["parameters"], pointer + "/parameters");
        var shared = Listed(document, operation.Parent?["parameters"], Cures.Above(pointer) + "/parameters");
        return [.. own, .. shared.Where(one => !own.Any(other => Key(other.Parameter) == Key(one.Parameter)))];
    }

    private static string Key(JsonObject parameter) => $"{parameter["in"]} {parameter["name"]}";

    private static List<(JsonObject Parameter, string Pointer)> Listed(JsonObject document, JsonNode? list, string pointer)
    {
        var parameters = new List<(JsonObject, string)>();
        foreach (var (node, index) in (list as JsonArray ?? []).Select((node, index) => (node, index)))
        {
            if (node is JsonObject parameter
                && (!parameter.ContainsKey("$ref")
                    || References.Find(document, CheckContext.TextOf(parameter["$ref"]) ?? "") is not null))
            {
                parameters.Add(References.Follow(document, parameter, $"{pointer}/{index}"));
            }
        }

        return parameters;
    }

    private static bool IsForeign(string name) => name.StartsWith("x-", StringComparison.Ordinal);

    private OperationSource Read(string path, string method, JsonObject operation, string pointer)
    {
        var id = Identifiers.OperationId(
            CheckContext.TextOf(operation["operationId"])
                ?? throw SpecException.At(
                    pointer + "/operationId", "the operation has no operationId",
                    Cures.Set(pointer, "operationId", Identifiers.OperationIdFor(method, path))),
            pointer + "/operationId");
        foreach (var member in Left.Where(operation.ContainsKey))
        {
            report.Drop($"{pointer}/{member}", "no call depends on it");
        }

        var parameters = ParametersOf(document, operation, pointer)
            .Select(found => new ParameterSource(
                JsonRead.String(found.Parameter["name"], found.Pointer + "/name"),
                JsonRead.String(found.Parameter["in"], found.Pointer + "/in"), found.Parameter, found.Pointer))
            .ToList();
        var contents = new ContentReader(document, report);
        return new(
            id, method, path, pointer, operation, parameters, contents.Body(operation, method, pointer),
            method == "head" ? null : contents.Answer(operation, pointer));
    }
}
