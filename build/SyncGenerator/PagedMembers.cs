using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Valentina.SyncGenerator;

/// <summary>
/// Writes the whole list and the enumeration of a page method marked <c>[Paged]</c>, asynchronous and synchronous. Both sides are written
/// at once: a generator does not see what it has added, so that no twin could be made from the asynchronous side.
/// </summary>
internal sealed class PagedMembers
{
    public const string AttributeName = "Valentina.PagedAttribute";

    private const string Prefix = "Get";
    private const string Suffix = "Page" + AsyncShapes.Suffix;
    private const string List = "ListAll";
    private const string Enumeration = "EnumerateAll";
    private const string WholeList = "global::Valentina.PagingOptions.ForWholeList(paging)";
    private const string Failure = "ValentinaException";
    private const string FailureText =
        $"<exception cref=\"{Failure}\">A page failed; <see cref=\"{Failure}.ResumeOffset\"/> says where to go on.</exception>";

    private static readonly string[] Ending = ["limit", "offset", "options", "cancellationToken"];

    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly MethodDeclarationSyntax _page;
    private readonly IMethodSymbol _symbol;
    private readonly string _item;
    private readonly string _operation;

    private PagedMembers(MethodDeclarationSyntax page, IMethodSymbol symbol, string item, string operation)
        => (_page, _symbol, _item, _operation) = (page, symbol, item, operation);

    private string What => _symbol.Name.Substring(Prefix.Length, _symbol.Name.Length - Prefix.Length - Suffix.Length);

