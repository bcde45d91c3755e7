using Microsoft.CodeAnalysis;

namespace Valentina.SyncGenerator;

/// <summary>Knows whether a called method has a synchronous twin, written or to be written.</summary>
internal sealed class Counterparts(Action<TwinDiagnostic> report)
{
    /// <summary>Reports a method that has none.</summary>
    public void Check(IMethodSymbol method, Location place)
    {
        if (!AsyncShapes.HasSuffix(method.Name))
        {
            report(new TwinDiagnostic(Diagnostics.NameWithoutSuffix, place, method.Name));
        }
        else if (!IsGenerated(method) && !Candidates(method).Any(candidate => Fits(method, candidate)))
        {
            report(new TwinDiagnostic(
                Diagnostics.NoCounterpart, place, $"{method.ContainingType.Name}.{method.Name}", AsyncShapes.Strip(method.Name)));
        }
    }

    /// <summary>Whether the twin takes no token, as Stream.Read does.</summary>
    public bool DropsToken(IMethodSymbol method)
        => AsyncShapes.Of(method) is not AsyncShape.None
            && method.MethodKind is not (MethodKind.DelegateInvoke or MethodKind.LocalFunction)
            && !IsGenerated(method)
            && method.Parameters.Any(parameter => AsyncShapes.IsCancellationToken(parameter.Type))
            && !Candidates(method).Any(candidate => candidate.Parameters.Length == method.Parameters.Length)
            && Candidates(method).Any(candidate => Fits(method, candidate));

    private static bool IsGenerated(IMethodSymbol method)
        => method.MethodKind is MethodKind.LocalFunction
            || SyncTwinGenerator.IsMarked(method.ContainingType);

    private static bool Fits(IMethodSymbol method, IMethodSymbol candidate)
        => candidate.Parameters.Length == method.Parameters.Length
            || (candidate.Parameters.Length == method.Parameters.Length - 1
                && method.Parameters.Any(parameter => AsyncShapes.IsCancellationToken(parameter.Type)));

    private static IEnumerable<IMethodSymbol> Candidates(IMethodSymbol method)
    {
        var name = AsyncShapes.Strip(method.Name);
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var candidate in type.GetMembers(name).OfType<IMethodSymbol>())
            {
                if (AsyncShapes.Of(candidate) is AsyncShape.None)
                {
                    yield return method.ReducedFrom is null
                        ? candidate
                        : candidate.ReduceExtensionMethod(method.ReceiverType!) ?? candidate;
                }
            }
        }

        foreach (var candidate in method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(name)).OfType<IMethodSymbol>())
        {
            yield return candidate;
        }
    }
}
