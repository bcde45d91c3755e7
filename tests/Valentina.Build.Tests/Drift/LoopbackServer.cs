using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Valentina.Build.Tests.Drift;

/// <summary>A server on this machine that answers what a test tells it to.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener;
    private readonly ConcurrentDictionary<string, Func<HttpListenerRequest, Reply>> _replies = new(StringComparer.Ordinal);

    public LoopbackServer()
    {
        (_listener, Url) = Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    public ConcurrentQueue<(string Path, string? Key, string? ActingUser)> Requests { get; } = new();

    private static string UnusedUrl()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
    }

    public LoopbackServer Answer(string path, string body, string type = "application/json", int status = 200, string? location = null)
        => Answer(path, _ => new Reply(status, type, body, location));

    public LoopbackServer Answer(string path, Func<HttpListenerRequest, Reply> reply)
    {
        _replies[path] = reply;
        return this;
    }

    public void Dispose() => _listener.Close();

    private static (HttpListener Listener, string Url) Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            var url = UnusedUrl();
            var listener = new HttpListener();
            listener.Prefixes.Add(url + "/");
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Another test took the port in between.
            }
        }
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception ex) when (ex is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        Requests.Enqueue((
            path,
            context.Request.Headers["X-API-KEY"] ?? context.Request.Headers["Authorization"],
            context.Request.Headers["On-Behalf-Of"]));
        var reply = _replies.TryGetValue(path, out var make) ? make(context.Request) : new Reply(404, "text/plain", "Not here.");
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.Type;
        if (reply.Location is not null)
        {
            context.Response.Headers["Location"] = reply.Location;
        }

        var body = Encoding.UTF8.GetBytes(reply.Body);
        context.Response.ContentLength64 = body.Length;
        await context.Response.OutputStream.WriteAsync(body);
        context.Response.Close();
    }

    public sealed record Reply(int Status, string Type, string Body, string? Location = null);
}
