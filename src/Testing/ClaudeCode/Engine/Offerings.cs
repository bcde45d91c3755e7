using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>What the service says of itself.</summary>
internal static class Offerings
{
    private static readonly string[] Models3 = ["haiku", "sonnet", "opus"];
    private static readonly string[] Providers3 = ["anthropic", "claudecode", "claude"];

    public static FakeResponse Info() => FakeResponse.Json(200, new JsonObject
    {
        ["name"] = "Claude Code API Service",
        ["version"] = "0.1.0",
        ["docs"] = "/docs",
        ["health"] = "/health",
        ["ready"] = "/ready",
        ["endpoints"] = new JsonObject
        {
            ["chat"] = "/v1/chat/completions",
            ["batch"] = "/v1/batch",
            ["usage"] = "/v1/usage",
            ["route"] = "/v1/route",
            ["stream"] = "ws://localhost:8006/v1/stream",
        },
    });

    public static FakeResponse Health(ClaudeServer server, TimeSpan uptime)
    {
        var isOverloaded = server.IsOverloaded;
        var cli = server.Breaker.Health();
        var sdk = server.DirectBreaker.Health();
        var state = isOverloaded ? "overloaded" : "ok";
        return FakeResponse.Json(200, new JsonObject
        {
            ["status"] = isOverloaded || IsDegraded(cli) || IsDegraded(sdk) ? "degraded" : "ok",
            ["version"] = "0.1.0",
            ["uptime_seconds"] = PythonText.Number(Math.Round(uptime.TotalSeconds, 1)),
            ["services"] = new JsonObject
            {
                ["worker_pool"] = new JsonObject
                {
                    ["status"] = state,
                    ["detail"] = new JsonObject
                    {
                        ["status"] = state, ["active_workers"] = isOverloaded ? 5 : 0, ["max_workers"] = 5,
                        ["queued_tasks"] = isOverloaded ? 50 : 0, ["max_queue"] = 50
                    },
                },
                ["redis"] = Ok(),
                ["audit_db"] = Ok(),
                ["budget_manager"] = Ok(),
                ["auth_manager"] = Ok(),
                ["error_rates"] = server.Errors.Health(),
                ["sdk_circuit_breaker"] = sdk,
                ["cli_circuit_breaker"] = cli,
            },
        });
    }

    public static FakeResponse Providers() => FakeResponse.Json(200, new JsonArray(
        new JsonObject { ["name"] = "claudecode", ["available"] = true, ["models"] = Names(Models3) },
        new JsonObject
        {
            ["name"] = "anthropic", ["available"] = true,
            ["models"] = Names([.. Models3, "claude-3-haiku", "claude-3-sonnet", "claude-3-opus"])
        }));

    public static FakeResponse Models(string provider)
    {
        if (!Providers3.Contains(provider, StringComparer.OrdinalIgnoreCase))
        {
            return ClaudeProblem.Of(404, $"Provider {provider} not supported. Only 'anthropic' and 'claudecode' available.");
        }

        var models = new JsonObject();
        foreach (var model in Models3)
        {
            models[model] = new JsonObject
            {
                ["max_tokens"] = model == "sonnet" ? 8192 : 4096,
                ["context_window"] = 200_000,
                ["supports_functions"] = false,
                ["supports_vision"] = true,
            };
        }

        return FakeResponse.Json(200, new JsonObject { ["provider"] = provider, ["models"] = models });
    }

    public static FakeResponse Capabilities(FakeClaudeCodeOptions options) => FakeResponse.Json(200, new JsonObject
    {
        ["agents"] = new JsonArray([.. options.Agents.Order(StringComparer.Ordinal).Select(static name => new JsonObject
        {
            ["name"] = name, ["description"] = $"The agent {name}.", ["tools"] = Names(["Read", "Grep"]), ["model"] = "sonnet",
        })]),
        ["skills"] = new JsonArray([.. options.Skills.Order(StringComparer.Ordinal).Select(static name => new JsonObject
        {
            ["name"] = name, ["description"] = $"The skill {name}.", ["command"] = $"/{name}",
        })]),
        ["agents_count"] = options.Agents.Count,
        ["skills_count"] = options.Skills.Count,
    });

    private static bool IsDegraded(JsonObject health) => (string)health["status"]! != "ok";

    private static JsonObject Ok() => new() { ["status"] = "ok", ["detail"] = null };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(static name => JsonValue.Create(name))]);
}
