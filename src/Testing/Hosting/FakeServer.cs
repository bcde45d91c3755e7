using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
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
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var errorResponses = new KestrelErrorResponses(status => Refuse(engine, status, ListeningAt(port)));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;

            // Headers are bytes to both real services: they take any, and hand a request id back as it came. Kestrel stumbles over a
            // length of more than 20 digits unless it reads that header in its own way.
            kestrel.RequestHeaderEncodingSelector = static name => name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
                ? null
                : Encoding.Latin1;
            kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.Latin1;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Use(errorResponses.Use));
        });
        var application = builder.Build();
        if (upgrade is not null)
        {
            application.UseWebSockets();
        }

        application.Run(async context =>
        {
            var connection = context.Features.Get<IConnectionItemsFeature>()!.Items;
            KestrelErrorResponses.Answering(connection, true);
            context.Response.OnCompleted(() =>
            {
                KestrelErrorResponses.Answering(connection, false);
                return Task.CompletedTask;
            });
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

    private static Uri ListeningAt(int port) => new($"http://127.0.0.1:{port}/");

    /// <summary>An error in the service's own form, for what does not get as far as the engine.</summary>
    private static FakeResponse Refuse(IFakeEngine engine, int status, Uri url)
        => engine is FakeService service
            ? service.Refuse(new FakeRequest("GET", url, new Dictionary<string, string>(), default) { IsLoopback = true }, status)
            : FakeResponse.Text(status, ReasonPhrases.For(status), "text/plain; charset=utf-8");

    /// <summary>The engine's answer. What it did not foresee is answered as the real service answers what it did not.</summary>
    private static FakeResponse Handle(IFakeEngine engine, FakeRequest request)
    {
        try
        {
            return engine.Handle(request);
        }
        catch (Exception ex)
        {
            return engine is FakeService service ? service.Crash(request, ex) : Refuse(engine, 500, request.Url);
        }
    }

    private static async Task<FakeResponse> HandleAsync(IFakeEngine engine, HttpRequest request, Uri url)
    {
        try
        {
            return Handle(engine, await ReadAsync(request, url).ConfigureAwait(false));
        }
        catch (IOException ex)
        {
            // A body that ends too early, or is chunked wrongly: what follows on the connection cannot be understood.
            request.HttpContext.Response.Headers.Connection = "close";
            return Refuse(engine, (ex as Microsoft.AspNetCore.Http.BadHttpRequestException)?.StatusCode ?? 400, url);
        }
    }

    private static async Task AnswerAsync(IFakeEngine engine, HttpContext context)
    {
        var response = await HandleAsync(engine, context.Request, Url(context)).ConfigureAwait(false);
        await FakeWait.DelayAsync(engine.Clock, response.Delay, context.RequestAborted).ConfigureAwait(false);
        if (response.Fault == FakeFault.CutConnection)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers[name] = Sendable(value);
        }

        if (response.Status is 204 or 304 || context.Request.Method == "HEAD")
        {
            return;
        }

        context.Response.ContentLength = response.Body.Length;
        if (response.Fault == FakeFault.TruncateBody)
        {
            await context.Response.Body.WriteAsync(
                response.Body[..Math.Min(response.TruncateAfter, response.Body.Length)], context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
    }

    /// <summary>A header's value without what no header may hold: a caller's request id comes back in one.</summary>
    private static string Sendable(string value)
        => value.All(static character => character is (>= ' ' and not '\x7f' and <= '\xff') or '\t')
            ? value
            : string.Concat(value.Where(static character => character is (>= ' ' and not '\x7f' and <= '\xff') or '\t'));

    /// <summary>Where the request went. Neither a target of another form nor a host that is none may keep it from being answered.</summary>
    private static Uri Url(HttpContext context)
    {
        // The raw target keeps the escapes that the path already lost.
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (!target.StartsWith('/'))
        {
            target = Uri.TryCreate(target, UriKind.Absolute, out var absolute) ? absolute.PathAndQuery : "/" + target;
        }

        var host = context.Request.Host;
        var here = ListeningAt(context.Connection.LocalPort);
        return Uri.CheckHostName(host.Host) != UriHostNameType.Unknown
            && Uri.TryCreate($"{context.Request.Scheme}://{host}{target}", UriKind.Absolute, out var url) ? url
            : Uri.TryCreate(here.GetLeftPart(UriPartial.Authority) + target, UriKind.Absolute, out var local) ? local
            : here;
    }

    private static async Task<FakeRequest> ReadAsync(HttpRequest request, Uri url)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted).ConfigureAwait(false);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in request.Headers)
        {
            headers[name] = values.ToString();
        }

        return new FakeRequest(request.Method, url, headers, body.ToArray()) { IsLoopback = true };
    }

    /// <summary>
    /// The usual one takes the signals that end a process (Ctrl+C, SIGTERM) and waits for somebody who stops the host: the process that
    /// holds a fake would not end.
    /// </summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
