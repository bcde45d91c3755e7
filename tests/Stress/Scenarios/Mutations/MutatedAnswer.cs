using System.Globalization;
using System.Net;
using System.Text;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Mutations;

/// <summary>One recorded answer, changed by chance; the same number and seed give the same.</summary>
internal sealed class MutatedAnswer
{
    private static readonly int[] Statuses = [
        200, 201, 202, 204, 206, 301, 304, 307, 400, 401, 403, 404, 409, 418, 422, 429, 429, 429, 500, 503, 503, 999
    ];
    private static readonly string[] Encodings = ["gzip", "deflate", "br", "zstd", "identity", "gzip, br"];
    private static readonly string[] MediaTypes = [
        "text/html", "application/problem+json", "application/octet-stream", "///", "application/json; charset=utf-16",
        "application/json; charset=klingon", "multipart/mixed; boundary=x"
    ];
    private static readonly string[] Hints = [
        "0", "-1", "1e400", "999999999999999999999", "soon", "Fri, 31 Dec 9999 23:59:59 GMT", "0.001",
        "\"default\";r=0;t=999999999999999999999", "\"a\";r=-1;q=1e400", "(((", ""
    ];

    private readonly List<KeyValuePair<string, string>> _headers;

    /// <summary>The answer as it was.</summary>
    public MutatedAnswer(RecordedAnswer recorded)
    {
        _headers = [.. recorded.Headers];
        Status = recorded.Status;
        Body = recorded.Body;
    }

    public MutatedAnswer(RecordedAnswer recorded, Random chances)
        : this(recorded)
    {
        Status = chances.Next(10) == 0 ? Statuses[chances.Next(Statuses.Length)] : recorded.Status;
        var way = chances.Next(10);
        if (way < 5)
        {
            Body = JsonMutator.Mutate(Body, chances);
        }
        else if (way < 9)
        {
            Body = ByteMutator.Mutate(Body, chances);
        }

        if (way == 9 || chances.Next(10) == 0)
        {
            MutateHeaders(chances);
        }

        if (chances.Next(12) == 0)
        {
            Pack(chances);
        }
    }

    public int Status { get; }

    public byte[] Body { get; private set; }

    public HttpResponseMessage ToResponse(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = new ByteArrayContent(Body) };
        foreach (var (name, value) in _headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    /// <summary>The message as it goes over the wire.</summary>
    public byte[] ToWire(Random chances)
    {
        var isChunked = chances.Next(3) == 0;
        var head = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} X\r\n"));
        foreach (var (name, value) in _headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append(isChunked
            ? "Transfer-Encoding: chunked\r\n\r\n"
            : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n\r\n"));
        byte[] start = [.. Encoding.Latin1.GetBytes(head.ToString())];
        return isChunked
            ? [
                .. start, .. Encoding.ASCII.GetBytes($"{Body.Length:x}\r\n"), .. Body,
                .. Body.Length == 0 ? "\r\n"u8.ToArray() : "\r\n0\r\n\r\n"u8.ToArray()
            ]
            : [.. start, .. Body];
    }

    private void MutateHeaders(Random chances)
    {
        switch (chances.Next(6))
        {
            case 0:
                _headers.RemoveAll(header => header.Key.Equals("content-type", StringComparison.OrdinalIgnoreCase));
                _headers.Add(new("Content-Type", MediaTypes[chances.Next(MediaTypes.Length)]));
                break;
            case 1:
                _headers.Add(new("Content-Encoding", Encodings[chances.Next(Encodings.Length)]));
                break;
            case 2:
                _headers.Add(new(
                    chances.Next(3) switch { 0 => "Retry-After", 1 => "RateLimit", _ => "RateLimit-Policy" },
                    Hints[chances.Next(Hints.Length)]));
                break;
            case 3:
                _headers.Add(new("Location", chances.Next(2) == 0 ? "/" : "http://[::1/%ZZ"));
                break;
            case 4 when _headers.Count > 0:
                _headers.RemoveAt(chances.Next(_headers.Count));
                break;
            default:
                if (_headers.Count > 0)
                {
                    var index = chances.Next(_headers.Count);
                    var value = Encoding.Latin1.GetString(ByteMutator.Mutate(Encoding.Latin1.GetBytes(_headers[index].Value), chances));
                    _headers[index] = new(_headers[index].Key, value.ReplaceLineEndings(" "));
                }

                break;
        }
    }

    private void Pack(Random chances)
    {
        var encoding = Encodings[chances.Next(3)];
        Body = Encoded.Bytes(encoding, Body);
        if (chances.Next(2) == 0)
        {
            Body = ByteMutator.Mutate(Body, chances);
        }

        _headers.Add(new("Content-Encoding", encoding));
    }
}
