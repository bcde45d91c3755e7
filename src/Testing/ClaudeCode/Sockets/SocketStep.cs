using System.Text;
using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>One thing the fake service does on a socket, and how long it lets pass before.</summary>
internal sealed class SocketStep
{
    private SocketStep(SocketStepKind kind, TimeSpan delay)
    {
        Kind = kind;
        Delay = delay;
    }

    public SocketStepKind Kind { get; }

    public TimeSpan Delay { get; }

    /// <summary>The payload of a message.</summary>
    public ReadOnlyMemory<byte> Payload { get; private init; }

    public int CloseCode { get; private init; }

    public static SocketStep Text(string text, TimeSpan delay = default)
        => new(SocketStepKind.Text, delay) { Payload = Encoding.UTF8.GetBytes(text) };

    public static SocketStep Json(JsonNode message, TimeSpan delay = default)
        => new(SocketStepKind.Text, delay) { Payload = FakeResponse.Bytes(message) };

    public static SocketStep Binary(ReadOnlyMemory<byte> bytes, TimeSpan delay = default)
        => new(SocketStepKind.Binary, delay) { Payload = bytes };

    /// <summary>A close frame of the service with a code, after which the connection ends.</summary>
    public static SocketStep Close(int code, TimeSpan delay = default) => new(SocketStepKind.Close, delay) { CloseCode = code };

    /// <summary>The connection breaks off without a close frame.</summary>
    public static SocketStep Drop(TimeSpan delay = default) => new(SocketStepKind.Drop, delay);
}

internal enum SocketStepKind
{
    Text,
    Binary,
    Close,
    Drop,
}
