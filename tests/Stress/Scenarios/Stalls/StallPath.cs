using System.Net.Sockets;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>A place where a call waits for the server: what the server does, and the call, asynchronous and synchronous.</summary>
internal sealed record StallPath(
    string Name,
    Action<RawExchange, Gate> Answer,
    Func<StallClients, CancellationToken, Task> Async,
    Action<StallClients, CancellationToken>? Sync)
{
    public bool IsSecure { get; init; }

    /// <summary>What happens before the first byte of a connection; null for nothing.</summary>
    public Action<Socket, Gate>? OnAccepted { get; init; }

    /// <summary>Whether the server does not even accept connections.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>Whether it is one of those whose lateness is measured, by token, deadline and disposal.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>Whether the synchronous call takes a token; a read of a stream does not.</summary>
    public bool TakesTokenSynchronously { get; init; } = true;

    /// <summary>Whether its deadline can only be that of the whole call: uploads have at least 90 s for an attempt.</summary>
    public bool NeedsTotal { get; init; }

    /// <summary>What a deadline throws.</summary>
    public Type TimedOut { get; init; } = typeof(RequestTimeoutException);
}
