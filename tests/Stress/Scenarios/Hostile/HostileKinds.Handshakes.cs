using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Answers to the request for a WebSocket.</content>
internal static partial class HostileKinds
{
    private static IEnumerable<HostileKind> Handshakes()
        => [
            Handshake("no accept header", _ => "Upgrade: websocket\r\nConnection: Upgrade\r\n"),
            Handshake("an accept header of nothing", _ => "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept:\r\n"),
            Handshake(
                "an accept header to another key",
                _ => "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"),
            Handshake(
                "an accept header of noise", _ => "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: \u0001\u00FF!!\r\n"),
            Handshake(
                "an accept header in other letters",
                accept => $"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept.ToLowerInvariant()}x\r\n"),
            Handshake("the accept header twice", accept => $"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Accept: {accept}\r\n"),
            Handshake("two different accept headers", accept => $"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\nSec-WebSocket-Accept: other\r\n"),
            Handshake(
                "an accept header of a megabyte",
                _ => $"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {Repeat("a", 1 << 20)}\r\n"),
            Handshake("no upgrade header", accept => $"Connection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n"),
            Handshake(
                "an upgrade to something else", accept => $"Upgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n"),
            Handshake(
                "two upgrades",
                accept => $"Upgrade: h2c\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n"),
            Handshake("no connection header", accept => $"Upgrade: websocket\r\nSec-WebSocket-Accept: {accept}\r\n"),
            Handshake(
                "a connection that closes", accept => $"Upgrade: websocket\r\nConnection: close\r\nSec-WebSocket-Accept: {accept}\r\n"),
            Handshake(
                "a connection that stays",
                accept => $"Upgrade: websocket\r\nConnection: keep-alive, Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n"),
            Handshake("an unasked subprotocol", Granted("Sec-WebSocket-Protocol: mqtt")),
            Handshake("a subprotocol of nothing", Granted("Sec-WebSocket-Protocol:")),
            Handshake("many subprotocols", Granted("Sec-WebSocket-Protocol: a, b\r\nSec-WebSocket-Protocol: c")),
            Handshake("unasked compression", Granted("Sec-WebSocket-Extensions: permessage-deflate")),
            Handshake("compression of nonsense", Granted("Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99")),
            Handshake("an extension nobody knows", Granted("Sec-WebSocket-Extensions: x-wobble; a=\"")),
            Handshake("another version", Granted("Sec-WebSocket-Version: 99, 8, 7")),
            Handshake("a length", Granted("Content-Length: 5")),
            Handshake("chunks", Granted("Transfer-Encoding: chunked")),
            Handshake("an encoding", Granted("Content-Encoding: gzip")),
            Handshake(
                "a folded upgrade", accept => $"Upgrade:\r\n websocket\r\nConnection:\r\n Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n"),
            Status("426 with a version", "426 Upgrade Required", "Sec-WebSocket-Version: 8\r\n"),
            Status("a 200 with the headers of an upgrade", "200 OK", "Upgrade: websocket\r\nConnection: Upgrade\r\n"),
            Status("a 201", "201 Created", ""),
            Status("a 102 before the upgrade", "102 Processing", ""),
            Status("a 403", "403 Forbidden", "Sec-WebSocket-Accept: no\r\n"),
            new HostileKind("the upgrade in HTTP/1.0", exchange =>
            {
                exchange.Write($"HTTP/1.0 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {exchange.WebSocketAccept}\r\n\r\n");
                exchange.Finish();
            }) { Calls = HostileCalls.Stream },
            new HostileKind("an upgrade cut in its headers", exchange =>
            {
                exchange.Write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnec");
                exchange.Finish();
            }) { Calls = HostileCalls.Stream },
        ];

    private static Func<string, string> Granted(string line)
        => accept => $"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n{line}\r\n";

    /// <summary>An upgrade with these headers, and an honest answer after it.</summary>
    private static HostileKind Handshake(string name, Func<string, string> headers) => new(name, exchange =>
    {
        exchange.Write($"HTTP/1.1 101 Switching Protocols\r\n{headers(exchange.WebSocketAccept)}\r\n");
        exchange.WriteFrame(Token);
        exchange.WriteFrame(Done);
        exchange.Finish();
    })
    { Calls = HostileCalls.Stream };

    private static HostileKind Status(string name, string status, string headers)
        => Raw(name, $"HTTP/1.1 {status}\r\n{headers}Content-Length: 2\r\n\r\n{{}}") with { Calls = HostileCalls.Stream };
}
