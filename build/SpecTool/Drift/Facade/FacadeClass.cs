using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Valentina.SpecTool.Drift.Facade;

/// <summary>A class of the facade with all its parts.</summary>
/// <param name="name">Its name.</param>
/// <param name="parts">Its declarations.</param>
internal sealed class FacadeClass(string name, IReadOnlyList<ClassDeclarationSyntax> parts)
{
    private const string Async = "Async";

    private readonly ILookup<string, MethodDeclarationSyntax> _methods = parts
        .SelectMany(part => part.Members.OfType<MethodDeclarationSyntax>())
        .ToLookup(method => method.Identifier.Text, StringComparer.Ordinal);

    /// <summary>Which public method calls which raw method.</summary>
    public IEnumerable<(string Caller, string Raw)> Calls()
    {
        if (!parts.Any(part => part.Modifiers.Any(SyntaxKind.PublicKeyword)))
        {
            yield break;
        }

        foreach (var method in _methods.SelectMany(group => group).Where(method => method.Modifiers.Any(SyntaxKind.PublicKeyword)))
        {
            foreach (var raw in RawMethods(method, []))
            {
                yield return ($"{name}.{method.Identifier.Text}", raw);
            }

            foreach (var list in PagedLists(method))
            {
                yield return list;
            }
        }
    }

    /// <summary>The list and the enumeration that the generator makes of a page.</summary>
    private IEnumerable<(string Caller, string Raw)> PagedLists(MethodDeclarationSyntax method)
    {
        var paged = method.AttributeLists
            .SelectMany(list => list.Attributes)
            .FirstOrDefault(attribute => attribute.Name.ToString() == "Paged");
        var page = method.Identifier.Text;
        if (paged is null || !page.StartsWith("Get", StringComparison.Ordinal) || !page.EndsWith("Page" + Async, StringComparison.Ordinal))
        {
            yield break;
        }

        var subject = page["Get".Length..^("Page" + Async).Length];
        foreach (var operation in Operations(paged))
        {
            yield return ($"{name}.ListAll{subject}{Async}", operation);
            yield return ($"{name}.EnumerateAll{subject}{Async}", operation);
        }
    }

    /// <summary>The raw methods a method calls, directly or through methods of its own class.</summary>
    private IEnumerable<string> RawMethods(MethodDeclarationSyntax method, HashSet<MethodDeclarationSyntax> seen)
    {
        if (!seen.Add(method))
        {
            return [];
        }

        var siblings = method.DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(IsOwn)
            .SelectMany(called => _methods[called.Identifier.Text])
            .SelectMany(sibling => RawMethods(sibling, seen));
        return method.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(RawMethod).OfType<string>()
            .Concat(Operations(method))
            .Concat(siblings)
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Whether a name stands for itself or behind <c>this</c>: a method of the class, called or handed on.</summary>
    private static bool IsOwn(SimpleNameSyntax called)
        => called.Parent is not MemberAccessExpressionSyntax access || access.Name != called || access.Expression is ThisExpressionSyntax;

    /// <summary><c>Raw.SomeClient.SomeOperationAsync(…)</c>.</summary>
    private static string? RawMethod(InvocationExpressionSyntax call)
        => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: var method } access
            && method.EndsWith(Async, StringComparison.Ordinal)
            && access.Expression is MemberAccessExpressionSyntax { Expression: var holder }
            && holder is IdentifierNameSyntax { Identifier.Text: "Raw" } or MemberAccessExpressionSyntax { Name.Identifier.Text: "Raw" }
                ? method[..^Async.Length]
                : null;

    /// <summary>The operations named by their constants, such as <c>ValentinaOperations.GetCharacter</c>.</summary>
    private static IEnumerable<string> Operations(SyntaxNode node) => node.DescendantNodes()
        .OfType<MemberAccessExpressionSyntax>()
        .Where(access => access.Expression is IdentifierNameSyntax { Identifier.Text: "ValentinaOperations" or "ClaudeCodeOperations" })
        .Select(access => access.Name.Identifier.Text);
}
