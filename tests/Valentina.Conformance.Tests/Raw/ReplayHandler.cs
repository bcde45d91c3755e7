using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Conformance.Transcripts;

namespace Valentina.Conformance.Raw;

/// <summary>Answers with what was recorded and keeps what was asked.</summary>
internal sealed class ReplayHandler(RecordedExchange exchange, bool synchronous) : HttpMessageHandler
{
    public HttpMethod? Method { get; private set; }

    public Uri? Url { get; private set; }

    public HttpRequestHeaders? Headers { get; private set; }

    public MediaTypeHeaderValue? ContentType { get; private set; }

    public byte[]? Body { get; private set; }

    public int Calls { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        synchronous.Should().BeFalse("a synchronous call must not use SendAsync");
        Keep(request, request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken));
        return Answer(request);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        synchronous.Should().BeTrue("an asynchronous call must not use Send");
        using var copy = new MemoryStream();
        request.Content?.CopyTo(copy, null, cancellationToken);
        Keep(request, request.Content is null ? null : copy.ToArray());
        return Answer(request);
    }

    private void Keep(HttpRequestMessage request, byte[]? body)
    {
        Calls++;
        Method = request.Method;
        Url = request.RequestUri;
        Headers = request.Headers;
        ContentType = request.Content?.Headers.ContentType;
        Body = body;
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage((HttpStatusCode)exchange.Status)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(ResponseBytes())
        };
        foreach (var (name, value) in exchange.ResponseHeaders)
        {
            // The recording holds the body decompressed.
            if (name is "content-encoding" or "content-length")
            {
                continue;
            }

            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    private byte[] ResponseBytes() => exchange.ResponseBody switch
    {
        null => [],
        JObject binary when binary["first_bytes_hex"] is { } hex => Convert.FromHexString((string)hex!),
        JValue { Type: JTokenType.String } text when !IsJson => Encoding.UTF8.GetBytes((string)text!),
        var body => Encoding.UTF8.GetBytes(body.ToString(Formatting.None)),
    };

    private bool IsJson
        => exchange.ResponseHeaders.TryGetValue("content-type", out var type) && type.Contains("json", StringComparison.Ordinal);
}
