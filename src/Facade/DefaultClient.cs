using Microsoft.Extensions.Logging;
using Valentina.Logging;

namespace Valentina;

/// <summary>Holds the process's default client. Every change is one atomic exchange, so no thread ever sees half of it.</summary>
internal static class DefaultClient
{
    private static ValentinaClient? _current;

    public static ValentinaClient? Current => Volatile.Read(ref _current);

    /// <summary>Makes a client the default; putting a live one out of office is worth a warning.</summary>
    public static void Replace(ValentinaClient client, ILoggerFactory? loggers)
    {
        var replaced = Interlocked.Exchange(ref _current, client);
        if (replaced is { IsDisposed: false } && replaced != client)
        {
            loggers?.CreateLogger("Valentina.Client").DefaultClientReplaced();
        }
    }

    /// <summary>Makes a client the default without ado, or leaves the process without one.</summary>
    public static void Set(ValentinaClient? client) => Volatile.Write(ref _current, client);

    /// <summary>Leaves the process without a default, if it is this client.</summary>
    public static void Clear(ValentinaClient client) => Interlocked.CompareExchange(ref _current, null, client);
}
