using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>The service's stand-in for another one: any provider, any model, one prompt.</summary>
internal sealed class Processing(ClaudeServer server)
{
    private const long DefaultTokens = 1000;
    private const long TokensOfNull = 4096;
    private const double LeastSeconds = 30;
    private const double TokensOfSecond = 10;

    public FakeResponse Execute(JsonObject body)
    {
        string? prompt;
        try
        {
            prompt = Conversation.OfProcess(body);
        }
        catch (InvalidOperationException)
        {
            return ClaudeProblem.Uncaught();
        }

        if (prompt is null)
        {
            return ClaudeProblem.Of(400, "No messages provided");
        }

        if (PythonText.IsTrue(body["additional_params"]?["stream"]))
        {
            return ClaudeProblem.Of(501, "Streaming via /v1/process not yet implemented. Use /v1/stream WebSocket instead.");
        }

        if (PythonText.IsTrue(body["async_processing"]))
        {
            return ClaudeProblem.Of(501, "Async processing not yet implemented");
        }

        // Null is a project of its own: without a budget, and one that nothing can be booked on.
        var project = body.ContainsKey("project_id") ? (string?)body["project_id"] : "default";
        if (project is not null && !server.Ledger.Allows(project, 2L * PythonText.Words(prompt)))
        {
            return ClaudeProblem.Of(403, $"Budget exceeded for project {project}");
        }

        var isDirect = server.Options.PassesTools && !PythonText.IsTrue(body["use_cli"]);
        var breaker = isDirect ? server.DirectBreaker : server.Breaker;
        return breaker.Refuse() ?? (server.IsOverloaded ? Completions.Full() : Run(body, prompt, project, isDirect, breaker));
    }

    private FakeResponse Run(JsonObject body, string prompt, string? project, bool isDirect, CircuitBreaker breaker)
    {
        var asked = (string)body["model_name"]!;
        var tokens = MaxTokens(body);
        var run = server.Run(new ModelCall(prompt, ModelChoice.Mapped(asked), project ?? "")
        {
            IsDirect = isDirect, MaxTokens = (long)Math.Clamp(tokens, long.MinValue, long.MaxValue),
        });
        var seconds = Math.Max(LeastSeconds, tokens / TokensOfSecond);
        var isLate = run.Time.TotalSeconds > seconds;
        breaker.Note(!isLate && run.Fault is null);
        if (isLate)
        {
            // The least time is a whole number there.
            return ClaudeProblem.TimedOut(seconds <= LeastSeconds ? "30" : PythonText.Float(seconds), TimeSpan.FromSeconds(seconds));
        }

        if (run.Fault is not null)
        {
            return ClaudeProblem.Of(run);
        }

        if (project is null)
        {
            var broken = ClaudeProblem.Uncaught();
            broken.Delay = run.Time;
            return broken;
        }

        server.Ledger.Book(project, run);
        var provider = (string)body["provider"]!;
        return Completions.Taking(run, new JsonObject
        {
            ["content"] = run.Text,
            ["content_blocks"] = isDirect ? Blocks(run) : null,
            ["model"] = asked,
            ["provider"] = provider,
            ["metadata"] = new JsonObject
            {
                ["actual_model"] = run.Model,
                ["usage"] = run.Usage(),
                ["cost_usd"] = PythonText.Number(run.Cost),
                ["processing_time"] = 0,
                ["finish_reason"] = "stop",
                ["mapped_from"] = $"{provider}:{asked} → claudecode:{run.Model}",
            },
        });
    }

    /// <summary>The most tokens of the answer. Null is not the same as leaving them out.</summary>
    private static double MaxTokens(JsonObject body)
        => !body.TryGetPropertyValue("max_tokens", out var tokens) ? DefaultTokens
            : tokens is null || (double)tokens == 0 ? TokensOfNull
            : (double)tokens;

    /// <summary>The provider's own blocks, where it asks for a tool.</summary>
    private static JsonArray? Blocks(ModelRun run)
    {
        if (run.Reply.ToolCalls.Count == 0)
        {
            return null;
        }

        var blocks = new JsonArray();
        if (run.Text.Length > 0)
        {
            blocks.Add(new JsonObject { ["type"] = "text", ["text"] = run.Text });
        }

        foreach (var call in run.Reply.ToolCalls)
        {
            blocks.Add(new JsonObject
            {
                ["type"] = "tool_use",
                ["id"] = call["id"]!.DeepClone(),
                ["name"] = call["function"]!["name"]!.DeepClone(),
                ["input"] = JsonNode.Parse((string)call["function"]!["arguments"]!),
            });
        }

        return blocks;
    }
}
