using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Valentina.Build.Tests.Texts;

/// <summary>A method of a service as its source has it: what it calls, and what its documentation says, includes filled in.</summary>
internal sealed partial record ServiceMethod(string Name, string Operation, string? PagedOperation, XElement Documentation)
{
    /// <summary>All methods that call an operation directly.</summary>
    public static IReadOnlyList<ServiceMethod> ReadAll()
        => [.. Directory.EnumerateFiles(Repository.PathOf("src", "Facade", "Services"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(Read)];

    public string Summary => Text(Documentation.Element("summary"));

    public IEnumerable<(string Name, string Text)> Parameters
        => Documentation.Elements("param").Select(element => (element.Attribute("name")!.Value, Text(element)));

    /// <summary>How an operation is called in the contract.</summary>
    public static string IdOf(string operation) => char.ToLowerInvariant(operation[0]) + operation[1..];

    private static IEnumerable<ServiceMethod> Read(string path)
    {
        var source = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot();
        foreach (var method in source.DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (RawCall().Match(method.ToString()) is { Success: true } call)
            {
                yield return new ServiceMethod(
                    $"{((TypeDeclarationSyntax)method.Parent!).Identifier.ValueText}.{method.Identifier.ValueText}",
                    call.Groups[1].Value,
                    Paged().Match(method.AttributeLists.ToString()) is { Success: true } paged ? paged.Groups[1].Value : null,
                    DocumentationOf(method, path));
            }
        }
    }

    private static XElement DocumentationOf(MethodDeclarationSyntax method, string path)
    {
        var lines = method.GetLeadingTrivia().ToFullString().Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal));
        var documentation = XElement.Parse($"<member>{string.Join("\n", lines.Select(line => line[3..]))}</member>");
        foreach (var include in documentation.Elements("include").ToList())
        {
            var file = XDocument.Load(Path.Combine(Path.GetDirectoryName(path)!, include.Attribute("file")!.Value));
            include.ReplaceWith(file.XPathSelectElements(include.Attribute("path")!.Value));
        }

        return documentation;
    }

    private static string Text(XElement? element)
        => Space().Replace(element?.Value ?? "", " ").Trim();

    [GeneratedRegex(@"\bRaw\s*\.\s*\w+\s*\.\s*(\w+)Async\(")]
    private static partial Regex RawCall();

    [GeneratedRegex(@"\[Paged\(nameof\(ValentinaOperations\.(\w+)\)\)\]")]
    private static partial Regex Paged();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
