using System.Net;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Answers from a script, asynchronously and synchronously, and keeps what was sent.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly Func<int, HttpRequestMessage, CancellationToken, HttpResponseMessage> _answer;
    private int _count;

    public StubHandler(Func<int, HttpRequestMessage, CancellationToken, HttpResponseMessage> answer) => _answer = answer;

    public List<SentRequest> Sent { get; } = [];

    public bool ReadsBodies { get; init; } = true;

    public bool AllowAsync { get; init; } = true;

    public bool AllowSync { get; init; } = true;

    /// <summary>Called after an attempt was recorded, for instance to move a clock.</summary>
    public Action<int>? AfterAttempt { get; set; }

    public static StubHandler Always(Func<HttpResponseMessage> answer) => new((_, _, _) => answer());

    public static StubHandler Script(params Func<HttpResponseMessage>[] answers)
        => new((index, _, _) => answers[Math.Min(index, answers.Length - 1)]());

    public static HttpResponseMessage Json(
        HttpStatusCode status, string body, string mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType) };
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.Remove(name);
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return response;
    }

    /// <summary>An error as the server sends it; each header is a whole line.</summary>
    public static HttpResponseMessage Problem(int status, string body, params string[] headers)
        => Json((HttpStatusCode)status, body, "application/problem+json", [.. headers.Select(Header)]);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AllowAsync.Should().BeTrue("the synchronous path must not go through SendAsync");
        byte[]? body = null;
        if (request.Content is not null && ReadsBodies)
        {
            // As a transport does it: a content that was read as an array would keep it, and be sent again from there.
            using var copy = new MemoryStream();
            await request.Content.CopyToAsync(copy, cancellationToken);
            body = copy.ToArray();
        }

        return Answer(request, body, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AllowSync.Should().BeTrue("the asynchronous path must not go through Send");
        byte[]? body = null;
        if (request.Content is not null && ReadsBodies)
        {
            using var copy = new MemoryStream();
            request.Content.CopyTo(copy, null, cancellationToken);
            body = copy.ToArray();
        }

        return Answer(request, body, cancellationToken);
    }

    private static (string Name, string Value) Header(string line)
        => line.Split(": ", 2) is [var name, var value]
            ? (name, value)
            : throw new ArgumentException($"'{line}' is no header.", nameof(line));

    private HttpResponseMessage Answer(HttpRequestMessage request, byte[]? body, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var index = _count++;
        Sent.Add(SentRequest.Of(request, body));
        try
        {
            return _answer(index, request, cancellationToken);
        }
        finally
        {
            AfterAttempt?.Invoke(index);
        }
    }
}

/// <summary>A request as the handler saw it.</summary>
internal sealed record SentRequest(string Method, Uri Url, IReadOnlyDictionary<string, string[]> Headers, byte[]? Body)
{
    public string? BodyText => Body is null ? null : System.Text.Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.TryGetValue(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>What goes over the wire for a request, which is answered with success.</summary>
    public static async Task<SentRequest> FromAsync(
        ApiRequest request, Action<ValentinaOptions>? change = null, RequestOptions? options = null)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler, change);
        await connection.SendAsync<Thing>(request, options, default);
        return handler.Sent.Single();
    }

    public static SentRequest Of(HttpRequestMessage request, byte[]? body)
    {
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key, group => group.SelectMany(header => header.Value).ToArray(), StringComparer.OrdinalIgnoreCase);
        return new SentRequest(request.Method.Method, request.RequestUri!, headers, body);
    }
}
