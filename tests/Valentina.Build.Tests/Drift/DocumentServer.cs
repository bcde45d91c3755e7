using System.Collections.Concurrent;

namespace Valentina.Build.Tests.Drift;

/// <summary>A service on this machine that answers each path what a test tells it to.</summary>
public sealed class DocumentServer : IDisposable
{
    private readonly ConcurrentDictionary<string, Action<RawExchange>> _answers = new(StringComparer.Ordinal);
    private readonly RawServer _server;

    public DocumentServer() => _server = new RawServer(Answer);

    public string Url => _server.Url;

    public ConcurrentQueue<(string Path, string? Key, string? ActingUser)> Requests { get; } = new();

    public DocumentServer Answer(string path, string body, string type = "application/json", int status = 200, string? location = null)
    {
        _answers[path] = exchange => exchange.Answer(body, status, location is null ? "" : $"Location: {location}\r\n", type);
        return this;
    }

    public void Dispose() => _server.Dispose();

    private void Answer(RawExchange exchange)
    {
        var path = exchange.Target.Split('?')[0];
        Requests.Enqueue((path, exchange.Header("X-API-KEY") ?? exchange.Header("Authorization"), exchange.Header("On-Behalf-Of")));
        if (_answers.TryGetValue(path, out var answer))
        {
            answer(exchange);
        }
        else
        {
            exchange.Answer("Not here.", 404, contentType: "text/plain");
        }
    }
}
