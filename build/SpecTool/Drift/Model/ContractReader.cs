using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Reads an OpenAPI 3.0, 3.1 or 3.2 document into a <see cref="Contract"/>.</summary>
public sealed partial class ContractReader
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private readonly JsonObject _root;
    private readonly SchemaReader _schemas;
    private readonly OperationReader _operations;
    private readonly SecurityReader _security;

    private ContractReader(JsonObject root)
    {
        _root = root;
        _schemas = new SchemaReader(root);
        _operations = new OperationReader(root, _schemas);
        _security = new SecurityReader(root);
    }

    /// <summary>Reads the document.</summary>
    /// <param name="document">The document; it is not changed.</param>
    /// <exception cref="ContractException">A reference leads nowhere, or a schema never ends.</exception>
    public static Contract Read(JsonObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new ContractReader(document).Read();
    }

    private Contract Read()
    {
        var info = _root.Map("info");
        return new Contract
        {
            Title = info?.Text("title") ?? "",
            Version = info?.Text("version") ?? "",
            Servers = Servers(),
            SecuritySchemes = _security.Schemes,
            Operations = [.. Operations()],
            SchemaNames = (_root.Map("components")?.Map("schemas") ?? []).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal),
        };
    }

    private List<string> Servers()
    {
        var servers = (_root.List("servers") ?? [])
            .OfType<JsonObject>()
            .Select(server => server.Text("url")?.TrimEnd('/'))
            .OfType<string>()
            .ToList();
        return servers.Count == 0 ? [""] : servers;
    }

    private IEnumerable<Operation> Operations()
    {
        foreach (var (path, item) in _root.Map("paths") ?? [])
        {
            if (item is not JsonObject pathItem)
            {
                continue;
            }

            var pointer = Pointers.Join("/paths", path);
            if (pathItem.Text("$ref") is { } reference && Pointers.Find(_root, reference.TrimStart('#')) is JsonObject referenced)
            {
                pathItem = referenced;
            }

            foreach (var method in Methods)
            {
                if (pathItem.Map(method) is { } operation)
                {
                    yield return Read(path, method, pathItem, operation, Pointers.Join(pointer, method));
                }
            }
        }
    }

    private Operation Read(string path, string method, JsonObject pathItem, JsonObject operation, string pointer)
    {
        var pathParameters = Placeholder().Matches(path).Select(match => match.Groups[1].Value).ToList();
        var (security, securityPointer) = _security.Of(operation, pointer);
        return new Operation
        {
            Method = method.ToUpperInvariant(),
            Path = path,
            Pattern = Placeholder().Replace(path, "{}"),
            Pointer = pointer,
            Id = operation.Text("operationId"),
            SdkName = SdkNames.Method(operation),
            SdkGroup = SdkNames.Group(operation),
            Tags = operation.Texts("tags"),
            Deprecated = operation.Flag("deprecated") == true,
            Sunset = DateOnly.TryParse(operation.Text("x-sunset"), CultureInfo.InvariantCulture, out var day) ? day : null,
            PathParameters = pathParameters,
            Parameters = _operations.Parameters(pathItem, operation, pointer, pathParameters),
            Body = _operations.Body(operation, pointer),
            Responses = _operations.Responses(operation, pointer),
            Security = security,
            SecurityPointer = securityPointer,
            Text = OperationReader.Words(operation),
        };
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}
