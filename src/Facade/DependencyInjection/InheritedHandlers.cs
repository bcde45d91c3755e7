using System.Collections.Frozen;

namespace Valentina.DependencyInjection;

/// <summary>The handlers that a host gives to all its clients, for instance by <c>ConfigureHttpClientDefaults</c>.</summary>
internal static class InheritedHandlers
{
    /// <summary>
    /// Handlers that send a request again. They know neither what may be repeated nor what is paid for, and their attempts multiply with
    /// the SDK's own. Known by name, since the SDK does not depend on their packages.
    /// </summary>
    private static readonly FrozenSet<string> Repeating = new[]
    {
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.Resilience.Internal.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Removes those that repeat; service discovery, header propagation and the rest stay.</summary>
    public static void RemoveRepeating(IList<DelegatingHandler> handlers)
    {
        for (var index = handlers.Count - 1; index >= 0; index--)
        {
            if (Repeats(handlers[index].GetType()))
            {
                handlers.RemoveAt(index);
            }
        }
    }

    private static bool Repeats(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.FullName is { } name && Repeating.Contains(name))
            {
                return true;
            }
        }

        return false;
    }
}
