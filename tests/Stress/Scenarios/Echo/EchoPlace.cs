using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Echo;

/// <summary>Which call meets the echo.</summary>
internal enum EchoCall
{
    Page,
    Download,
    Completion,
    Stream,
}

/// <summary>One place where a hostile server writes the key.</summary>
internal sealed record EchoPlace(string Name, EchoCall Call, Action<RawExchange, string> Answer)
{
    /// <summary>All places.</summary>
    public static IReadOnlyList<EchoPlace> All { get; } =
    [
        .. Headers(EchoCall.Page, "{}"),
        .. Problems(),
        .. Bodies(),
        .. Claude(),
        .. Sockets(),
        .. Downloads(),
    ];

    private static IEnumerable<EchoPlace> Headers(EchoCall call, string json)
    {
        foreach (var name in new[]
        {
            "X-Request-Id", "X-Custom", "Retry-After", "RateLimit", "RateLimit-Policy", "Content-Encoding", "Content-Language", "ETag",
            "Server", "WWW-Authenticate", "Location"
        })
        {
            yield return new($"header {name}", call, (exchange, key) => exchange.Answer(json, 500, $"{name}: {key}\r\n"));
        }

        yield return new(
            "request id of a success", call, (exchange, key) => exchange.Answer(CompanyJson.Page(1, 1), 200, $"X-Request-Id: {key}\r\n"));
        yield return new(
            "header of a success", call, (exchange, key) => exchange.Answer(CompanyJson.Page(1, 1), 200, $"X-Custom: {key}\r\n"));
        yield return new(
            "name of a limit",
            call,
            (exchange, key) => exchange.Answer(json, 429, $"RateLimit: \"{key}\";r=0;t=1\r\nRateLimit-Policy: \"{key}\";q=1;w=1\r\n"));
        yield return new("name of a header", call, (exchange, key) => exchange.Answer(json, 500, $"X-{key}: 1\r\n"));
        yield return new("no header", call, (exchange, key) => exchange.Answer(json, 500, $"{key}\r\n"));
        yield return new(
            "media type",
            call,
            (exchange, key) => exchange.Write($"HTTP/1.1 200 OK\r\nContent-Type: text/{key}\r\nContent-Length: 1\r\n\r\n?"));
        yield return new("reason", call, (exchange, key) => exchange.Write($"HTTP/1.1 500 {key}\r\nContent-Length: 0\r\n\r\n"));
        yield return new("status line", call, (exchange, key) => exchange.Write($"HTTP/{key} 200 OK\r\n\r\n"));
        yield return new("status", call, (exchange, key) => exchange.Write($"HTTP/1.1 {key}\r\n\r\n"));
        yield return new(
            "chunk size", call, (exchange, key) => exchange.Write($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{key}\r\n"));
        yield return new("length", call, (exchange, key) => exchange.Write($"HTTP/1.1 200 OK\r\nContent-Length: {key}\r\n\r\n"));
        yield return new(
            "redirect to another host", call, (exchange, key) => exchange.Answer("", 302, $"Location: http://{key}.example/\r\n"));
        yield return new("redirect to a path", call, (exchange, key) => exchange.Answer("", 302, $"Location: /{key}?a={key}\r\n"));
        yield return new(
            "unasked upgrade",
            call,
            (exchange, key) => exchange.Write($"HTTP/1.1 101 {key}\r\nUpgrade: {key}\r\nConnection: Upgrade\r\n\r\n"));
    }

    private static IEnumerable<EchoPlace> Problems()
    {
        foreach (var member in new[] { "title", "detail", "code", "instance", "request_id", "type" })
        {
            yield return new(
                $"problem {member}",
                EchoCall.Page,
                (exchange, key) => exchange.Answer($$"""{"status":400,"{{member}}":"a {{key}} b"}""", 400));
        }

        yield return new("field", EchoCall.Page, (exchange, key) => exchange.Answer(
            $$"""{"status":400,"detail":"no","invalid_parameters":[{"field":"{{key}}","message":"bad {{key}}"}]}""", 400));
        yield return new("with control characters", EchoCall.Page, (exchange, key) => exchange.Answer($$"""{"status":400,"title":"\u001b[31m{{key}}","detail":"\r\nwarn: {{key}}\u0000\u202e","code":"\n{{key}}","request_id":"\u0085\n{{key}}"}""", 400));
    }

    private static IEnumerable<EchoPlace> Bodies()
    {
        foreach (var status in new[] { 200, 401, 403, 404, 409, 413, 422, 503 })
        {
            yield return new(
                $"plain body of a {status}", EchoCall.Page, (exchange, key) => exchange.Answer($"your key {key} is bad", status));
        }

        yield return new("page", EchoCall.Page, (exchange, key) => exchange.Answer($"<html>{key}</html>", 502, "X-Kind: html\r\n"));
        yield return new("value of another type", EchoCall.Page, (exchange, key) => exchange.Answer($$"""{"items":"{{key}}"}""", 200));
        yield return new(
            "value in an item",
            EchoCall.Page,
            (exchange, key) => exchange.Answer($$"""{"items":[{"id":"{{key}}"}],"total":1,"limit":1,"offset":0}""", 200));
        yield return new(
            "number", EchoCall.Page, (exchange, key) => exchange.Answer($$"""{"items":[],"total":"{{key}}","limit":1,"offset":0}""", 200));
        yield return new("name of a member", EchoCall.Page, (exchange, key) => exchange.Answer($$"""{"items":[],"{{key}}":{"a":""", 200));
        yield return new("bare word", EchoCall.Page, (exchange, key) => exchange.Answer($$"""{"items":{{key}}}""", 200));
        yield return new(
            "cut off", EchoCall.Page, (exchange, key) => exchange.Answer(new string('a', 8180) + key + new string('b', 50_000), 500));
        yield return new(
            "cut off earlier",
            EchoCall.Page,
            (exchange, key) => exchange.Answer(new string('a', 4085) + key + new string('b', 50_000), 500));
        yield return new(
            "cut off at its end",
            EchoCall.Page,
            (exchange, key) => exchange.Answer(new string('a', 32_758) + key + new string('b', 50_000), 500));
    }

    private static IEnumerable<EchoPlace> Claude()
    {
        yield return new("claude detail", EchoCall.Completion, (exchange, key) => exchange.Answer($$"""{"detail":"{{key}}"}""", 500));
        yield return new(
            "claude fields",
            EchoCall.Completion,
            (exchange, key) => exchange.Answer($$"""{"detail":[{"loc":["body","{{key}}"],"msg":"{{key}}"}]}""", 422));
        yield return new(
            "claude category", EchoCall.Completion, (exchange, key) => exchange.Answer("{}", 502, $"X-Error-Category: {key}\r\n"));
        yield return new("claude plain body", EchoCall.Completion, (exchange, key) => exchange.Answer(key, 500));
    }

    private static IEnumerable<EchoPlace> Downloads()
    {
        yield return new(
            "file name",
            EchoCall.Download,
            (exchange, key) => exchange.Answer("x", 200, $"Content-Disposition: attachment; filename=\"{key}.log\"\r\n"));
        yield return new(
            "encoded file name",
            EchoCall.Download,
            (exchange, key) => exchange.Answer("x", 200, $"Content-Disposition: attachment; filename*=UTF-8''{key}.log\r\n"));
        yield return new(
            "encoding of a download", EchoCall.Download, (exchange, key) => exchange.Answer("x", 200, $"Content-Encoding: {key}\r\n"));
        yield return new(
            "broken download",
            EchoCall.Download,
            (exchange, key) => exchange.Write($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n{key}\r\n"));
    }

    private static IEnumerable<EchoPlace> Sockets()
    {
        foreach (var name in new[]
        {
            "Sec-WebSocket-Accept", "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", "Upgrade", "Connection"
        })
        {
            yield return new($"handshake {name}", EchoCall.Stream, (exchange, key) =>
            {
                exchange.Closes = true;
                exchange.Write($"HTTP/1.1 101 X\r\n{(name == "Upgrade" ? "" : "Upgrade: websocket\r\n")}{(name == "Connection" ? "" : "Connection: Upgrade\r\n")}{name}: {key}\r\n\r\n");
            });
        }

        yield return new(
            "handshake refused",
            EchoCall.Stream,
            (exchange, key) => exchange.Answer($$"""{"detail":"{{key}}"}""", 403, $"X-Request-Id: {key}\r\n"));
        foreach (var (name, frame) in new[]
        {
            ("frame error", """{"type":"error","error":"{0}"}"""),
            ("frame server error", """{"type":"error","error":"Server error: {0}"}"""),
            ("frame no JSON", "{0}"),
            ("frame of another type", """{"type":"done","usage":"{0}","cost":"{0}"}"""),
            ("frame cut", """{"type":"token","content":"{0}"""),
        })
        {
            yield return new(
                name,
                EchoCall.Stream,
                (exchange, key) => Speak(exchange, () => exchange.WriteFrame(frame.Replace("{0}", key, StringComparison.Ordinal))));
        }

        yield return new(
            "received text",
            EchoCall.Stream,
            (exchange, key) => Speak(exchange, () => exchange.WriteFrame($$"""{"type":"token","content":"{{key}}"}""")));
        yield return new("close reason", EchoCall.Stream, (exchange, key) => Speak(exchange, () =>
        {
            var reason = System.Text.Encoding.UTF8.GetBytes(key);
            exchange.WriteFrame([0x03, 0xF3, .. reason.AsSpan(0, Math.Min(reason.Length, 123))], 0x88);
        }));
    }

    private static void Speak(RawExchange exchange, Action say)
    {
        exchange.AcceptWebSocket();
        exchange.ReadFrame();
        say();
    }
}
