using Microsoft.CodeAnalysis;

namespace Valentina.SyncGenerator;

/// <summary>What a return type promises, and so what its synchronous twin returns.</summary>
internal enum AsyncShape
{
    /// <summary>Not asynchronous.</summary>
    None,

    /// <summary>Task or ValueTask: the twin returns nothing.</summary>
    Nothing,

    /// <summary>Task of T or ValueTask of T: the twin returns T.</summary>
    Value,

    /// <summary>An asynchronous sequence: the twin returns an ordinary one.</summary>
    Sequence,

    /// <summary>An asynchronous enumerator: the twin returns an ordinary one.</summary>
    Enumerator,
}

/// <summary>Recognises the asynchronous types and names.</summary>
internal static class AsyncShapes
{
    public const string Suffix = "Async";

    public static AsyncShape Of(ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol named)
        {
            return AsyncShape.None;
        }

        return (NamespaceOf(named), named.MetadataName) switch
        {
            ("System.Threading.Tasks", "Task" or "ValueTask") => AsyncShape.Nothing,
            ("System.Threading.Tasks", "Task`1" or "ValueTask`1") => AsyncShape.Value,
            ("System.Collections.Generic", "IAsyncEnumerable`1") => AsyncShape.Sequence,
            ("System.Collections.Generic", "IAsyncEnumerator`1") => AsyncShape.Enumerator,
            _ => AsyncShape.None,
        };
    }

    public static AsyncShape Of(IMethodSymbol method) => Of(method.ReturnType);

    /// <summary>Task, ValueTask and their helpers: what has no meaning on the synchronous side.</summary>
    public static bool IsTaskMachinery(INamedTypeSymbol? type)
        => type is { Name: "Task" or "ValueTask" } && NamespaceOf(type) == "System.Threading.Tasks";

    public static bool IsConfiguration(IMethodSymbol method)
        => method.Name is "ConfigureAwait" or "WithCancellation"
            && NamespaceOf(method.ContainingType) is "System.Threading.Tasks" or "System.Runtime.CompilerServices";

    public static bool IsCancellationToken(ITypeSymbol type)
        => type.Name == "CancellationToken" && NamespaceOf(type) == "System.Threading";

    public static bool HasSuffix(string name) => name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal);

    public static string Strip(string name) => HasSuffix(name) ? name.Substring(0, name.Length - Suffix.Length) : name;

    private static string NamespaceOf(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";
}
