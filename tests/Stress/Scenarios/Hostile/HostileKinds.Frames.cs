using System.IO.Compression;
using System.Text;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Frames that RFC 6455 forbids, or that never end.</content>
internal static partial class HostileKinds
{
    private const byte Continuation = 0x0;
    private const byte Text = 0x1;
    private const byte Binary = 0x2;
    private const byte Close = 0x8;
    private const byte Ping = 0x9;
    private const byte Pong = 0xA;
    private const byte Final = 0x80;

    private static IEnumerable<HostileKind> Frames()
    {
        var token = Encoding.UTF8.GetBytes(Token);
        var done = Frame(Final | Text, Encoding.UTF8.GetBytes(Done));
        yield return Ws("a masked frame of the server", Frame(Final | Text, token, isMasked: true), done);
        yield return Ws("a masked frame of nothing", Frame(Final | Text, [], isMasked: true), done);
        foreach (var bit in new[] { 0x40, 0x20, 0x10, 0x70 })
        {
            yield return Ws($"reserved bits {bit:X2}", Frame((byte)(Final | Text | bit), token), done);
            yield return Ws($"reserved bits {bit:X2} of a control", Frame((byte)(Final | Ping | bit), []), done);
        }

        foreach (var opcode in new byte[] { 3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF })
        {
            yield return Ws($"opcode {opcode:X}", Frame((byte)(Final | opcode), token), done);
        }

        yield return Ws("a continuation of nothing", Frame(Final | Continuation, token), done);
        yield return Ws("a message within a message", Frame(Text, token), Frame(Final | Text, token), done);
        yield return Ws("text that goes on in binary", Frame(Text, token[..5]), Frame(Final | Binary, token[5..]), done);
        yield return Ws("a ping in pieces", Frame(Ping, [1]), Frame(Final | Continuation, [2]), done);
        yield return Ws("a close in pieces", Frame(Close, [3]), Frame(Final | Continuation, [0xE8]));
        yield return Ws("a ping of 126 bytes", Frame(Final | Ping, new byte[126]), done);
        yield return Ws("a pong of 70 KB", Frame(Final | Pong, new byte[70_000]), done);
        yield return Ws("a close of 126 bytes", Frame(Final | Close, [3, 0xE8, .. new byte[124]]));
        yield return Ws("pongs nobody asked for", [.. Enumerable.Repeat(Frame(Final | Pong, [7]), 2000), done]);
        yield return Ws("two thousand pings", [.. Enumerable.Repeat(Frame(Final | Ping, new byte[125]), 2000), done]);
        yield return Ws("pings between the pieces of a message", [
            .. token.SelectMany(one => new[] { Frame(one == token[0] ? Text : Continuation, [one]), Frame(Final | Ping, []) }),
            Frame(Final | Continuation, []), done
        ]);
        yield return Ws(
            "ten thousand empty pieces",
            [Frame(Text, []), .. Enumerable.Repeat(Frame(Continuation, []), 10_000), Frame(Final | Continuation, token), done]);
        yield return Ws("empty messages", [.. Enumerable.Repeat(Frame(Final | Text, []), 50), done]);
        yield return Ws("binary messages", Frame(Final | Binary, token), done);
        yield return Ws("an empty binary message", Frame(Final | Binary, []), done);
        foreach (var (name, bytes) in new (string, byte[])[]
        {
            ("invalid UTF-8", [0xFF, 0xFE, 0xC3, 0x28]), ("half a character", [(byte)'"', 0xF0, 0x9F]),
            ("surrogates in UTF-8", [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"']), ("overlong UTF-8", [(byte)'"', 0xC0, 0x80, (byte)'"'])
        })
        {
            yield return Ws($"text of {name}", Frame(Final | Text, bytes), done);
            yield return Ws($"a close for a reason of {name}", Frame(Final | Close, [3, 0xE8, .. bytes]));
        }

        yield return Ws(
            "a character cut between two pieces", Frame(Text, [.. "{\"type\":\"token\",\"content\":\""u8, 0xF0, 0x9F]),
            Frame(Final | Continuation, [0x98, 0x80, (byte)'"', (byte)'}']), done);
        foreach (var code in new[]
        {
            0, 1, 999, 1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 1015, 1016, 2999, 3000,
            4999, 5000, 65535
        })
        {
            yield return Ws($"a close of code {code}", Frame(Final | Close, [(byte)(code >> 8), (byte)code, .. "because"u8]));
        }

        yield return Ws("a close without a code", Frame(Final | Close, []));
        yield return Ws("a close of one byte", Frame(Final | Close, [3]));
        yield return Ws("a close in the middle of a message", Frame(Text, token[..7]), Frame(Final | Close, [3, 0xE8]));
        yield return Ws("data after the close", Frame(Final | Close, [3, 0xE8]), Frame(Final | Text, token), done);
        yield return Ws("two closes", Frame(Final | Close, [3, 0xE8]), Frame(Final | Close, [3, 0xE9]));
        yield return Ws("an end in the middle of a message", Frame(Text, token[..7]));
        yield return Ws("an end in a frame", Frame(Final | Text, token)[..9]);
        yield return Ws("an end in the length of a frame", [Final | Text, 127, 0, 0]);
        yield return Ws("a length of 64 bits below zero", [Final | Text, 127, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3]);
        yield return Ws("the greatest length", [Final | Text, 127, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3]);
        yield return Ws("a small length in many bytes", [Final | Text, 127, 0, 0, 0, 0, 0, 0, 0, 2, (byte)'{', (byte)'}'], done);
        yield return Ws("compressed frames", Frame(0xC1, Deflated(token)), done);
        yield return Ws("HTTP instead of frames", Encoding.ASCII.GetBytes("HTTP/1.1 500 No\r\nContent-Length: 2\r\n\r\n{}"));
        yield return Ws("noise instead of frames", Noise(3000));
        yield return Ws("NULs instead of frames", new byte[3000]);
        yield return Ws("nothing at all");
        yield return Silent("silence after the handshake");
        yield return Silent("silence in a message", Frame(Text, token[..7]));
        yield return Silent("silence in a frame", Frame(Final | Text, token)[..9]);
        yield return Silent("silence after a forbidden frame", Frame(Final | 3, token));
        yield return Silent(
            "silence after a message that is too big", [Final | Text, 127, 0, 0, 0, 0, 0x40, 0, 0, 0, .. new byte[100_000]]);
        yield return EndlessFrames(
            "a frame without end", [Final | Text, 127, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], new byte[64 * 1024]);
        yield return EndlessFrames("pieces without end", Frame(Text, token), Frame(Continuation, new byte[60_000]));
        yield return EndlessFrames(
            "empty pieces without end", Frame(Text, token), [.. Enumerable.Repeat(Frame(Continuation, []), 1000).SelectMany(one => one)]);
        yield return EndlessFrames(
            "pings without end", [], [.. Enumerable.Repeat(Frame(Final | Ping, new byte[100]), 100).SelectMany(one => one)]);
        yield return new HostileKind("a reset in the middle of a message", exchange =>
        {
            exchange.AcceptWebSocket();
            exchange.ReadFrame();
            exchange.Write(Frame(Text, token));
            exchange.Reset();
        })
        { Calls = HostileCalls.Stream };
        yield return new HostileKind("frames in one packet with the handshake", exchange =>
        {
            exchange.Write([.. Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {exchange.WebSocketAccept}\r\n\r\n"), .. Frame(Final | Text, token), .. done]);
            exchange.Finish();
        })
        { Calls = HostileCalls.Stream };
        yield return new HostileKind("a close before the request", exchange =>
        {
            exchange.AcceptWebSocket();
            exchange.Write(Frame(Final | Close, [3, 0xF3]));
            exchange.Finish();
        })
        { Calls = HostileCalls.Stream };
    }

    /// <summary>An upgrade; after the request these bytes and the end.</summary>
    private static HostileKind Ws(string name, params byte[][] frames) => WebSocket(name, frames, exchange => exchange.Finish());

    /// <summary>After the last byte nothing more, not even the end.</summary>
    private static HostileKind Silent(string name, params byte[][] frames)
        => WebSocket(name, frames, exchange => exchange.StallUntilGone()) with { IsSlow = true };

    private static HostileKind EndlessFrames(string name, byte[] beginning, byte[] piece) => WebSocket(name, [beginning], exchange =>
    {
        while (true)
        {
            exchange.Write(piece);
        }
    }) with
    { IsSlow = true };

    private static HostileKind WebSocket(string name, byte[][] frames, Action<RawExchange> then) => new(name, exchange =>
    {
        exchange.AcceptWebSocket();
        exchange.ReadFrame();
        foreach (var frame in frames)
        {
            exchange.Write(frame);
        }

        then(exchange);
    })
    { Calls = HostileCalls.Stream, IsHeavy = frames.Sum(frame => frame.Length) > Big };

    private static byte[] Frame(byte first, ReadOnlySpan<byte> payload, bool isMasked = false)
        => RawExchange.Frame(first, payload, isMasked);

    private static byte[] Deflated(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return packed.ToArray();
    }
}
