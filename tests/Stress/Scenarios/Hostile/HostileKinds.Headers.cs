namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Header lines.</content>
internal static partial class HostileKinds
{
    private static IEnumerable<HostileKind> Headers()
        => [
            Header("a header without a colon", "NoColonHere\r\n"),
            Header("a header without a name", ": nothing\r\n"),
            Header("a blank before the colon", "X-Thing : 1\r\n"),
            Header("a header name with controls", "X-\u0001\u0002: 1\r\n"),
            Header("a header name in Latin-1", "X-\u00E9t\u00E9: 1\r\n"),
            Header("a NUL in a header value", "X-Request-Id: a\0b\r\n"),
            Header("controls in the request id", "X-Request-Id: \u001B[2J\u0007\u007F\r\n"),
            Header("a bare carriage return in a value", "X-Thing: a\rX-Other: b\r\n"),
            Header("Latin-1 in the request id", "X-Request-Id: \u00FF\u00FE\u0080\r\n"),
            Header("an empty request id", "X-Request-Id:\r\n"),
            Header("five request ids", Repeat("X-Request-Id: one\r\n", 5)),
            Header("a request id of 50 KB", $"X-Request-Id: {Repeat("i", 50_000)}\r\n"),
            Header("a header of a megabyte", $"X-Big: {Repeat("b", 1 << 20)}\r\n"),
            Header("ten thousand headers", Repeat("X-Many: 1\r\n", 10_000)),
            Header("a folded header", "X-Fold: one\r\n two\r\n\tthree\r\n"),
            Raw("folding in the first header", "HTTP/1.1 200 OK\r\n folded\r\nContent-Length: 2\r\n\r\n{}"),
            Header("two different lengths", "Content-Length: 3\r\n"),
            Header("the same length twice", $"Content-Length: {Company.Length}\r\n"),
            Header("two media types", "Content-Type: text/html\r\n"),
            Header("a broken Content-Disposition", "Content-Disposition: attachment; filename=\"\u0001..\\..\\nul\r\n"),
            Header("a Content-Disposition of a wrong charset", "Content-Disposition: attachment; filename*=klingon''%FF%FE%ZZ\r\n"),
            Header(
                "a Content-Disposition without an end",
                $"Content-Disposition: attachment; filename*=UTF-8''{Repeat("%F0%9F%98%80", 3000)}\r\n"),
            Header("wrong dates", "Date: yesterday\r\nLast-Modified: 99999\r\nExpires: -1\r\n"),
            Header("a negative age", "Age: -99999999999999999999\r\nCache-Control: max-age=99999999999999999999999\r\n"),
            Header("cookies without end", Repeat("Set-Cookie: a=b; Expires=Foo; Domain=.\r\n", 300)),
            Header("an unasked encoding of transfer", "Transfer-Encoding: gzip\r\n"),
            Header("length and chunks at once", "Transfer-Encoding: chunked\r\n"),
            Header("an unknown transfer coding", "Transfer-Encoding: wobble, chunked\r\n"),
            Header("a connection that upgrades", "Connection: upgrade\r\nUpgrade: h2c\r\n"),
            Header(
                "a connection that says nonsense",
                "Connection: close, keep-alive, \u00FF,,,\r\nKeep-Alive: timeout=-1, max=99999999999999\r\n"),
            Header("a trailer announced", "Trailer: Content-Length, Host\r\n"),
            Header("quotas of no number", "RateLimit: default;r=NaN;t=-\r\nRateLimit-Policy: \"x\";q=1e400\r\n"),
            Header("quotas beyond every number", "RateLimit: \"default\";r=999999999999999999999999;t=999999999999999999999999\r\nX-RateLimit-Reset: 999999999999999999999999\r\n"),
            Header("quotas of a thousand policies", $"RateLimit: {Repeat("\"p\";r=1;t=1, ", 3000)}\"q\";r=1\r\n"),
            Header("quotas cut in a string", "RateLimit: \"default;r=1;t=\\\r\nRateLimit-Policy: (((((\r\n"),
            Raw("headers that end in the middle", "HTTP/1.1 200 OK\r\nContent-Type: applica"),
            Raw("headers without an empty line", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
            Endless("headers without end", "HTTP/1.1 200 OK\r\n", Repeat("X-Endless: 1\r\n", 500)),
            Endless("one header line without end", "HTTP/1.1 200 OK\r\nX-Endless: ", Repeat("e", 8192)),
        ];
}
