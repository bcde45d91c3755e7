using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>A bare WebSocket server on a free loopback port that does what the test tells it, right or wrong.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly object _gate = new();
    private TaskCompletionSource? _closed;
    private int _open;
    private int _accepted;

    private SocketServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First() + "/v1/stream");

    public Uri BaseUrl => new(_app.Urls.First());

    /// <summary>How many sockets were ever opened.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Waits until every socket that was opened is closed, for as long as the test's limit lets it.</summary>
    public Task WhenClosedAsync()
    {
        lock (_gate)
        {
            return _closed?.Task ?? Task.CompletedTask;
        }
    }

    public static async Task<SocketServer> StartAsync(Func<WebSocket, HttpContext, Task> behaviour)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new SocketServer(app);
        app.UseWebSockets();
        app.Run(async context =>
        {
            if (!context.WebSockets.IsWebSocketRequest || context.Request.Path != "/v1/stream")
            {
                context.Response.StatusCode = 403;
                return;
            }

            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            server.Opened();
            try
            {
                await behaviour(socket, context);
            }
            catch (WebSocketException)
            {
                // The client went away; some tests want exactly that.
            }
            catch (OperationCanceledException)
            {
            }
            finally
            {
                server.Closed();
            }
        });
        await app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        // Cancelled from the start: sockets that are still open are cut, not waited for.
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private void Opened()
    {
        Interlocked.Increment(ref _accepted);
        lock (_gate)
        {
            if (_open++ == 0)
            {
                _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private void Closed()
    {
        lock (_gate)
        {
            if (--_open == 0)
            {
                _closed!.SetResult();
            }
        }
    }
}

internal static class SocketExtensions
{
    public static Task SendTextAsync(this WebSocket socket, string text, CancellationToken cancellationToken = default)
        => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, cancellationToken);

    /// <summary>The next text message, or null when the client closed.</summary>
    public static async Task<string?> ReceiveTextAsync(this WebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var text = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(text.ToArray());
            }
        }
    }
}
