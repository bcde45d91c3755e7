namespace Valentina.Stress.Scenarios.Hostile;

/// <content>What stands where the status line should be.</content>
internal static partial class HostileKinds
{
    private static IEnumerable<HostileKind> StatusLines()
        => [
            Raw("nothing but an end", ""),
            Raw("empty lines only", "\r\n\r\n\r\n\r\n"),
            Raw("a line of noise", "\u0001\u0002\u00FF\u00FEgarbage\r\n\r\n"),
            Raw("noise without a line end", Repeat("\u00F0\u009F", 3000)),
            Raw("a NUL in the status line", "HTTP/1.1 200 O\0K\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("HTTP/0.9", Company),
            Raw("HTTP/1.0 without a length", $"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{Company}"),
            Raw("HTTP/2 in the status line", "HTTP/2 200\r\ncontent-length: 2\r\n\r\n{}"),
            Raw("HTTP/2.0 in the status line", "HTTP/2.0 200 OK\r\ncontent-length: 2\r\n\r\n{}"),
            Raw("HTTP/3 in the status line", "HTTP/3 200 OK\r\ncontent-length: 2\r\n\r\n{}"),
            Raw("HTTP/1.9", "HTTP/1.9 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("HTTP/9.9", "HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("HTTP/1.", "HTTP/1. 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("a protocol in small letters", "http/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("an HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
            Raw("HTTP/2 settings", "\0\0\u0012\u0004\0\0\0\0\0\0\u0003\0\0\0\u0080\0\u0004\0\u0001\0\0\0\u0005\0\u00FF\u00FF\u00FF"),
            Raw("HTTP/2 GOAWAY", "\0\0\u0008\u0007\0\0\0\0\0\0\0\0\0\0\0\0\r\n\r\n"),
            Raw("a request instead of an answer", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
            Raw("SSH", "SSH-2.0-OpenSSH_9.6\r\n"),
            Raw("SMTP", "220 mail ESMTP\r\n250 OK\r\n"),
            Raw("no status code", "HTTP/1.1 \r\nContent-Length: 2\r\n\r\n{}"),
            Raw("a status code of letters", "HTTP/1.1 OKAY fine\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("a status code of two digits", "HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("a status code of four digits", "HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("a negative status code", "HTTP/1.1 -20 OK\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("status 000", "HTTP/1.1 000 Nothing\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("status 099", "HTTP/1.1 099 Less\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("no reason phrase and no space", $"HTTP/1.1 200\r\nContent-Length: {Company.Length}\r\n\r\n{Company}"),
            Raw("a reason phrase of a megabyte", $"HTTP/1.1 500 {Repeat("x", 1 << 20)}\r\nContent-Length: 2\r\n\r\n{{}}"),
            Raw("a reason phrase of Latin-1 and controls", "HTTP/1.1 500 \u00E9\u001B[31m\u0007\u00FF\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("bare line feeds", $"HTTP/1.1 200 OK\nContent-Length: {Company.Length}\n\n{Company}"),
            Raw("bare carriage returns", $"HTTP/1.1 200 OK\rContent-Length: 2\r\r{{}}"),
            Raw("blanks before the status line", "   HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"),
            Raw("a tab in the status line", "HTTP/1.1\t200\tOK\r\nContent-Length: 2\r\n\r\n{}"),
        ];
}
