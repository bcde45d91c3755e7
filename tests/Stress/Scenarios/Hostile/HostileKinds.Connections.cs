using System.Net.Sockets;
using System.Text;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Connections that end, hang or speak something else, at every stage.</content>
internal static partial class HostileKinds
{
    private static IEnumerable<HostileKind> Connections()
    {
        yield return AtOnce("closed when accepted", socket => socket.Close());
        yield return AtOnce("reset when accepted", Reset);
        yield return AtOnce(
            "an answer before the request",
            socket => socket.Send(Encoding.ASCII.GetBytes($"{Head}Content-Length: {Company.Length}\r\n\r\n{Company}")));
        yield return AtOnce("noise before the request", socket => socket.Send(Noise(5000)));
        foreach (var (name, bytes) in Records())
        {
            yield return AtOnce($"{name} instead of TLS", socket =>
            {
                socket.Send(bytes);
                socket.Shutdown(SocketShutdown.Send);
            }) with
            { IsSecure = true };
        }

        yield return AtOnce("closed in the TLS handshake", socket => socket.Close()) with { IsSecure = true };
        yield return AtOnce("reset in the TLS handshake", Reset) with { IsSecure = true };
        yield return Raw("a TLS alert instead of HTTP", "\u0015\u0003\u0003\0\u0002\u0002\u0028");
        yield return Raw("a TLS hello instead of HTTP", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00FC\u0003\u0003");

        var answer = $"{Head}X-Request-Id: r\r\nContent-Length: {Company.Length}\r\n\r\n{Company}";
        foreach (var (stage, length) in new[]
        {
            ("the first byte", 1), ("the protocol", 8), ("the status line", 17), ("a header", 30),
            ("the headers", answer.Length - Company.Length), ("half the body", answer.Length - (Company.Length / 2)),
            ("all but a byte", answer.Length - 1)
        })
        {
            yield return Raw($"closed after {stage}", answer[..length]);
            yield return new HostileKind($"reset after {stage}", exchange =>
            {
                exchange.Write(answer[..length]);
                exchange.Reset();
            });
            yield return new HostileKind($"silent after {stage}", exchange =>
            {
                exchange.Write(answer[..length]);
                exchange.StallUntilGone();
            })
            { Calls = HostileCalls.Few, IsSlow = true };
        }

        yield return new HostileKind("silent from the beginning", exchange => exchange.StallUntilGone())
        {
            Calls = HostileCalls.Few,
            IsSlow = true
        };
        yield return new HostileKind("reset without a word", exchange => exchange.Reset());
        yield return new HostileKind("a byte at a time", exchange =>
        {
            exchange.Closes = true;
            foreach (var one in answer)
            {
                exchange.Write(one.ToString());
                Thread.Sleep(10);
            }
        })
        { Calls = HostileCalls.Few, IsSlow = true };
        yield return new HostileKind("sound once, reset from then on", exchange =>
        {
            if (exchange.Index == 0)
            {
                exchange.Answer(Company);
            }
            else
            {
                exchange.Reset();
            }
        });
        yield return new HostileKind("sound, and noise on the idle connection", exchange =>
        {
            exchange.Answer(Company);
            exchange.Write(Noise(100));
        });
    }

    private static IEnumerable<(string, byte[])> Records()
        => [
            ("nothing", []), ("noise", Noise(2000)),
            ("HTTP", Encoding.ASCII.GetBytes($"HTTP/1.1 400 No\r\nContent-Length: {Company.Length}\r\n\r\n{Company}")),
            ("a fatal alert", [0x15, 3, 3, 0, 2, 2, 40]), ("an alert of no kind", [0x15, 3, 3, 0, 2, 99, 255]),
            ("half a record", [0x16, 3, 3, 0x40, 0, 2, 0]),
            ("a record of 64 KB", [0x16, 3, 3, 0xFF, 0xFF, .. new byte[66_000]]),
            ("a record of SSL 2", [0x80, 0x2E, 1, 0, 2, 0, 0x15, 0, 0]), ("data before the handshake", [0x17, 3, 3, 0, 5, 1, 2, 3, 4, 5]),
        ];

    private static HostileKind AtOnce(string name, Action<Socket> onAccepted)
        => new(name, exchange => exchange.Reset()) { OnAccepted = onAccepted };

    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }
}
