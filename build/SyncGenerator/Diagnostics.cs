using Microsoft.CodeAnalysis;

namespace Valentina.SyncGenerator;

/// <summary>Everything that keeps a synchronous twin from being written; all are errors.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "VSYNC001", "The type must be partial", "'{0}' must be partial to receive synchronous twins");

    public static readonly DiagnosticDescriptor NameWithoutSuffix = Error(
        "VSYNC002", "An asynchronous method must end in Async", "'{0}' is asynchronous, but its name does not end in 'Async': its twin would have the same name");

    public static readonly DiagnosticDescriptor NoCounterpart = Error(
        "VSYNC003", "No synchronous counterpart", "'{0}' has no synchronous counterpart '{1}'; write the twin of the method by hand");

    public static readonly DiagnosticDescriptor Untranslatable = Error(
        "VSYNC004", "Cannot be said synchronously", "{0} cannot be translated; write the twin of the method by hand");

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(id, title, message, "SyncGenerator", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
