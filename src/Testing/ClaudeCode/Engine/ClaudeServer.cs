using System.Text;
using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;
using Valentina.Testing.Contract;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>
/// The real service's way with a request: readable JSON, a known key, its limit per minute, a valid body, then the handler.
/// </summary>
internal sealed class ClaudeServer
{
    private readonly FakeClaudeCodeOptions _options;
    private readonly TimeProvider _clock;
    private readonly Random _random;
    private readonly DateTimeOffset _startedAt;
    private readonly Completions _completions;
    private readonly Processing _processing;
    private readonly AgenticTasks _tasks;
    private readonly object _gate = new();

    public ClaudeServer(FakeClaudeCodeOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _random = new Random(options.Seed);
        _startedAt = clock.GetUtcNow();
        Keys = [new FakeClaudeKey(options.ApiKey), .. options.Keys];
        Ledger = new Ledger(clock, options.TokenBudgets);
        Breaker = new CircuitBreaker("cli", clock);
        DirectBreaker = new CircuitBreaker("sdk", clock);
        Errors = new ErrorRates(clock);
        _completions = new Completions(this);
        _processing = new Processing(this);
        _tasks = new AgenticTasks(this);
    }

    public FakeClaudeCodeOptions Options => _options;

    public TimeProvider Clock => _clock;

    public IReadOnlyList<FakeClaudeKey> Keys { get; }

    public FakeModel Model { get; } = new();

    public Ledger Ledger { get; }

    public AgenticTasks Tasks => _tasks;

    /// <summary>The breaker before the command-line tool.</summary>
    public CircuitBreaker Breaker { get; }

    /// <summary>The breaker before the provider itself.</summary>
    public CircuitBreaker DirectBreaker { get; }

    public ErrorRates Errors { get; }

    /// <summary>Whether the pool of workers is full.</summary>
    public bool IsOverloaded { get; set; }

    public FakeResponse Handle(FakeExchange exchange)
    {
        var response = Answer(exchange);
        if (response.Status != 500 || response.Headers["Content-Type"] != "text/plain; charset=utf-8")
        {
            response.Headers["X-Request-ID"] = exchange.Request.Header("X-Request-ID") ?? NewId();
        }

        return response;
    }

    public string NewId()
    {
        lock (_gate)
        {
            Span<byte> bytes = stackalloc byte[16];
            _random.NextBytes(bytes);
            return new Guid(bytes).ToString();
        }
    }

    /// <summary>Runs the model, and notes when that failed.</summary>
    public ModelRun Run(ModelCall call)
    {
        var run = Model.Run(call);
        if (run.Fault is not null && ModelFaults.Of(run).Category is { } category)
        {
            Errors.Note(run.IsDirect ? "sdk" : "cli", category);
        }

        return run;
    }

    public FakeClaudeKey? FindKey(string? apiKey) => Keys.FirstOrDefault(key => key.ApiKey == apiKey);

    private static bool NeedsNoKey(string path)
        => path is "/" or "/health" or "/ready" || path.StartsWith("/v1/providers", StringComparison.Ordinal);

    /// <summary>Whether a body of this type is read as JSON; one without a type is.</summary>
    private static bool IsJson(string? contentType)
    {
        var type = (contentType ?? "application/json").Split(';')[0].Trim().ToLowerInvariant();
        return type == "application/json"
            || (type.StartsWith("application/", StringComparison.Ordinal) && type.EndsWith("+json", StringComparison.Ordinal));
    }

    private FakeResponse Answer(FakeExchange exchange)
    {
        if (Misrouted(exchange) is { } elsewhere)
        {
            return elsewhere;
        }

        var operation = exchange.Operation!;
        var isJson = IsJson(exchange.Request.Header("Content-Type"));
        if (isJson && Unreadable(exchange) is { } unreadable)
        {
            return unreadable;
        }

        FakeClaudeKey? key = null;
        if (!NeedsNoKey(operation.Path) && Refused(exchange.Request.Header("Authorization"), out key) is { } refusal)
        {
            return refusal;
        }

        if (RequestModels.Published.Value.Body(operation.Path) is not { } model)
        {
            return Route(operation, exchange, [], key);
        }

        var sent = isJson || exchange.Request.Body.IsEmpty
            ? exchange.Body
            : JsonValue.Create(Encoding.UTF8.GetString(exchange.Request.Body.Span));
        if (sent is null)
        {
            return ClaudeProblem.NoBody();
        }

        var faults = new List<FieldFault>();
        var body = model.Read(sent, ["body"], faults);
        return faults.Count > 0 ? ClaudeProblem.Invalid(faults) : Route(operation, exchange, (JsonObject)body!, key);
    }

