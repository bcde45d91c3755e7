using System.Net;

namespace Valentina.Testing;

/// <summary>Brings requests to an engine within the process: no port, no socket, synchronous calls stay synchronous.</summary>
public sealed class FakeHttpMessageHandler : HttpMessageHandler
{
    private readonly IFakeEngine _engine;

    /// <summary>Creates a handler over an engine; any number of handlers may share one.</summary>
    public FakeHttpMessageHandler(IFakeEngine engine) => _engine = engine;

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var response = _engine.Handle(Describe(request, Read(request.Content, cancellationToken)));
        FakeWait.Delay(_engine.Clock, response.Delay, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return Message(request, response);
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var response = _engine.Handle(Describe(request, body));
        await FakeWait.DelayAsync(_engine.Clock, response.Delay, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return Message(request, response);
    }

    private static byte[] Read(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return [];
        }

        using var buffer = new MemoryStream();
        content.CopyTo(buffer, null, cancellationToken);
        return buffer.ToArray();
    }

    private static FakeRequest Describe(HttpRequestMessage request, byte[] body)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        if (request.Content is not null)
        {
            foreach (var (name, values) in request.Content.Headers.NonValidated)
            {
                headers[name] = values.ToString();
            }
        }

        return new FakeRequest(request.Method.Method, request.RequestUri!, headers, body);
    }

    private static HttpResponseMessage Message(HttpRequestMessage request, FakeResponse response)
    {
        if (response.Fault == FakeFault.CutConnection)
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, "The fake cut the connection.", new IOException("The fake cut the connection."));
        }

        var message = new HttpResponseMessage((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Version = HttpVersion.Version11,
            Content = response.Content ?? (response.Fault == FakeFault.TruncateBody
                ? new TruncatedContent(response.Body, response.TruncateAfter)
                : new ReadOnlyMemoryContent(response.Body)),
        };
        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
