using System.Net;
using System.Net.Http.Headers;

namespace Valentina.Benchmarks.Connection;

/// <summary>A server in memory that always gives the same answer.</summary>
internal sealed class CannedHandler(byte[] body) : HttpMessageHandler
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(Answer(request));

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Answer(request);

    private HttpResponseMessage Answer(HttpRequestMessage request)
        => new(HttpStatusCode.OK)
        {
            RequestMessage = request,
            // With a header, as every server's answer has one: the list of headers is an object of its own.
            Headers = { Date = DateTimeOffset.UnixEpoch },
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
        };
}
