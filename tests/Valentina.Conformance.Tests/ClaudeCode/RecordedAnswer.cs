using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>A service that gives one recorded answer to everything, and keeps what it was asked.</summary>
internal sealed class RecordedAnswer(JObject exchange) : HttpMessageHandler
{
    public string? Method { get; private set; }

    public string? PathAndQuery { get; private set; }

    public JToken? Body { get; private set; }

    public int Requests { get; private set; }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        Method = request.Method.Method;
        PathAndQuery = request.RequestUri!.PathAndQuery;
        if (request.Content is not null)
        {
            using var bytes = new MemoryStream();
            request.Content.CopyTo(bytes, null, cancellationToken);
            var text = Encoding.UTF8.GetString(bytes.ToArray());
            Body = text.Length == 0 ? null : JToken.Parse(text);
        }

        var body = exchange["response_body"];
        var response = new HttpResponseMessage((HttpStatusCode)(int)exchange["status"]!)
        {
            RequestMessage = request,
            Content = new StringContent(body is null or { Type: JTokenType.Null }
                ? ""
                : body.Type == JTokenType.String
                ? (string)body!
                : body.ToString(Formatting.None)),
        };
        response.Content.Headers.ContentType = null;
        foreach (var header in ((JObject)exchange["response_headers"]!).Properties())
        {
            if (!response.Headers.TryAddWithoutValidation(header.Name, (string?)header.Value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Name, (string?)header.Value);
            }
        }

        return response;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Task.FromResult(Send(request, cancellationToken));
}
