using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Valentina.ClaudeCode;
using Valentina.Connection;
using Valentina.Testing.ClaudeCode.Engine;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Testing;

/// <summary>
/// A fake of the Claude Code API: it answers prompts by a script, books what they cost, and knows keys, profiles, budgets and limits as the
/// real service does. Streams run over a WebSocket, within the process (synchronous ones too) and on a loopback port.
/// </summary>
/// <example>
/// <code>
/// var fake = new FakeClaudeCode();
/// fake.OnPrompt("moons").RepliesInPieces("Io, ", "Europa, ", "Ganymede");
/// using var claude = fake.CreateClient();
/// await foreach (var text in claude.StreamAsync("Name three moons of Jupiter.")) { Console.Write(text); }
/// </code>
/// </example>
public sealed class FakeClaudeCode : FakeService
{
    private const string StreamPath = "/v1/stream";
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private readonly object _streamGate = new();
    private readonly List<JsonObject> _streamMessages = [];
    private readonly FakeClaudeCodeOptions _options;
    private ClaudeServer _server;

    /// <summary>Creates a fake.</summary>
    /// <param name="options">How it is set up; strict, with one key of the enterprise profile, when left out.</param>
    public FakeClaudeCode(FakeClaudeCodeOptions? options = null)
        : base(ServiceNames.ClaudeCode, EmbeddedContracts.ClaudeCode.Value, options ??= new FakeClaudeCodeOptions())
    {
        _options = options;
        _server = new ClaudeServer(options, Clock);
    }

    /// <summary>Where the fake stands for clients within the process.</summary>
    public static Uri BaseAddress { get; } = new("http://fake.claude.test/");

    /// <summary>The key that is there at the start.</summary>
    public string ApiKey => _options.ApiKey;

    /// <summary>Every prompt the model was given, in order, however it came.</summary>
    public IReadOnlyList<FakePrompt> Prompts => _server.Model.Prompts;

    /// <summary>Every message that came over a stream, in order, without keys.</summary>
    public IReadOnlyList<JsonObject> StreamMessages
    {
        get
        {
            lock (_streamGate)
            {
                return [.. _streamMessages.Select(static message => (JsonObject)message.DeepClone())];
            }
        }
    }

    /// <summary>Whether the pool of workers is full: completions, batches and process are refused with 503, and tasks fail.</summary>
    public bool IsOverloaded
    {
        get => _server.IsOverloaded;
        set => _server.IsOverloaded = value;
    }

    /// <summary>
    /// Whether the breaker before the model is held open: process is refused with 503 and Retry-After, nothing else is. It opens by
    /// itself for 30 s once five runs of process failed in a row.
    /// </summary>
    public bool IsCircuitOpen
    {
        get => _server.Breaker.IsHeldOpen;
        set => _server.Breaker.IsHeldOpen = value;
    }

    /// <summary>Starts a reply to the prompts that contain a text, or to any. Without one the fake echoes the prompt.</summary>
    public FakeReply OnPrompt(string? containing = null) => _server.Model.On(containing);

    /// <summary>
    /// A client over this fake, within the process and on the fake's clock. Environment variables do not reach it, so that a test comes out
    /// the same on every machine.
    /// </summary>
    /// <param name="configure">Sets further options.</param>
    /// <param name="loggerFactory">Where the client logs to; null for nowhere.</param>
    public ClaudeCodeClient CreateClient(Action<ClaudeCodeOptions>? configure = null, ILoggerFactory? loggerFactory = null)
    {
        var options = new ClaudeCodeOptions
        {
            BaseUrl = BaseAddress.AbsoluteUri, ApiKey = ApiKey, Variables = EnvironmentReaders.None,
        };
        configure?.Invoke(options);
        return new ClaudeCodeClient(options, CreateHandler(), loggerFactory, Clock);
    }

