using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Reads an OpenAPI 3.0, 3.1 or 3.2 document into a <see cref="Contract"/>.</summary>
public sealed partial class ContractReader
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

    private readonly JsonObject _root;
    private readonly ReferenceResolver _references;
    private readonly OperationReader _operations;
    private readonly SecurityReader _security;

    private ContractReader(JsonObject root)
    {
        _root = root;
        _references = new ReferenceResolver(root);
        _operations = new OperationReader(_references, new SchemaReader(_references));
        _security = new SecurityReader(root, _operations);
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
            Servers = ServerList.Read(_root, "") ?? new ServerList("/servers", [new Server("", "")]),
            Webhooks = ExpandedText.Of(_root.Map("webhooks"), "/webhooks", _references),
            SecuritySchemes = _security.Schemes,
            Operations = [.. Operations()],
            SchemaNames = (_root.Map("components")?.Map("schemas") ?? []).Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal),
        };
    }

    private IEnumerable<Operation> Operations()
    {
        foreach (var (path, item) in _root.Map("paths") ?? [])
        {
            var pointer = Pointers.Join("/paths", path);
            if (path.StartsWith("x-", StringComparison.Ordinal) || Item(item, pointer) is not { } pathItem)
            {
                continue;
            }

            foreach (var method in Methods)
            {
                if (_operations.Referenced(pathItem[method], Pointers.Join(pointer, method)) is { Node: var operation })
                {
                    yield return Read(path, method, pathItem, operation, Pointers.Join(pointer, method));
                }
            }
        }
    }

    /// <summary>A path item; what stands beside a reference wins over what it leads to.</summary>
    private JsonObject? Item(JsonNode? node, string pointer)
    {
        if (node is not JsonObject item || item.Text("$ref") is null)
        {
            return node as JsonObject;
        }

        var merged = (JsonObject?)_operations.Referenced(item, pointer)?.Node.DeepClone();
        foreach (var (name, value) in item.Where(member => member.Key != "$ref"))
        {
            merged?[name] = value?.DeepClone();
        }

        return merged;
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
            Servers = ServerList.Read(operation, pointer) ?? ServerList.Read(pathItem, pointer[..pointer.LastIndexOf('/')])
                ?? ServerList.None,
            Callbacks = ExpandedText.Of(operation.Map("callbacks"), Pointers.Join(pointer, "callbacks"), _references),
            Links = _operations.Links(operation, pointer),
            Text = OperationReader.Words(operation),
        };
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}
