using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Loading;

/// <summary>Reads a text as an OpenAPI document, in JSON or YAML, or says in one sentence why it is none.</summary>
public static class DocumentParser
{
    /// <summary>How deep objects and lists may stand within each other.</summary>
    internal const int DeepestNesting = 256;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };

    /// <summary>Reads the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">How messages name it.</param>
    /// <exception cref="ContractException">It is no OpenAPI 3 document.</exception>
    public static LoadedDocument Parse(string text, string name)
    {
        var (root, isJson) = ParseAny(text, name);
        CheckIsOpenApi(root, name);
        return new LoadedDocument(name, root, text, isJson);
    }

    /// <summary>Reads the text as an object in JSON or YAML: a document, or a part of one in a file of its own.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">How messages name it.</param>
    /// <exception cref="ContractException">It is neither.</exception>
    public static (JsonObject Root, bool IsJson) ParseAny(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        var content = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (content.Length == 0)
        {
            throw new ContractException($"{name} is empty.");
        }

        if (content[0] == '<')
        {
            throw new ContractException($"{name} is a web page or XML, not an OpenAPI document: perhaps a proxy or a login page answered.");
        }

        var isJson = content[0] is '{' or '[';
        var root = (isJson ? ParseJson(content, name) : YamlReader.Read(content, name)) as JsonObject
            ?? throw new ContractException($"{name} is no OpenAPI document: its top level is not an object.");
        return (root, isJson);
    }

    internal static ContractException TooDeep(string name)
        => new($"{name} nests deeper than {DeepestNesting.ToString(CultureInfo.InvariantCulture)} levels, which no contract does.");

    private static JsonNode? ParseJson(string text, string name)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Strict);
        }
        catch (JsonException ex) when (ex.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            throw TooDeep(name);
        }
        catch (JsonException ex)
        {
            var line = ((ex.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            throw new ContractException($"{name} is not valid JSON from line {line} on: it is cut off or damaged.", ex);
        }
    }

    private static void CheckIsOpenApi(JsonObject root, string name)
    {
        if (root.Text("swagger") is { } swagger)
        {
            throw new ContractException($"{name} is a Swagger {swagger} document; OpenAPI 3.0, 3.1 and 3.2 are read.");
        }

        var version = root.Text("openapi")
            ?? throw new ContractException($"{name} has no member 'openapi', so it is no OpenAPI document.");
        if (!version.StartsWith("3.", StringComparison.Ordinal))
        {
            throw new ContractException($"{name} is an OpenAPI {version} document; 3.0, 3.1 and 3.2 are read.");
        }

        if (root.Map("paths") is not { Count: > 0 } paths || !paths.Any(path => path.Value is JsonObject { Count: > 0 }))
        {
            throw new ContractException($"{name} describes no operations; it is empty or cut off.");
        }
    }
}
