using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Findings;

/// <summary>Which methods of the SDK call which operation.</summary>
public sealed class SdkMap
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _facade;

    /// <summary>Makes a map.</summary>
    /// <param name="facade">Name of a raw method (without "Async") → facade methods.</param>
    public SdkMap(IReadOnlyDictionary<string, IReadOnlyList<string>> facade)
    {
        ArgumentNullException.ThrowIfNull(facade);
        _facade = facade;
    }

    /// <summary>Knows the raw clients only.</summary>
    public static SdkMap RawOnly { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>The facade methods that call an operation; its raw method if none does.</summary>
    /// <param name="operation">The operation.</param>
    public IReadOnlyList<string> MethodsOf(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (operation.SdkName is { } raw && _facade.TryGetValue(raw, out var methods))
        {
            return methods;
        }

        return operation.SdkName is { } name
            ? [operation.SdkGroup is { } group ? $"Raw.{group}Client.{name}Async" : $"{name}Async"]
            : [];
    }
}
