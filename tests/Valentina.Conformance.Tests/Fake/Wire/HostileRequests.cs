using System.Text;

namespace Valentina.Conformance.Tests.FakeServer.Wire;

/// <summary>What a request is built around: a path that is read, one that takes JSON, and who asks.</summary>
/// <param name="Read">The path of a GET.</param>
/// <param name="Write">The path of a POST that takes JSON.</param>
/// <param name="Headers">The headers that identify the caller, each with its line end.</param>
internal sealed record Target(string Read, string Write, string Headers)
{
    public const string Host = "Host: 127.0.0.1\r\n";

    public byte[] Get(string path, string headers = Host)
        => RawHttp.Bytes($"GET {path} HTTP/1.1\r\n{headers}{Headers}Connection: close\r\n\r\n");

    public byte[] Post(byte[] body, string type = "Content-Type: application/json\r\n", string? path = null)
        => [.. RawHttp.Bytes(
            $"POST {path ?? Write} HTTP/1.1\r\n{Host}{Headers}Connection: close\r\n{type}Content-Length: {body.Length}\r\n\r\n"), .. body];

    public byte[] Framed(string framing, string body) => RawHttp.Bytes(
        $"POST {Write} HTTP/1.1\r\n{Host}{Headers}Connection: close\r\nContent-Type: application/json\r\n{framing}\r\n{body}");
}

/// <summary>Requests that no client of good will sends, by name.</summary>
internal static class HostileRequests
{
    private const string Huge = "99999999999999999999999999";

