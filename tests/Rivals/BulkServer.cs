using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Valentina.Rivals;

/// <summary>Takes and gives files of 100 MB, and streams tokens that say when they were sent.</summary>
internal static class BulkServer
{
    public const int FileSize = 100_000_000;
    public const int Tokens = 2000;

    /// <summary>Serves until the input ends.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        await using var application = builder.Build();
        application.UseWebSockets();
        application.MapGet("/api/v1/admin/logs/download", SendAsync);
        application.MapPost("/{**path}", TakeAsync);
        application.MapGet("/v1/stream", StreamAsync);
        await application.StartAsync();
        Console.WriteLine(application.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "application/octet-stream";
        context.Response.ContentLength = FileSize;
        var piece = new byte[FileSize / 1000];
        for (var sent = 0; sent < FileSize; sent += piece.Length)
        {
            await context.Response.Body.WriteAsync(piece);
        }
    }

    private static async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"{{Guid.NewGuid()}}"}""");
    }

    private static async Task StreamAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await socket.ReceiveAsync(new byte[4096], context.RequestAborted);
        for (var token = 0; token < Tokens; token++)
        {
            // The clock that all processes of a machine share.
            var now = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
            await SendAsync(socket, $$"""{"type":"token","content":"{{now}} "}""");
            await Task.Delay(1);
        }

        await SendAsync(socket, """{"type":"done","usage":{"input_tokens":1,"output_tokens":1},"cost":0.01,"model":"haiku"}""");
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
    }

    private static Task SendAsync(WebSocket socket, string message)
        => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
