using System.Net.Sockets;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <summary>One kind of answer that no sane server gives.</summary>
/// <param name="Name">What it is, in a few words; unique.</param>
/// <param name="Answer">Gives it to every request, handshakes of WebSockets included.</param>
internal sealed record HostileKind(string Name, Action<RawExchange> Answer)
{
    /// <summary>Which calls meet it.</summary>
    public HostileCalls Calls { get; init; } = HostileCalls.Every;

    /// <summary>Whether it is after the memory: such kinds run one at a time, so that each is measured alone.</summary>
    public bool IsHeavy { get; init; }

    /// <summary>Whether a limit must end its calls: such kinds begin first.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Whether the client is told that the server speaks TLS, which it does not.</summary>
    public bool IsSecure { get; init; }

    /// <summary>What happens before a byte of the request is read; null nothing.</summary>
    public Action<Socket>? OnAccepted { get; init; }

    public override string ToString() => Name;
}

/// <summary>The calls that meet an answer. Each is made asynchronously and synchronously.</summary>
[Flags]
internal enum HostileCalls
{
    Get = 1,
    List = 2,
    Create = 4,
    Download = 8,
    Complete = 16,
    Stream = 32,

    /// <summary>For what costs the time of a limit: one ordinary call and one handshake.</summary>
    Few = Get | Stream,
    Bodies = Get | List | Create | Download | Complete,
    Every = Get | Download | Complete | Stream,
}
