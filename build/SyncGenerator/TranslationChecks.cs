using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Valentina.SyncGenerator;

/// <summary>Reports what has no meaning once the tasks are gone.</summary>
internal sealed class TranslationChecks(SemanticModel model, Action<TwinDiagnostic> report)
{
    public SyntaxNode Refuse(SyntaxNode node, string what)
    {
        report(new TwinDiagnostic(Diagnostics.Untranslatable, node.GetLocation(), what));
        return node;
    }

    public void CheckArrow(ArrowExpressionClauseSyntax? before, ArrowExpressionClauseSyntax? after, AsyncShape shape)
    {
        if (before is not null && after is not null && shape is AsyncShape.Nothing && after.Expression is not ThrowExpressionSyntax)
        {
            CheckStatement(before.Expression, after.Expression);
        }
    }

    public void CheckStatement(ExpressionSyntax before, ExpressionSyntax after)
    {
        if (after is not (InvocationExpressionSyntax or AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax
            or PrefixUnaryExpressionSyntax or BaseObjectCreationExpressionSyntax or ConditionalAccessExpressionSyntax))
        {
            Refuse(before, $"'{before}' as a statement");
        }
    }

    public void CheckAwaited(ExpressionSyntax awaited)
    {
        switch (awaited)
        {
            case ParenthesizedExpressionSyntax inner:
                CheckAwaited(inner.Expression);
                break;
            case ConditionalExpressionSyntax choice:
                CheckAwaited(choice.WhenTrue);
                CheckAwaited(choice.WhenFalse);
                break;
            case InvocationExpressionSyntax or ConditionalAccessExpressionSyntax:
                break;
            case IdentifierNameSyntax when model.GetSymbolInfo(awaited).Symbol is ILocalSymbol or IParameterSymbol:
                break;
            default:
                Refuse(awaited, $"awaiting '{awaited}'");
                break;
        }
    }
}