    /// <summary>Lines, headers, hosts and framing.</summary>
    public static readonly Dictionary<string, Func<Target, byte[]>> Lines = new()
    {
        ["method only"] = _ => RawHttp.Bytes("GET\r\n\r\n"),
        ["two blanks"] = target => RawHttp.Bytes($"GET  {target.Read} HTTP/1.1\r\n{Target.Host}Connection: close\r\n\r\n"),
        ["unknown version"] = target => RawHttp.Bytes($"GET {target.Read} HTTP/9.9\r\n{Target.Host}Connection: close\r\n\r\n"),
        ["no version"] = target => RawHttp.Bytes($"GET {target.Read}\r\n{Target.Host}Connection: close\r\n\r\n"),
        ["HTTP/1.0 without a host"] = target => RawHttp.Bytes($"GET {target.Read} HTTP/1.0\r\n{target.Headers}\r\n"),
        ["a TLS hello"] = _ => [0x16, 3, 1, 0, 0xa5, 1, 0, 0, 0xa1, 3, 3, 0, 1, 2, 13, 10, 13, 10],
        ["binary noise"] = _ => [0, 255, 1, 254, 13, 10, 13, 10],
        ["unknown method"] = target => RawHttp.Bytes(
            $"BREW {target.Read} HTTP/1.1\r\n{Target.Host}{target.Headers}Connection: close\r\n\r\n"),
        ["method in lower case"] = target => RawHttp.Bytes(
            $"get {target.Read} HTTP/1.1\r\n{Target.Host}{target.Headers}Connection: close\r\n\r\n"),
        ["method with a hyphen"] = target => RawHttp.Bytes($"M-SEARCH {target.Read} HTTP/1.1\r\n{Target.Host}Connection: close\r\n\r\n"),
        ["method with a control character"] = target => RawHttp.Bytes(
            $"G\u0001T {target.Read} HTTP/1.1\r\n{Target.Host}Connection: close\r\n\r\n"),
        ["TRACE"] = target => RawHttp.Bytes($"TRACE {target.Read} HTTP/1.1\r\n{Target.Host}Connection: close\r\n\r\n"),
        ["CONNECT"] = _ => RawHttp.Bytes($"CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: 127.0.0.1:80\r\nConnection: close\r\n\r\n"),
        ["OPTIONS of everything"] = _ => RawHttp.Bytes($"OPTIONS * HTTP/1.1\r\n{Target.Host}Connection: close\r\n\r\n"),
        ["GET of everything"] = target => target.Get("*"),
        ["absolute target"] = target => target.Get($"http://127.0.0.1{target.Read}"),
        ["absolute target of another host"] = target => target.Get($"http://elsewhere.test{target.Read}"),
        ["absolute target that is none"] = target => target.Get("http://[/"),
        ["target without a slash"] = target => target.Get("nowhere"),
        ["target that begins with two slashes"] = target => target.Get("//elsewhere.test/x"),
        ["target with a fragment"] = target => target.Get(target.Read + "#part"),
        ["target with a backslash"] = target => target.Get("/a\\b"),
        ["target with quotes and braces"] = target => target.Get("/{\"<>|^`}"),
        ["target with a colon"] = target => target.Get("/:99999"),
        ["dots"] = target => target.Get("/../../../etc/passwd"),
        ["bad escapes in the path"] = target => target.Get(target.Read + "/%zz"),
        ["half an escape in the path"] = target => target.Get(target.Read + "/%2"),
        ["a percent sign in the path"] = target => target.Get(target.Read + "/%"),
        ["invalid UTF-8 in the path, escaped"] = target => target.Get(target.Read + "/%ff%fe%c0%af"),
        ["a surrogate in the path, escaped"] = target => target.Get(target.Read + "/%ed%a0%80"),
        ["a null in the path, escaped"] = target => target.Get(target.Read + "/%00"),
        ["a line end in the path, escaped"] = target => target.Get(target.Read + "/%0d%0aX:%20y"),
        ["bytes in the path"] = target => target.Get(target.Read + "/\u00ff\u00fe"),
        ["a null in the path"] = target => target.Get(target.Read + "/\0"),
        ["bad escapes in the query"] = target => target.Get(target.Read + "?limit=%zz&%=%&period=%"),
        ["invalid UTF-8 in the query, escaped"] = target => target.Get(target.Read + "?period=%ff&limit=%ff&%ff=%fe"),
        ["a surrogate in the query, escaped"] = target => target.Get(target.Read + "?period=%ed%a0%80&limit=%ed%a0%80"),
        ["a null in the query, escaped"] = target => target.Get(target.Read + "?period=%00&limit=%00&%00=%00"),
        ["bytes in the query"] = target => target.Get(target.Read + "?period=\u00ff"),
        ["a query of ampersands"] = target => target.Get(target.Read + "?&&&=&=&a&&=b"),
        ["numbers that are none"] = target => target.Get(target.Read + $"?limit=NaN&offset=-{Huge}&period=Infinity"),
        ["a long path"] = target => target.Get("/" + new string('a', 200_000)),
        ["a long query"] = target => target.Get(target.Read + "?q=" + new string('a', 200_000)),
        ["no host"] = target => target.Get(target.Read, ""),
        ["an empty host"] = target => target.Get(target.Read, "Host:\r\n"),
        ["a host with a blank"] = target => target.Get(target.Read, "Host: exa mple.com\r\n"),
        ["half an IPv6 host"] = target => target.Get(target.Read, "Host: [::1\r\n"),
        ["a host with a port too large"] = target => target.Get(target.Read, "Host: a:99999\r\n"),
        ["a host with a word for a port"] = target => target.Get(target.Read, "Host: a:http\r\n"),
        ["a host with an empty port"] = target => target.Get(target.Read, "Host: a:\r\n"),
        ["a host with a path"] = target => target.Get(target.Read, "Host: a/b?c#d\r\n"),
        ["a host with a user"] = target => target.Get(target.Read, "Host: user:word@a\r\n"),
        ["a host of marks"] = target => target.Get(target.Read, "Host: <script>\r\n"),
        ["a host of percent signs"] = target => target.Get(target.Read, "Host: %%%\r\n"),
        ["a host of dots"] = target => target.Get(target.Read, "Host: ...\r\n"),
        ["a host with underscores and hyphens"] = target => target.Get(target.Read, "Host: -_a_-\r\n"),
        ["a long host"] = target => target.Get(target.Read, $"Host: {new string('a', 5000)}\r\n"),
        ["a host of bytes"] = target => target.Get(target.Read, "Host: \u00ff\u00fe\r\n"),
        ["two hosts"] = target => target.Get(target.Read, "Host: a\r\nHost: b\r\n"),
        ["a huge header"] = target => target.Get(target.Read, Target.Host + $"X-Large: {new string('a', 300_000)}\r\n"),
        ["a thousand headers"] = target => target.Get(
            target.Read, Target.Host + string.Concat(Enumerable.Range(0, 1000).Select(number => $"X-{number}: a\r\n"))),
        ["a header without a colon"] = target => target.Get(target.Read, Target.Host + "Nonsense\r\n"),
        ["a header without a name"] = target => target.Get(target.Read, Target.Host + ": value\r\n"),
        ["a blank before the colon"] = target => target.Get(target.Read, Target.Host + "X-A : b\r\n"),
        ["a folded header"] = target => target.Get(target.Read, Target.Host + "X-A: b\r\n c\r\n"),
        ["a header name of bytes"] = target => target.Get(target.Read, Target.Host + "X-\u00ff: b\r\n"),
        ["a null in a header"] = target => target.Get(target.Read, Target.Host + "X-A: \0\r\n"),
        ["a bare line feed"] = target => RawHttp.Bytes($"GET {target.Read} HTTP/1.1\n{Target.Host}Connection: close\r\n\r\n"),
        ["a bare carriage return"] = target => target.Get(target.Read, Target.Host + "X-A: a\rb\r\n"),
        ["bytes in the request id"] = target => target.Get(target.Read, Target.Host + "X-Request-ID: \u00ff\u00fe\r\n"),
        ["control characters in the request id"] = target => target.Get(
            target.Read, Target.Host + "X-Request-ID: a\u0001\u007f\u001b[31m\r\n"),
        ["bytes in the keys"] = target => target.Get(target.Read, Target.Host + "X-API-KEY: \u00ff\r\nAuthorization: Bearer \u00ff\r\n"),
        ["bytes in the acting user"] = target => target.Get(target.Read, Target.Host + "On-Behalf-Of: \u00ff\r\n"),
        ["bad cookies"] = target => target.Get(target.Read, Target.Host + "Cookie: =;;; a=\"b; \u0001=\u00ff; =\r\n"),
        ["a bad range"] = target => target.Get(target.Read, Target.Host + "Range: bytes=9-1,x\r\nIf-Modified-Since: never\r\n"),
        ["an unknown expectation"] = target => target.Get(target.Read, Target.Host + "Expect: miracles\r\n"),
        ["an upgrade to HTTP/2"] = target => target.Get(
            target.Read, Target.Host + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n"),
        ["a negative length"] = target => target.Framed("Content-Length: -1\r\n", "{}"),
        ["a length that is a word"] = target => target.Framed("Content-Length: two\r\n", "{}"),
        ["a length that is a fraction"] = target => target.Framed("Content-Length: 2.0\r\n", "{}"),
        ["a length too large for a number"] = target => target.Framed($"Content-Length: {Huge}\r\n", "{}"),
        ["two lengths in one"] = target => target.Framed("Content-Length: 2, 3\r\n", "{}"),
        ["two lengths"] = target => target.Framed("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"),
        ["an empty length"] = target => target.Framed("Content-Length:\r\n", "{}"),
        ["no length"] = target => target.Framed("", "{}"),
        ["an unknown coding"] = target => target.Framed("Transfer-Encoding: gzip\r\n", "{}"),
        ["a coding after the chunks"] = target => target.Framed("Transfer-Encoding: chunked, gzip\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        ["a coding before the chunks"] = target => target.Framed("Transfer-Encoding: gzip, chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        ["chunks with a length"] = target => target.Framed("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n", "2\r\n{}\r\n0\r\n\r\n"),
        ["a chunk whose size is a word"] = target => target.Framed("Transfer-Encoding: chunked\r\n", "two\r\n{}\r\n0\r\n\r\n"),
        ["a chunk whose size is negative"] = target => target.Framed("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n"),
        ["a chunk whose size is too large"] = target => target.Framed(
            "Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"),
        ["a chunk that is longer than it says"] = target => target.Framed("Transfer-Encoding: chunked\r\n", "1\r\n{}\r\n0\r\n\r\n"),
        ["a trailer that is none"] = target => target.Framed("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\nnonsense\r\n\r\n"),
    };

    /// <summary>Requests that break off: the server waits for the rest, and there may be nobody left to answer.</summary>
    public static readonly Dictionary<string, Func<Target, byte[]>> Halves = new()
    {
        ["no request line"] = _ => RawHttp.Bytes("\r\n\r\n"),
        ["a length larger than the body"] = target => target.Framed("Content-Length: 1000\r\n", "{}"),
        ["chunks that do not end"] = target => target.Framed("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n"),
        ["preface of HTTP/2"] = _ => RawHttp.Bytes("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        ["half a request line"] = _ => RawHttp.Bytes("GET /v1"),
        ["half a header"] = target => RawHttp.Bytes($"GET {target.Read} HTTP/1.1\r\nHost: a"),
    };

    /// <summary>Bodies for an operation that takes JSON.</summary>
    public static readonly Dictionary<string, byte[]> Bodies = new()
    {
        ["nothing"] = [],
        ["a blank"] = " "u8.ToArray(),
        ["null"] = "null"u8.ToArray(),
        ["true"] = "true"u8.ToArray(),
        ["a number"] = "1"u8.ToArray(),
        ["a text"] = "\"text\""u8.ToArray(),
        ["an empty list"] = "[]"u8.ToArray(),
        ["a list of null"] = "[null]"u8.ToArray(),
        ["an empty object"] = "{}"u8.ToArray(),
        ["half an object"] = "{\"name\": "u8.ToArray(),
        ["two objects"] = "{}{}"u8.ToArray(),
        ["a comma too many"] = "{\"name\":\"abc\",}"u8.ToArray(),
        ["a comment"] = "{/* */}"u8.ToArray(),
        ["single quotes"] = "{'name':'abc'}"u8.ToArray(),
        ["a mark of byte order"] = [0xef, 0xbb, 0xbf, .. "{\"name\":\"abc\"}"u8],
        ["UTF-16"] = Encoding.Unicode.GetBytes("{\"name\":\"abc\"}"),
        ["nulls"] = new byte[64],
        ["noise"] = [0xff, 0x00, 0xfe, 0x80, 0xc0],
        ["a form"] = "name=abc"u8.ToArray(),
        ["markup"] = "<?xml version=\"1.0\"?><name>abc</name>"u8.ToArray(),
        ["a key twice"] = Around("\"name\":\"abc\",\"name\":\"abd\""),
        ["an unknown key twice"] = Around("\"x\":1,\"x\":{\"y\":1,\"y\":2}"),
        ["an empty key twice"] = Around("\"\":1,\"\":2"),
        ["a lone high surrogate"] = Around("\"name\":\"ab\\ud800\",\"model\":\"\\ud800\""),
        ["a lone low surrogate"] = Around("\"name\":\"\\udc00ab\",\"model\":\"\\udc00\""),
        ["surrogates the wrong way round"] = Around("\"name\":\"ab\\udc00\\ud800\""),
        ["a surrogate before an escape"] = Around("\"name\":\"ab\\ud800\\n\""),
        ["a lone surrogate in a key"] = Around("\"x\\ud800\":1"),
        ["a lone surrogate in an unknown member"] = Around("\"x\":{\"y\":[\"\\udfff\"]}"),
        ["half an escape"] = Around("\"name\":\"ab\\u12\""),
        ["an unknown escape"] = Around("\"name\":\"ab\\x41\""),
        ["invalid UTF-8 in a text"] = Latin(Around("\"name\":\"ab\u00ff\u00fe\",\"model\":\"\u00ff\"")),
        ["invalid UTF-8 in a key"] = Latin(Around("\"x\u00ff\":1")),
        ["invalid UTF-8 in an unknown member"] = Latin(Around("\"x\":[\"\u00ff\"]")),
        ["a surrogate in UTF-8"] = Latin(Around("\"name\":\"ab\u00ed\u00a0\u0080\"")),
        ["an overlong slash"] = Latin(Around("\"name\":\"ab\u00c0\u00af\"")),
        ["half a character"] = Latin(Around("\"name\":\"ab\u00e2\u0082\"")),
        ["a control character in a text"] = Around("\"name\":\"a\u0001b\nc\""),
        ["a null in a text"] = Around("\"name\":\"ab\\u0000c\",\"model\":\"a\\u0000\""),
        ["NaN"] = Around("\"danger\":NaN,\"timeout\":NaN"),
        ["Infinity"] = Around("\"danger\":Infinity,\"timeout\":Infinity"),
        ["minus Infinity"] = Around("\"danger\":-Infinity,\"timeout\":-Infinity"),
        ["a number beyond a double"] = Around("\"danger\":1e999,\"timeout\":1e999"),
        ["a number beyond a decimal"] = Around("\"danger\":1e200,\"timeout\":1e200,\"temperature\":1e200"),
        ["a number below a decimal"] = Around("\"danger\":-1e200,\"timeout\":-1e200,\"max_tokens\":-1e200"),
        ["a number beyond 64 bits"] = Around($"\"danger\":{Huge},\"timeout\":{Huge},\"max_tokens\":{Huge}"),
        ["a number beyond 32 bits"] = Around("\"danger\":4294967296,\"timeout\":4294967296,\"max_tokens\":4294967296"),
        ["a number of ten thousand digits"] = Around($"\"danger\":{new string('9', 10_000)},\"timeout\":{new string('9', 10_000)}"),
        ["a huge number in a text"] = Around($"\"danger\":\"{Huge}\",\"timeout\":\"1e999\""),
        ["a number with zeros in front"] = Around("\"danger\":007"),
        ["a number with a plus"] = Around("\"danger\":+1"),
        ["minus nothing"] = Around("\"danger\":-0,\"timeout\":-0.0"),
        ["nested lists, 100"] = Nested(100),
        ["nested lists, 1,000"] = Nested(1_000),
        ["nested lists, 100,000"] = Nested(100_000),
        ["nested lists without an end"] = RawHttp.Bytes(new string('[', 100_000)),
        ["nested objects, 50,000"] = RawHttp.Bytes(string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) + "1" + new string('}', 50_000)),
        ["a long key"] = Around($"\"{new string('k', 1_000_000)}\":1"),
        ["a long text"] = Around($"\"name\":\"{new string('n', 1_000_000)}\""),
        ["a body above the limit"] = RawHttp.Bytes($"{{\"name\":\"{new string('n', 10_100_000)}\"}}"),
        ["members of foreign types"] = Around("\"name\":{},\"description\":[],\"danger\":{},\"messages\":[1,null,[],{\"role\":1,\"content\":2}],\"model\":[],\"timeout\":[],\"tools\":{}"),
        ["nulls for everything"] = Around("\"name\":null,\"description\":null,\"danger\":null,\"messages\":null,\"model\":null,\"timeout\":null,\"tools\":null"),
    };

    /// <summary>Media types, for a body that is right.</summary>
    public static readonly string[] MediaTypes =
    [
        "", "Content-Type:\r\n", "Content-Type: text/xml\r\n", "Content-Type: text/plain\r\n",
        "Content-Type: application/x-www-form-urlencoded\r\n",
        "Content-Type: multipart/form-data\r\n", "Content-Type: multipart/form-data; boundary=\r\n",
        "Content-Type: application/json; charset=utf-16\r\n",
        "Content-Type: application/json; charset=\"\r\n", "Content-Type: ///;;;=\r\n", "Content-Type: \u00ff\u00fe\r\n",
        "Content-Type: application/vnd.api+json\r\n",
        "Content-Type: application/json\r\nContent-Type: text/plain\r\n", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n",
    ];

    private static byte[] Around(string members)
        => Encoding.UTF8.GetBytes("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"desperation\":1," + members + "}");

    /// <summary>Takes characters for bytes, which makes the text invalid as UTF-8.</summary>
    private static byte[] Latin(byte[] utf8) => RawHttp.Bytes(Encoding.UTF8.GetString(utf8));

    private static byte[] Nested(int depth) => Around($"\"x\":{new string('[', depth)}{new string(']', depth)}");
}
