namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Statuses that do not belong here.</content>
internal static partial class HostileKinds
{
    private static IEnumerable<HostileKind> Statuses()
    {
        foreach (var status in new[]
        {
            203, 205, 206, 207, 226, 300, 304, 305, 306, 402, 406, 407, 408, 410, 411, 413, 414, 415, 418, 421, 423, 425, 426, 428, 431,
            451, 499, 501, 505, 511, 520, 599, 600, 799, 999
        })
        {
            yield return Body($"an unasked {status}", Company, status);
        }

        yield return Raw("204 with a body", $"HTTP/1.1 204 No Content\r\nContent-Length: {Company.Length}\r\n\r\n{Company}");
        yield return Raw("204 with chunks", $"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n");
        yield return Raw("304 with a body", $"HTTP/1.1 304 Not Modified\r\nContent-Length: {Company.Length}\r\n\r\n{Company}");
        yield return Raw(
            "an unasked 101 to what speaks HTTP no more",
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nnoise");
        yield return Raw("an unasked 101 without headers", "HTTP/1.1 101 Switching Protocols\r\n\r\n");
        yield return Raw("a 100 and nothing more", "HTTP/1.1 100 Continue\r\n\r\n");
        yield return Raw(
            "a thousand times 100",
            $"{Repeat("HTTP/1.1 100 Continue\r\n\r\n", 1000)}{Head}Content-Length: {Company.Length}\r\n\r\n{Company}");
        yield return Raw(
            "early hints with noise",
            $"HTTP/1.1 103 Early Hints\r\nLink: <\u00FF>;;;\r\n\r\n{Head}Content-Length: {Company.Length}\r\n\r\n{Company}");
        yield return Raw("a 199 with a length", $"HTTP/1.1 199 What\r\nContent-Length: 5\r\n\r\nhello{Head}Content-Length: 2\r\n\r\n{{}}");
        yield return Raw("early hints of a megabyte", $"HTTP/1.1 103 Early Hints\r\n{Repeat("Link: </a>; rel=preload\r\n", 40_000)}\r\n{Head}Content-Length: 2\r\n\r\n{{}}");
        yield return Endless("early hints without end", "", Repeat("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", 200));
        yield return Endless("100 without end", "", Repeat("HTTP/1.1 100 Continue\r\n\r\n", 300));
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
        {
            yield return Redirect($"a {status} to itself", status, "/");
            yield return Redirect($"a {status} without a target", status, null);
        }

        yield return Redirect("a redirect to another host", 307, "http://198.51.100.1/api");
        yield return Redirect("a redirect to a file", 307, "file:///etc/passwd");
        yield return Redirect("a redirect to a script", 302, "javascript:alert(1)");
        yield return Redirect("a redirect to no address", 307, "http://[::1/%ZZ\\");
        yield return Redirect("a redirect to a port beyond every number", 308, "http://127.0.0.1:99999999/");
        yield return Redirect("a redirect of 100 KB", 307, $"/{Repeat("a", 100_000)}");
        yield return Redirect("a redirect with controls", 307, "/\u0001\u001B[2J\u00FF");
        yield return Redirect("a redirect to nothing", 307, "");
        yield return Redirect("a redirect to a fragment", 307, "#");
        yield return Redirect("a redirect to another scheme", 307, "ftp://127.0.0.1/");
        yield return Redirect("a redirect to a user and password", 307, "//user:password@127.0.0.1/");
        yield return Raw("two targets", "HTTP/1.1 307 Go\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n");
        var step = 0;
        yield return new HostileKind("a redirect that always goes on", exchange =>
            exchange.WriteHead(0, 307, $"Location: /step/{Interlocked.Increment(ref step)}\r\n"));
    }

    private static HostileKind Redirect(string name, int status, string? target)
        => Raw(name, $"HTTP/1.1 {status} Go\r\n{(target is null ? "" : $"Location: {target}\r\n")}Content-Length: 0\r\nConnection: close\r\n\r\n");
}