    /// <inheritdoc/>
    public override Task<FakeServer> StartServerAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        (Clock as FakeClock)?.Start();
        return FakeServer.StartAsync(this, port, UpgradeAsync, cancellationToken);
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _server = new ClaudeServer(_options, Clock);
        lock (_streamGate)
        {
            _streamMessages.Clear();
        }
    }

    private protected override FakeResponse Execute(FakeExchange exchange)
        => IsStream(exchange.Request.Url.AbsolutePath) ? Upgrade(exchange.Request) : _server.Handle(exchange);

    private protected override FakeResponse Uncaught(FakeRequest request) => ClaudeProblem.Uncaught();

    private protected override FakeResponse Failure(FakeCall call, FakeProblem problem)
    {
        var members = problem.Members(call.Request);
        var fields = members["invalid_parameters"] as JsonArray;
        var detail = fields is null
            ? members["detail"]!.DeepClone()
            : new JsonArray([.. fields.Select(static field => new JsonObject
            {
                ["type"] = "value_error",
                ["loc"] = new JsonArray(["body", .. ((string)field!["field"]!).Split('.')]),
                ["msg"] = field["message"]!.DeepClone(),
                ["input"] = null,
            })]);
        var response = ClaudeProblem.Of(problem.Status, detail);
        response.Headers["X-Request-ID"] = problem.RequestId ?? _server.NewId();
        if (problem.Code is not null)
        {
            response.Headers["X-Error-Category"] = problem.Code;
        }

        if (problem.RetryAfter is { } wait)
        {
            response.Headers["Retry-After"] = ClaudeProblem.RetryAfter(wait);
        }

        foreach (var (name, value) in problem.Headers)
        {
            response.Headers[name] = value;
        }

        return response;
    }

    private protected override FakeResponse Finish(FakeCall call, FakeResponse response)
    {
        response.Headers["X-Request-ID"] = call.Request.Header("X-Request-ID") ?? _server.NewId();
        return response;
    }

    private protected override void CheckRequest(FakeExchange exchange)
    {
        if (!IsStream(exchange.Request.Url.AbsolutePath))
        {
            base.CheckRequest(exchange);
        }
    }

    private static bool IsStream(string path) => path == StreamPath;

#pragma warning disable CA5350 // RFC 6455 prescribes SHA-1 for the handshake.
    private static string Accept(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSuffix)));
#pragma warning restore CA5350

    /// <summary>The handshake within the process.</summary>
    private FakeResponse Upgrade(FakeRequest request)
    {
        if (request.IsLoopback && request.Header("Upgrade")?.Contains("websocket", StringComparison.OrdinalIgnoreCase) == true)
        {
            // The web server takes a good handshake before it comes this far.
            var refused = ClaudeProblem.Of(400, "The WebSocket handshake is not one of version 13.");
            refused.Headers["Sec-WebSocket-Version"] = "13";
            return refused;
        }

        if (request.IsLoopback || request.Header("Sec-WebSocket-Key") is not { } key)
        {
            return ClaudeProblem.Of(404, "Not Found");
        }

        var response = FakeResponse.Empty(101);
        response.Headers["Connection"] = "Upgrade";
        response.Headers["Upgrade"] = "websocket";
        response.Headers["Sec-WebSocket-Accept"] = Accept(key);
        response.Content = new SocketUpgradeContent(new InProcessSocket(Converse(), Clock));
        return response;
    }

    /// <summary>The handshake on the loopback port. The service refuses another path with 403, and looks at nothing else.</summary>
    private async Task<bool> UpgradeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            return false;
        }

        if (!IsStream(context.Request.Path))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return true;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync().ConfigureAwait(false);
        try
        {
            await new LoopbackSocket(socket, context, Converse(), Clock).RunAsync().ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client went away without a close frame, or sent what is no frame.
        }

        return true;
    }

    private StreamConversation Converse() => new(_server, message =>
    {
        var clean = (JsonObject)Redaction.Clean(message.DeepClone())!;
        lock (_streamGate)
        {
            _streamMessages.Add(clean);
        }
    });
}
