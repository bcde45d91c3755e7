using System.IO.Compression;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>The real server's way with a request: one gate after the other, then the handler, then the answer's dress.</summary>
internal sealed class ValentinaServer
{
    private const int LargestBody = 10_000_000;
    private const int CompressedFrom = 500;

    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly HandlerRegistry _registry;
    private readonly RateLimiter _limiter;
    private readonly IdempotencyStore _idempotency;
    private readonly AuditTrail _audit;

    public ValentinaServer(ContractDocument contract, FakeValentinaOptions options, TimeProvider clock)
    {
        _clock = clock;
        _registry = new HandlerRegistry(contract, new World(options.Seed, clock), options);
        _limiter = new RateLimiter([.. options.RateLimits], clock);
        _idempotency = new IdempotencyStore(clock);
        _audit = new AuditTrail(_registry);
        Endpoints.Map(_registry);
    }

    public HandlerRegistry HandlerRegistry => _registry;

    public object Gate => _gate;

    public FakeResponse Handle(FakeExchange exchange)
    {
        lock (_gate)
        {
            return exchange.Operation is null ? Unrouted(exchange) : Routed(exchange);
        }
    }

    /// <summary>Gives an answer the headers and the compression the server gives it.</summary>
    public FakeResponse ApplyResponseHeaders(FakeResponse response, FakeExchange exchange, string requestId)
    {
        response.Headers["X-Request-Id"] = requestId;
        response.Headers["Cache-Control"] = CacheRules.For(exchange.Operation!);
        return Compress(response, exchange.Request);
    }

    public FakeResponse Problem(ProblemException problem, FakeRequest request, string? requestId)
        => FakeResponse.Json(
            problem.Status, problem.Body(request, requestId), problem.IsUncaught ? "application/json" : "application/problem+json");

    public string NewRequestId()
    {
        lock (_gate)
        {
            return _registry.World.Timestamps.NewRequestId();
        }
    }

    private static FakeResponse Compress(FakeResponse response, FakeRequest request)
    {
        if (response.Body.Length < CompressedFrom
            || response.Headers.ContainsKey("Content-Encoding")
            || request.Header("Accept-Encoding")?.Contains("gzip", StringComparison.OrdinalIgnoreCase) != true)
        {
            return response;
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(response.Body.Span);
        }

        response.Body = packed.ToArray();
        response.Headers["Content-Encoding"] = "gzip";
        response.Headers["Vary"] = "Accept-Encoding";
        return response;
    }

    private FakeResponse Unrouted(FakeExchange exchange)
    {
        if (exchange.Request.Method == "OPTIONS" && exchange.Match.PathExists)
        {
            var allowed = FakeResponse.Empty(204);
            allowed.Headers["Cache-Control"] = "no-cache";
            allowed.Headers["X-Request-Id"] = _registry.World.Timestamps.NewRequestId();
            allowed.Headers["Allow"] = string.Join(", ", exchange.Match.AllowedMethods.Append("OPTIONS").Order(StringComparer.Ordinal));
            return allowed;
        }

        var problem = exchange.Match.PathExists
            ? ProblemException.Other(405, "Method Not Allowed")
            : ProblemException.Other(404, "Not Found");
        var response = Problem(problem, exchange.Request, null);
        if (exchange.Request.Method == "HEAD")
        {
            response.Body = default;
        }

        return response;
    }

    private FakeResponse Routed(FakeExchange exchange)
    {
        var requestId = _registry.World.Timestamps.NewRequestId();
        var request = exchange.Request;
        var key = request.Header("X-API-KEY");
        if (DeveloperKeys.Find(_registry.World, key, _clock.GetUtcNow()) is not { } developer)
        {
            return Problem(
                ProblemException.Other(401, string.IsNullOrEmpty(key) ? "API key not provided" : "Unauthorized API key"),
                request,
                requestId);
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var isExempt = request.Header("X-Testing-Ignore-Rate-Limit") == "true";
        if (_limiter.Take(
            isExempt ? $"exempt {requestId}" : key!, exchange.Operation!.Id, exchange.Operation.IsUpload, headers) is { } wait)
        {
            return Limited(request, requestId, wait, headers);
        }

        var (conflict, replay) = _idempotency.Find(request, key!);
        if (conflict is not null)
        {
            return Problem(conflict, request, requestId);
        }

        if (replay is not null)
        {
            replay.Headers["X-Request-Id"] = requestId;
            return replay;
        }

        var response = ApplyResponseHeaders(Served(exchange, developer, requestId), exchange, requestId);
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        _idempotency.Keep(request, key!, response);
        return response;
    }

    private FakeResponse Limited(FakeRequest request, string requestId, TimeSpan wait, Dictionary<string, string> headers)
    {
        var body = ProblemException.Other(429, "You are being rate limited.").Body(request, requestId);
        body["retry_after"] = Math.Round(wait.TotalSeconds, 2);
        var response = FakeResponse.Json(429, body, "application/problem+json");
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        return response;
    }

    private FakeResponse Served(FakeExchange exchange, Entity developer, string requestId)
    {
        try
        {
            if (exchange.Request.Body.Length > LargestBody)
            {
                throw ProblemException.Other(413, "Request Entity Too Large");
            }

            var call = new EndpointContext(exchange, _registry.World, developer, requestId);
            CompanyCheck.Pass(exchange, _registry.World, developer);
            call.ActingUser = ActingUserCheck.Pass(exchange, _registry.World);
            FormCheck.Parameters(exchange);
            PathCheck.Pass(call);
            Permissions.Pass(call);
            call.File = exchange.Operation!.IsUpload
                ? Multipart.Read(exchange.Request) ?? throw ProblemException.Plain("Invalid multipart/form-data")
                : null;
            call.Body = FormCheck.Body(exchange);
            if (!_registry.ChecksLimits(exchange.Operation.Id))
            {
                FormCheck.Limits(call);
            }

            FormCheck.Nul(call);
            return Answer(exchange, call);
        }
        catch (ProblemException ex)
        {
            return Problem(ex, exchange.Request, requestId);
        }
    }

    private FakeResponse Answer(FakeExchange exchange, EndpointContext call)
    {
        var operation = exchange.Operation!;
        var body = _registry.Handler(operation.Id)(call);
        _audit.Note(call);
        if (call.Raw is { } raw)
        {
            return raw;
        }

        if (operation.SuccessBody?.Schema is not { } schema)
        {
            var empty = FakeResponse.Empty(operation.SuccessStatus);
            if (operation.SuccessStatus != 204)
            {
                // Said of nothing at all.
                empty.Headers["Content-Type"] = "application/json";
            }

            return empty;
        }

        var violations = SchemaValidator.Validate(schema, body, Strictness.Closed);
        if (violations.Count > 0)
        {
            throw new FakeContractException(
                $"The fake's own answer to {operation} does not comply with the contract:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", violations)}",
                violations);
        }

        return FakeResponse.Json(operation.SuccessStatus, body);
    }
}
