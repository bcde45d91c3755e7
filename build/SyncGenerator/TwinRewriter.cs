using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Valentina.SyncGenerator;

/// <summary>Turns the body and signature of one asynchronous method into the synchronous ones.</summary>
internal sealed class TwinRewriter(SemanticModel model, Action<TwinDiagnostic> report) : CSharpSyntaxRewriter
{
    private readonly Counterparts _counterparts = new(report);
    private readonly TranslationChecks _checks = new(model, report);
    private readonly Stack<AsyncShape> _functions = new();

    public MethodDeclarationSyntax Twin(MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        _functions.Push(Frame(symbol, method.Modifiers));
        var twin = method
            .WithIdentifier(Renamed(method.Identifier))
            .WithModifiers(WithoutAsync(method.Modifiers))
            .WithReturnType(ReturnType(method.ReturnType, AsyncShapes.Of(symbol)))
            .WithParameterList((ParameterListSyntax)Visit(method.ParameterList)!)
            .WithConstraintClauses(VisitList(method.ConstraintClauses))
            .WithAttributeLists(VisitList(Without(method.AttributeLists, "Paged")))
            .WithExpressionBody((ArrowExpressionClauseSyntax?)Visit(method.ExpressionBody))
            .WithBody((BlockSyntax?)Visit(method.Body));
        _functions.Pop();
        _checks.CheckArrow(method.ExpressionBody, twin.ExpressionBody, AsyncShapes.Of(symbol));
        return twin;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        if (model.GetDeclaredSymbol(node) is not IMethodSymbol symbol || AsyncShapes.Of(symbol) is AsyncShape.None)
        {
            return Nested(AsyncShape.None, () => base.VisitLocalFunctionStatement(node));
        }

        if (!AsyncShapes.HasSuffix(symbol.Name))
        {
            report(new TwinDiagnostic(Diagnostics.NameWithoutSuffix, node.Identifier.GetLocation(), symbol.Name));
        }

        var twin = (LocalFunctionStatementSyntax)Nested(Frame(symbol, node.Modifiers), () => base.VisitLocalFunctionStatement(node))!;
        return twin
            .WithIdentifier(Renamed(node.Identifier))
            .WithModifiers(WithoutAsync(node.Modifiers))
            .WithReturnType(ReturnType(node.ReturnType, AsyncShapes.Of(symbol)));
    }

    public override SyntaxNode? VisitAwaitExpression(AwaitExpressionSyntax node)
    {
        _checks.CheckAwaited(node.Expression);
        return ((ExpressionSyntax)Visit(node.Expression)!).WithTriviaFrom(node);
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (model.GetSymbolInfo(node).Symbol is not IMethodSymbol method)
        {
            return base.VisitInvocationExpression(node);
        }

        if (AsyncShapes.IsConfiguration(method) && node.Expression is MemberAccessExpressionSyntax configured)
        {
            return ((ExpressionSyntax)Visit(configured.Expression)!).WithTriviaFrom(node);
        }

        if (AsyncShapes.IsTaskMachinery(method.ContainingType))
        {
            if (method.Name == "FromResult")
            {
                return ((ExpressionSyntax)Visit(node.ArgumentList.Arguments[0].Expression)!).WithTriviaFrom(node);
            }

            return _checks.Refuse(node, $"'{method.ContainingType.Name}.{method.Name}'");
        }

        if (method.Name == "GetAsyncEnumerator")
        {
            return ((InvocationExpressionSyntax)base.VisitInvocationExpression(node)!).WithArgumentList(SyntaxFactory.ArgumentList());
        }

        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        return _counterparts.DropsToken(method)
            ? visited.WithArgumentList(visited.ArgumentList.WithArguments(WithoutToken(node, visited.ArgumentList.Arguments)))
            : visited;
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) => model.GetSymbolInfo(node).Symbol switch
    {
        IMethodSymbol method when IsAsynchronous(method) => node.WithIdentifier(Renamed(node.Identifier, method)),
        INamedTypeSymbol type when AsyncShapes.Of(type) is AsyncShape.Nothing && !IsHandled(node)
            => _checks.Refuse(node, $"the type '{type.Name}'"),
        null when PagedMembers.MayBeWritten(node.Identifier.ValueText) => _checks.Refuse(node, $"'{node}', which is itself generated,"),
        IPropertySymbol { Name: "CompletedTask" } => _checks.Refuse(node, "'CompletedTask'"),
        _ => base.VisitIdentifierName(node),
    };

