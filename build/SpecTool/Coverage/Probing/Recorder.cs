using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Valentina.SpecTool.Coverage.Probing;

/// <summary>One request as it left the SDK.</summary>
internal sealed record RecordedRequest(
    string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string? MediaType, byte[]? Body,
    bool WasSynchronous);

/// <summary>Keeps what is sent and answers each operation with the least its contract allows. Nothing reaches a network.</summary>
internal sealed class Recorder(ContractIndex contract) : HttpMessageHandler
{
    private readonly List<RecordedRequest> _requests = [];

    /// <summary>Takes the requests recorded so far.</summary>
    public IReadOnlyList<RecordedRequest> Take()
    {
        RecordedRequest[] taken = [.. _requests];
        _requests.Clear();
        return taken;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Answer(
            request,
            request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
            wasSynchronous: false);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is null)
        {
            return Answer(request, null, wasSynchronous: true);
        }

        using var body = new MemoryStream();
        request.Content.CopyTo(body, null, cancellationToken);
        return Answer(request, body.ToArray(), wasSynchronous: true);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[]? body, bool wasSynchronous)
    {
        var url = request.RequestUri!;
        var headers = request.Headers.ToDictionary(
            header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        _requests.Add(new RecordedRequest(
            request.Method.Method, url.AbsolutePath, url.Query, headers, request.Content?.Headers.ContentType?.MediaType, body,
            wasSynchronous));

        var response = new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request };
        if (contract.Find(request.Method.Method, url.AbsolutePath) is { } operation)
        {
            var (status, schema, mediaType) = contract.Success(operation);
            response.StatusCode = (HttpStatusCode)status;
            response.Content = new ByteArrayContent(
                schema is null ? [] : Encoding.UTF8.GetBytes(schema["type"]?.ToJsonString() == "\"array\"" ? "[]" : "{}"));
            response.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(mediaType, out var type) ? type : null;
        }

        return response;
    }
}
