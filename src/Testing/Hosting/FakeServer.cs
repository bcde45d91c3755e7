using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Valentina.Testing;

/// <summary>An engine on a loopback port, for other processes and languages. Dispose it to stop listening.</summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private FakeServer(WebApplication application, Uri baseAddress)
    {
        _application = application;
        BaseAddress = baseAddress;
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:port/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Starts to listen on 127.0.0.1.</summary>
    /// <param name="engine">What answers.</param>
    /// <param name="port">The port; 0 takes a free one.</param>
    /// <param name="upgrade">Asked first for every request: true means that it has dealt with it (a web socket).</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<FakeServer> StartAsync(
        IFakeEngine engine,
        int port = 0,
        Func<HttpContext, Task<bool>>? upgrade = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var application = builder.Build();
        if (upgrade is not null)
        {
            application.UseWebSockets();
        }

        application.Run(async context =>
        {
            if (upgrade is null || !await upgrade(context).ConfigureAwait(false))
            {
                await AnswerAsync(engine, context).ConfigureAwait(false);
            }
        });
        await application.StartAsync(cancellationToken).ConfigureAwait(false);
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new FakeServer(application, new Uri(address + "/"));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static async Task AnswerAsync(IFakeEngine engine, HttpContext context)
    {
        var request = await ReadAsync(context.Request).ConfigureAwait(false);
        var response = engine.Handle(request);
        await FakeWait.DelayAsync(engine.Clock, response.Delay, context.RequestAborted).ConfigureAwait(false);
        if (response.Fault == FakeFault.CutConnection)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (response.Status is 204 or 304 || request.Method == "HEAD")
        {
            return;
        }

        context.Response.ContentLength = response.Body.Length;
        if (response.Fault == FakeFault.TruncateBody)
        {
            await context.Response.Body.WriteAsync(response.Body[..Math.Min(response.TruncateAfter, response.Body.Length)], context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<FakeRequest> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
        {
            headers[name] = values.ToString();
        }

        // The raw target keeps the escapes that the path already lost.
        var target = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        return new FakeRequest(request.Method, new Uri($"{request.Scheme}://{request.Host}{target}"), headers, body.ToArray()) { IsLoopback = true };
    }
}