    /// <summary>The answer to what is no route: another method, a slash too many, or nothing there.</summary>
    private static FakeResponse? Misrouted(FakeExchange exchange)
    {
        var path = exchange.Request.Url.AbsolutePath;
        var trimmed = path.TrimEnd('/');
        if (exchange.Match.PathExists && (path == "/" || (trimmed.Length == path.Length && !path.Contains("//", StringComparison.Ordinal))))
        {
            if (exchange.Operation is not null)
            {
                return null;
            }

            var refused = ClaudeProblem.Of(405, "Method Not Allowed");
            refused.Headers["Allow"] = string.Join(", ", exchange.Match.AllowedMethods);
            return refused;
        }

        if (!exchange.Match.PathExists || trimmed.Length is 0 || trimmed.Contains("//", StringComparison.Ordinal))
        {
            return ClaudeProblem.Of(404, "Not Found");
        }

        var redirect = FakeResponse.Empty(307);
        redirect.Headers["Location"] = exchange.Request.Url.GetLeftPart(UriPartial.Authority) + trimmed + exchange.Request.Url.Query;
        return redirect;
    }

    /// <summary>A body that calls itself JSON is read before the key is looked at.</summary>
    private static FakeResponse? Unreadable(FakeExchange exchange)
    {
        if (exchange.IsUnreadable)
        {
            return ClaudeProblem.Of(400, "There was an error parsing the body");
        }

        if (exchange.BodyError is null)
        {
            return null;
        }

        return PythonJson.Fault(Encoding.UTF8.GetString(exchange.Request.Body.Span)) is { } fault
            ? ClaudeProblem.NoJson(fault.Message, fault.Position)
            : ClaudeProblem.Of(400, "There was an error parsing the body");
    }

    /// <summary>Looks for the key; the answer when there is none, or none that may call now.</summary>
    private FakeResponse? Refused(string? header, out FakeClaudeKey? key)
    {
        key = null;
        var blank = header?.IndexOf(' ', StringComparison.Ordinal) ?? -1;
        var isBearer = blank > 0 && header!.AsSpan(0, blank).Equals("Bearer", StringComparison.OrdinalIgnoreCase);
        if (blank <= 0 || header!.Length == blank + 1 || !isBearer)
        {
            if (_options.MissingKeyAnswer == FakeMissingKeyAnswer.Unauthorized)
            {
                var unauthenticated = ClaudeProblem.Of(401, "Not authenticated");
                unauthenticated.Headers["WWW-Authenticate"] = "Bearer";
                return unauthenticated;
            }

            return ClaudeProblem.Of(
                403, blank <= 0 || header!.Length == blank + 1 ? "Not authenticated" : "Invalid authentication credentials");
        }

        key = FindKey(header[(blank + 1)..]);
        return key is null or { IsRevoked: true } ? ClaudeProblem.Of(401, "Invalid or revoked API key")
            : !Ledger.TryCall(key) ? ClaudeProblem.Of(429, "Rate limit exceeded. Please try again later.")
            : null;
    }

    private FakeResponse Route(ContractOperation operation, FakeExchange exchange, JsonObject body, FakeClaudeKey? key)
        => operation.Path switch
        {
            "/" => Offerings.Info(),
            "/health" => Offerings.Health(this, _clock.GetUtcNow() - _startedAt),
            "/ready" => FakeResponse.Json(200, new JsonObject { ["ready"] = true, ["reason"] = null }),
            "/v1/providers" => Offerings.Providers(),
            "/v1/providers/{provider}/models" => Offerings.Models(exchange.Match.Values["provider"]),
            "/v1/capabilities" => Offerings.Capabilities(_options),
            "/v1/usage" => Usage(exchange, key!),
            "/v1/route" => Recommend(body, key!),
            "/v1/chat/completions" => _completions.Chat(body, key!),
            "/v1/batch" => _completions.Batch(body, key!),
            "/v1/process" => _processing.Execute(body),
            "/v1/task" => _tasks.Execute(body, key!),
            _ => throw new InvalidOperationException($"The fake has no answer for {operation}."),
        };

    private FakeResponse Usage(FakeExchange exchange, FakeClaudeKey key)
    {
        var period = exchange.Query.TryGetValue("period", out var values) ? values[^1] : "month";
        return period is "month" or "week" or "day"
            ? FakeResponse.Json(200, Ledger.Usage(key.ProjectId, period))
            : ClaudeProblem.Of(400, $"Invalid period: {period}. Use 'month', 'week', or 'day'");
    }

    private FakeResponse Recommend(JsonObject body, FakeClaudeKey key)
    {
        var prompt = (string)body["prompt"]!;
        var contextSize = (double?)body["context_size"] ?? 0;
        var remaining = Ledger.Remaining(key.ProjectId);
        return FakeResponse.Json(200, new JsonObject
        {
            ["recommended_model"] = ModelChoice.For(prompt, contextSize, remaining),
            ["reasoning"] = ModelChoice.Reasons(prompt, contextSize, remaining),
            ["budget_status"] = Ledger.Status(key.ProjectId),
        });
    }
}