    /// <summary>Whether a method is marked.</summary>
    public static bool IsMarked(IMethodSymbol method)
        => method.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeName);

    /// <summary>Whether a name that nothing declares yet may be that of a member to be written.</summary>
    public static bool MayBeWritten(string name)
        => AsyncShapes.HasSuffix(name)
            && (name.StartsWith(List, StringComparison.Ordinal) || name.StartsWith(Enumeration, StringComparison.Ordinal));

    /// <summary>The members that belong to a marked method; none where it is not marked, or is not what it says.</summary>
    public static IEnumerable<TwinMember> Write(
        MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model, Action<TwinDiagnostic> report)
    {
        if (!IsMarked(symbol))
        {
            return [];
        }

        if (!IsPage(symbol))
        {
            report(new TwinDiagnostic(Diagnostics.NotAPage, method.Identifier.GetLocation(), symbol.Name));
            return [];
        }

        if (Item(symbol.ReturnType) is not { } item)
        {
            var type = method.ReturnType;
            report(new TwinDiagnostic(Diagnostics.NoPageReturned, type.GetLocation(), symbol.Name, type.ToString()));
            return [];
        }

        var argument = Argument(method, model);
        if (Operation(argument, model) is not { } operation)
        {
            var place = (argument ?? (SyntaxNode)method).GetLocation();
            report(new TwinDiagnostic(Diagnostics.UnknownOperation, place, argument?.ToString() ?? ""));
            return [];
        }

        var members = new PagedMembers(method, symbol, item, operation);
        return members.Both(isSync: false).Concat(members.Both(isSync: true));
    }

    private static bool IsPage(IMethodSymbol method)
        => method.Name.StartsWith(Prefix, StringComparison.Ordinal)
            && method.Name.EndsWith(Suffix, StringComparison.Ordinal)
            && method.TypeParameters.IsEmpty
            && method.Parameters.Skip(method.Parameters.Length - Ending.Length).Select(parameter => parameter.Name).SequenceEqual(Ending)
            && method.Parameters.All(parameter => parameter.RefKind is RefKind.None)
            && method.Parameters.Skip(method.Parameters.Length - Ending.Length).Take(2)
                .All(parameter => parameter.Type.SpecialType is SpecialType.System_Int32);

    /// <summary>The T of a Task of Page of T.</summary>
    private static string? Item(ITypeSymbol type)
        => AsyncShapes.Of(type) is AsyncShape.Value
            && ((INamedTypeSymbol)type).TypeArguments[0] is INamedTypeSymbol { MetadataName: "Page`1" } page
            ? page.TypeArguments[0].ToDisplayString(TypeFormat)
            : null;

    private static ExpressionSyntax? Argument(MethodDeclarationSyntax method, SemanticModel model)
        => method.AttributeLists.SelectMany(list => list.Attributes)
            .First(attribute => model.GetSymbolInfo(attribute).Symbol?.ContainingType.ToDisplayString() == AttributeName)
            .ArgumentList?.Arguments.FirstOrDefault()?.Expression;

    /// <summary>The operation that a nameof names: a static property that knows how long its pages may be.</summary>
    private static string? Operation(ExpressionSyntax? argument, SemanticModel model)
        => argument is InvocationExpressionSyntax
        {
            Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" },
            ArgumentList.Arguments: { Count: 1 } names,
        }
            && model.GetSymbolInfo(names[0].Expression).Symbol is IPropertySymbol { IsStatic: true } property
            && property.Type.GetMembers("MaxPageSize").OfType<IPropertySymbol>().Any()
            ? $"{property.ContainingType.ToDisplayString(TypeFormat)}.{property.Name}"
            : null;

    private IEnumerable<TwinMember> Both(bool isSync)
    {
        var async = isSync ? "" : AsyncShapes.Suffix;
        var (list, enumeration) = ($"{List}{What}{async}", $"{Enumeration}{What}{async}");
        var filters = _page.ParameterList.Parameters.Take(_symbol.Parameters.Length - Ending.Length)
            .Select(parameter => parameter.Identifier.Text + ", ")
            .ToList();
        var passed = string.Concat(filters);

        if (!IsWrittenByHand(list, filters.Count))
        {
            var items = $"global::System.Collections.Generic.IReadOnlyList<{_item}>";
            yield return Member(
                $"{(isSync ? items : $"global::System.Threading.Tasks.Task<{items}>")} {list}",
                $"List{async}({enumeration}({passed}{(isSync ? "paging" : WholeList)}, options, cancellationToken))",
                isSync,
                $"The whole list that <see cref=\"{_symbol.Name}\"/> gives page by page.",
                "All items, in the order of the server, each once.");
        }

        if (!IsWrittenByHand(enumeration, filters.Count))
        {
            var fetch = $"(limit, offset, token) => {Prefix}{What}Page{async}({passed}limit, offset, options, token)";
            yield return Member(
                $"global::System.Collections.Generic.{(isSync ? "IEnumerable" : "IAsyncEnumerable")}<{_item}> {enumeration}",
                $"Enumerate{async}({fetch}, {_operation}.MaxPageSize, paging, cancellationToken)",
                isSync,
                $"The items of the list that <see cref=\"{_symbol.Name}\"/> gives page by page, one after the other; "
                    + "pages are read as they are needed.",
                "The items, in the order of the server, each once.");
        }
    }

    private TwinMember Member(string head, string pagerCall, bool isSync, string summary, string returns)
    {
        var parameters = _page.ParameterList.Parameters.Select(parameter => parameter.WithoutTrivia().ToString()).ToList();
        var mayBeLeftOut = _symbol.Parameters[parameters.Count - 2].HasExplicitDefaultValue ? " = null" : "";
        parameters.RemoveRange(parameters.Count - Ending.Length, 2);
        parameters.Insert(parameters.Count - 2, $"global::Valentina.PagingOptions? paging{mayBeLeftOut}");
        var modifiers = _page.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)).Select(modifier => modifier.ValueText);

        return new TwinMember(
            DocumentationText.Of(
                _page,
                isSync,
                ("summary", $"<summary>{summary}</summary>"),
                ("param name=\"limit\"", "<param name=\"paging\">How the pages are read; null takes the defaults.</param>"),
                ("param name=\"offset\"", ""),
                ("returns", $"<returns>{returns}</returns>"),
                ($"exception cref=\"{Failure}\"", FailureText)),
            $"{string.Join(" ", modifiers)} {head}({string.Join(", ", parameters)})\n"
                + $"        => global::Valentina.Paging.Pager.{pagerCall};");
    }

    /// <summary>Whether the type has the member, or the asynchronous one that its twin will be made of.</summary>
    private bool IsWrittenByHand(string name, int filters)
        => _symbol.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(method
            => (method.Name == name || method.Name == name + AsyncShapes.Suffix)
                && method.Parameters.Length == filters + Ending.Length - 1);
}