    public override SyntaxNode? VisitGenericName(GenericNameSyntax node)
    {
        switch (model.GetSymbolInfo(node).Symbol)
        {
            case IMethodSymbol method when IsAsynchronous(method):
                return ((GenericNameSyntax)base.VisitGenericName(node)!).WithIdentifier(Renamed(node.Identifier, method));

            case INamedTypeSymbol { Name: "Func", ContainingNamespace.Name: "System" } function
                when AsyncShapes.Of(function.TypeArguments[function.TypeArguments.Length - 1]) is AsyncShape.Nothing:
                return Action(node);

            case INamedTypeSymbol type:
                return AsyncShapes.Of(type) switch
                {
                    AsyncShape.Value => Visit(node.TypeArgumentList.Arguments[0])!.WithTriviaFrom(node),
                    AsyncShape.Sequence => Renamed(node, "IEnumerable"),
                    AsyncShape.Enumerator => Renamed(node, "IEnumerator"),
                    _ => base.VisitGenericName(node),
                };

            default:
                return base.VisitGenericName(node);
        }
    }

    public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node)
        => model.GetSymbolInfo(node).Symbol is INamedTypeSymbol type && AsyncShapes.Of(type) is AsyncShape.Value
            ? Visit(node.Right)!.WithTriviaFrom(node)
            : base.VisitQualifiedName(node);

    public override SyntaxNode? VisitVariableDeclaration(VariableDeclarationSyntax node)
    {
        if (node.Type.IsVar && AsyncShapes.Of(model.GetTypeInfo(node.Type).Type) is AsyncShape.Nothing)
        {
            return _checks.Refuse(node, "a variable that holds a task without a result");
        }

        return base.VisitVariableDeclaration(node);
    }

    public override SyntaxNode? VisitForEachStatement(ForEachStatementSyntax node)
        => ((ForEachStatementSyntax)base.VisitForEachStatement(node)!).WithAwaitKeyword(default);

    public override SyntaxNode? VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
        => ((ForEachVariableStatementSyntax)base.VisitForEachVariableStatement(node)!).WithAwaitKeyword(default);

    public override SyntaxNode? VisitUsingStatement(UsingStatementSyntax node)
        => ((UsingStatementSyntax)base.VisitUsingStatement(node)!).WithAwaitKeyword(default);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node)
        => ((LocalDeclarationStatementSyntax)base.VisitLocalDeclarationStatement(node)!).WithAwaitKeyword(default);

    public override SyntaxNode? VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        var twin = (SimpleLambdaExpressionSyntax)Nested(LambdaFrame(node), () => base.VisitSimpleLambdaExpression(node))!;
        return twin.WithModifiers(WithoutAsync(node.Modifiers));
    }

    public override SyntaxNode? VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        var twin = (ParenthesizedLambdaExpressionSyntax)Nested(LambdaFrame(node), () => base.VisitParenthesizedLambdaExpression(node))!;
        return twin.WithModifiers(WithoutAsync(node.Modifiers));
    }

    /// <summary>"return SendAsync();" of a method that only hands a task on becomes "Send(); return;".</summary>
    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        if (node.Expression is null || _functions.Count == 0 || _functions.Peek() is not AsyncShape.Nothing)
        {
            return base.VisitReturnStatement(node);
        }

        var expression = (ExpressionSyntax)Visit(node.Expression)!;
        _checks.CheckStatement(node.Expression, expression);
        return SyntaxFactory.Block(
            SyntaxFactory.ExpressionStatement(expression.WithoutTrivia()),
            SyntaxFactory.ReturnStatement()).WithTriviaFrom(node);
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!;
        _checks.CheckStatement(node.Expression, visited.Expression);
        return visited;
    }

    public override SyntaxNode? VisitParameter(ParameterSyntax node)
    {
        var visited = (ParameterSyntax)base.VisitParameter(node)!;
        return visited
            .WithAttributeLists(Without(visited.AttributeLists, "EnumeratorCancellation"))
            .WithLeadingTrivia(node.GetLeadingTrivia());
    }

    private static SyntaxTokenList WithoutAsync(SyntaxTokenList modifiers)
        => new(modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)));

    /// <summary>The attributes that mean something on the synchronous side too.</summary>
    private static SyntaxList<AttributeListSyntax> Without(SyntaxList<AttributeListSyntax> lists, string name)
        => SyntaxFactory.List(lists
            .Select(list => list.WithAttributes(
                SyntaxFactory.SeparatedList(list.Attributes.Where(attribute => !IsCalled(attribute, name)))))
            .Where(list => list.Attributes.Count > 0));

    private static bool IsCalled(AttributeSyntax attribute, string name)
    {
        var text = attribute.Name.ToString();
        text = text.Substring(text.LastIndexOf('.') + 1);
        return text == name || text == name + "Attribute";
    }

    private static SyntaxToken Renamed(SyntaxToken identifier)
        => SyntaxFactory.Identifier(AsyncShapes.Strip(identifier.ValueText)).WithTriviaFrom(identifier);

    /// <summary>Only a method that hands on a task without awaiting it needs its return statements rewritten.</summary>
    private static AsyncShape Frame(IMethodSymbol symbol, SyntaxTokenList modifiers)
        => modifiers.Any(SyntaxKind.AsyncKeyword) ? AsyncShape.None : AsyncShapes.Of(symbol);

    private static bool IsAsynchronous(IMethodSymbol method)
        => method.MethodKind is not MethodKind.DelegateInvoke
            && AsyncShapes.Of(method) is not AsyncShape.None
            && !AsyncShapes.IsTaskMachinery(method.ContainingType);

    /// <summary>The receiver of a static call and the return type of a local function have rules of their own.</summary>
    private static bool IsHandled(IdentifierNameSyntax node)
        => (node.Parent is MemberAccessExpressionSyntax access && access.Expression == node)
            || (node.Parent is LocalFunctionStatementSyntax function && function.ReturnType == node);

    private AsyncShape LambdaFrame(LambdaExpressionSyntax node)
        => model.GetSymbolInfo(node).Symbol is IMethodSymbol symbol ? Frame(symbol, node.Modifiers) : AsyncShape.None;

    private SyntaxToken Renamed(SyntaxToken identifier, IMethodSymbol method)
    {
        if (method.Name == "GetAsyncEnumerator")
        {
            return SyntaxFactory.Identifier("GetEnumerator").WithTriviaFrom(identifier);
        }

        _counterparts.Check(method, identifier.GetLocation());
        return Renamed(identifier);
    }

    private GenericNameSyntax Renamed(GenericNameSyntax node, string name)
        => ((GenericNameSyntax)base.VisitGenericName(node)!).WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(node.Identifier));

    private NameSyntax Action(GenericNameSyntax node)
    {
        var arguments = node.TypeArgumentList.Arguments;
        var kept = arguments.Take(arguments.Count - 1).Select(argument => (TypeSyntax)Visit(argument)!).ToList();
        return kept.Count == 0
            ? SyntaxFactory.IdentifierName("Action").WithTriviaFrom(node)
            : SyntaxFactory.GenericName(
                SyntaxFactory.Identifier("Action"), SyntaxFactory.TypeArgumentList(SyntaxFactory.SeparatedList(kept))).WithTriviaFrom(node);
    }

    private TypeSyntax ReturnType(TypeSyntax type, AsyncShape shape) => shape is AsyncShape.Nothing
        ? SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword)).WithTriviaFrom(type)
        : (TypeSyntax)Visit(type)!;

    private SyntaxNode? Nested(AsyncShape frame, Func<SyntaxNode?> visit)
    {
        _functions.Push(frame);
        var result = visit();
        _functions.Pop();
        return result;
    }

    private SeparatedSyntaxList<ArgumentSyntax> WithoutToken(InvocationExpressionSyntax node, SeparatedSyntaxList<ArgumentSyntax> visited)
    {
        for (var index = node.ArgumentList.Arguments.Count - 1; index >= 0; index--)
        {
            var type = model.GetTypeInfo(node.ArgumentList.Arguments[index].Expression).ConvertedType;
            if (type is not null && AsyncShapes.IsCancellationToken(type))
            {
                return visited.RemoveAt(index);
            }
        }

        return visited;
    }
}
