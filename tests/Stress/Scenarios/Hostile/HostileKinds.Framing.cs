namespace Valentina.Stress.Scenarios.Hostile;

/// <content>Lengths and chunks.</content>
internal static partial class HostileKinds
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static IEnumerable<HostileKind> Framing()
        => [
            Length("a length that is too long", "5000"),
            Length("a length that is too short", "10"),
            Length("a length of nothing", "0"),
            Length("a negative length", "-1"),
            Length("a length of letters", "many"),
            Length("a length in hexadecimal", "0x10"),
            Length("a length with a plus", "+800"),
            Length("a length with a fraction", "800.0"),
            Length("an empty length", ""),
            Length("a list of lengths", "800, 800"),
            Length("the greatest length", "9223372036854775807"),
            Length("a length beyond every number", "99999999999999999999999999"),
            Length("a length of two gigabytes", "2147483647"),
            Length("a length of 250 MB", "262144000"),
            Raw("more than the length says", $"{Head}Content-Length: {Company.Length}\r\n\r\n{Company}{Repeat("surplus", 5000)}"),
            Raw("two answers to one request", Twice($"{Head}Content-Length: {Company.Length}\r\n\r\n{Company}")),
            Raw(
                "an answer and a failure",
                $"{Head}Content-Length: {Company.Length}\r\n\r\n{Company}HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"),
            Chunked("a chunk size of letters", "zz\r\n{}\r\n0\r\n\r\n"),
            Chunked("a negative chunk size", "-2\r\n{}\r\n0\r\n\r\n"),
            Chunked("an empty chunk size", "\r\n{}\r\n0\r\n\r\n"),
            Chunked("a chunk beyond every number", "FFFFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"),
            Chunked("the greatest chunk", "7FFFFFFFFFFFFFFF\r\n{}\r\n"),
            Chunked("a negative chunk of 64 bits", "FFFFFFFFFFFFFFFF\r\n{}\r\n"),
            Chunked("a chunk shorter than it says", "50\r\n{}\r\n0\r\n\r\n"),
            Chunked("a chunk longer than it says", "1\r\n{}{}{}\r\n0\r\n\r\n"),
            Chunked("a chunk without its line end", "2\r\n{}0\r\n\r\n"),
            Chunked("chunks without the last", $"{Company.Length:x}\r\n{Company}\r\n"),
            Chunked("an end within the chunk size", "3"),
            Chunked("an end after the last chunk's size", $"{Company.Length:x}\r\n{Company}\r\n0"),
            Chunked("a broken trailer", $"{Company.Length:x}\r\n{Company}\r\n0\r\nNoColon\r\n\u0001: 1\r\n\r\n"),
            Chunked(
                "a trailer that changes the length",
                $"{Company.Length:x}\r\n{Company}\r\n0\r\nContent-Length: 1\r\nTransfer-Encoding: gzip\r\n\r\n"),
            Chunked("a chunk extension of 60 KB", $"{Company.Length:x};e={Repeat("x", 60_000)}\r\n{Company}\r\n0\r\n\r\n"),
            Chunked("a chunk extension of controls", $"{Company.Length:x};\u0001\u00FF=\0\r\n{Company}\r\n0\r\n\r\n"),
            Chunked("a chunk for each byte", $"{string.Concat(Company.Select(one => $"1\r\n{one}\r\n"))}0\r\n\r\n"),
            Chunked("chunk sizes with bare line feeds", $"{Company.Length:x}\n{Company}\n0\n\n"),
            Chunked("zeros before the chunk size", $"{Repeat("0", 5000)}{Company.Length:x}\r\n{Company}\r\n0\r\n\r\n"),
            Endless("chunks without end", $"{Head}Transfer-Encoding: chunked\r\n\r\n", $"4000\r\n{Repeat("[", 0x4000)}\r\n") with
            {
                IsHeavy = true
            },
            Endless("a body without end or length", $"{Head}\r\n", Repeat(" ", 64 * 1024)) with { IsHeavy = true },
            Endless("chunk extensions without end", $"{Head}Transfer-Encoding: chunked\r\n\r\n1;", Repeat("x", 8192)),
            Endless("trailers without end", $"{Head}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n", Repeat("X-Trailer: 1\r\n", 500)),
            Endless("a failure without end", "HTTP/1.1 500 No\r\nContent-Type: application/json\r\n\r\n", Repeat("{\"detail\":", 5000)),
        ];

    private static HostileKind Length(string name, string length) => Raw(name, $"{Head}Content-Length: {length}\r\n\r\n{Company}");

    private static HostileKind Chunked(string name, FormattableString chunks)
        => Raw(name, $"{Head}Transfer-Encoding: chunked\r\n\r\n{FormattableString.Invariant(chunks)}");

    private static HostileKind Chunked(string name, string chunks) => Raw(name, $"{Head}Transfer-Encoding: chunked\r\n\r\n{chunks}");

    private static string Twice(string text) => text + text;
}
