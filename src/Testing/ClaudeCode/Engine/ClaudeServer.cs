using System.Text;
using System.Text.Json.Nodes;
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
        _completions = new Completions(this);
        _tasks = new AgenticTasks(this);
    }

    public FakeClaudeCodeOptions Options => _options;

    public TimeProvider Clock => _clock;

    public IReadOnlyList<FakeClaudeKey> Keys { get; }

    public FakeModel Model { get; } = new();

    public Ledger Ledger { get; }

    public AgenticTasks Tasks => _tasks;

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
        if (exchange.Operation is not { } operation)
        {
            return exchange.Match.PathExists ? ClaudeProblem.Of(405, "Method Not Allowed") : ClaudeProblem.Of(404, "Not Found");
        }

        var isJson = IsJson(exchange.Request.Header("Content-Type"));
        if (isJson && exchange.IsUnreadable)
        {
            return ClaudeProblem.Of(400, "There was an error parsing the body");
        }

        if (isJson && exchange.BodyFault is not null)
        {
            return ClaudeProblem.Invalid(RequestCheck.Body(exchange, Strictness.Lax));
        }

        FakeClaudeKey? key = null;
        if (!NeedsNoKey(operation.Path))
        {
            var header = exchange.Request.Header("Authorization");
            if (header is null || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || header.Length == 7)
            {
                var unauthenticated = ClaudeProblem.Of(401, "Not authenticated");
                unauthenticated.Headers["WWW-Authenticate"] = "Bearer";
                return unauthenticated;
            }

            key = FindKey(header[7..]);
            if (key is null or { IsRevoked: true })
            {
                return ClaudeProblem.Of(401, "Invalid or revoked API key");
            }

            if (!Ledger.TryCall(key))
            {
                return ClaudeProblem.Of(429, "Rate limit exceeded. Please try again later.");
            }
        }

        if (!isJson && operation.RequestBody is { IsJson: true } && !exchange.Request.Body.IsEmpty)
        {
            return ClaudeProblem.NoObject(Encoding.UTF8.GetString(exchange.Request.Body.Span));
        }

        var isPeriod = operation.Path == "/v1/usage";
        var violations = isPeriod ? [] : RequestCheck.Violations(exchange, Strictness.Lax);
        return violations.Count > 0 ? ClaudeProblem.Invalid(violations) : Route(operation, exchange, key);
    }

    private FakeResponse Route(ContractOperation operation, FakeExchange exchange, FakeClaudeKey? key)
    {
        var schema = operation.RequestBody?.Schema;
        var body = (schema is null ? null : LaxValues.Read(schema, exchange.Body)) as JsonObject ?? [];
        return operation.Path switch
        {
            "/" => Offerings.Info(),
            "/health" => Offerings.Health(_clock.GetUtcNow() - _startedAt, IsOverloaded),
            "/ready" => FakeResponse.Json(200, new JsonObject { ["ready"] = true, ["reason"] = null }),
            "/v1/providers" => Offerings.Providers(),
            "/v1/providers/{provider}/models" => Offerings.Models(exchange.Match.Values["provider"]),
            "/v1/capabilities" => Offerings.Capabilities(_options),
            "/v1/usage" => Usage(exchange, key!),
            "/v1/route" => Recommend(body, key!),
            "/v1/chat/completions" => _completions.Chat(body, key!),
            "/v1/batch" => _completions.Batch(body, key!),
            "/v1/process" => _completions.Process(body),
            "/v1/task" => _tasks.Execute(body, key!),
            _ => throw new InvalidOperationException($"The fake has no answer for {operation}."),
        };
    }

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
        var (model, reason) = Ledger.Allows(key.ProjectId, prompt + new string(' ', 400))
            ? prompt.Length > 2000 || Words.Any(word => prompt.Contains(word, StringComparison.OrdinalIgnoreCase))
                ? ("sonnet", "The prompt asks for reasoning, and the budget allows it")
                : ("haiku", "The prompt is simple")
            : ("haiku", "Budget constraint: little is left");
        return FakeResponse.Json(200, new JsonObject
        {
            ["recommended_model"] = model,
            ["reasoning"] = reason,
            ["budget_status"] = Ledger.Status(key.ProjectId),
        });
    }

    private static readonly string[] Words = ["analyze", "analyse", "architecture", "design", "refactor", "compare", "prove"];
}
