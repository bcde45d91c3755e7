using Microsoft.CodeAnalysis;

namespace Valentina.SyncGenerator;

/// <summary>Everything that keeps a synchronous twin from being written; all are errors.</summary>
internal static class Diagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "VSYNC001", "The type must be partial", "'{0}' must be partial to receive synchronous twins");

    public static readonly DiagnosticDescriptor NameWithoutSuffix = Error(
        "VSYNC002",
        "An asynchronous method must end in Async",
        "'{0}' is asynchronous, but its name does not end in 'Async': its twin would have the same name");

    public static readonly DiagnosticDescriptor NoCounterpart = Error(
        "VSYNC003", "No synchronous counterpart", "'{0}' has no synchronous counterpart '{1}'; write the twin of the method by hand");

    public static readonly DiagnosticDescriptor Untranslatable = Error(
        "VSYNC004", "Cannot be said synchronously", "{0} cannot be translated; write the twin of the method by hand");

    public static readonly DiagnosticDescriptor PagedWithoutMark = Error(
        "VSYNC005",
        "The type of a paged method must be marked",
        "'{0}' is [Paged], but '{1}' is not [GenerateSync]: its lists would not be written");

    public static readonly DiagnosticDescriptor NotAPage = Error(
        "VSYNC006",
        "Not a page method",
        "'{0}' is [Paged], but is not called 'Get…PageAsync', or does not end with "
            + "'int limit, int offset, RequestOptions? options, CancellationToken cancellationToken'");

    public static readonly DiagnosticDescriptor NoPageReturned = Error(
        "VSYNC007", "A page method must return a page", "'{0}' is [Paged], but returns '{1}' and not a Task of Page");

    public static readonly DiagnosticDescriptor UnknownOperation = Error(
        "VSYNC008",
        "Unknown operation",
        "'{0}' names no operation that knows its MaxPageSize; write [Paged(nameof(ValentinaOperations.…))]");

    private static DiagnosticDescriptor Error(string id, string title, string message)
        => new(id, title, message, "SyncGenerator", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
