using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>Completions, batches and process.</summary>
internal sealed class Completions(ClaudeServer server)
{
    public FakeResponse Chat(JsonObject body, FakeClaudeKey key)
    {
        var prompt = Conversation(body["messages"] as JsonArray);
        var passesTools = server.Options.PassesTools && body["tools"] is JsonArray { Count: > 0 };
        if (!passesTools && !server.Ledger.Allows(key.ProjectId, prompt))
        {
            return ClaudeProblem.Of(429, $"Budget exceeded for project {key.ProjectId}");
        }

        if (server.IsOverloaded)
        {
            return Full();
        }

        var run = server.Model.Run(prompt, ModelOf(body), key.ProjectId, last: LastSaid(body["messages"] as JsonArray));
        if (Fail(run, Seconds(body)) is { } failure)
        {
            return failure;
        }

        server.Ledger.Book(key.ProjectId, run);
        var answer = passesTools
            ? ToolShape(run)
            : new JsonObject { ["id"] = server.NewId(), ["model"] = run.Model, ["content"] = run.Text, ["usage"] = run.Usage() };
        answer["cost"] = run.Cost;
        answer["project_id"] = key.ProjectId;
        return Taking(run, answer);
    }

    public FakeResponse Batch(JsonObject body, FakeClaudeKey key)
    {
        var prompts = (JsonArray)body["prompts"]!;
        if (prompts.Count == 0 && body["model"] is null)
        {
            return ClaudeProblem.Uncaught();
        }

        if (server.IsOverloaded)
        {
            return Full();
        }

        var results = new JsonArray();
        var runs = new List<ModelRun>();
        foreach (var prompt in prompts.OfType<JsonObject>())
        {
            var run = server.Model.Run((string)prompt["prompt"]!, ModelOf(body), key.ProjectId);
            var error = run.Fault is null ? run.Time.TotalSeconds > Seconds(body) ? TimedOut(body) : null : ClaudeProblem.Words(run);
            if (error is null)
            {
                runs.Add(run);
                server.Ledger.Book(key.ProjectId, run);
            }

            results.Add(new JsonObject
            {
                ["id"] = prompt["id"]?.DeepClone(),
                ["prompt"] = prompt["prompt"]!.DeepClone(),
                ["status"] = error is null ? "completed" : "failed",
                ["content"] = error is null ? run.Text : null,
                ["usage"] = error is null ? run.Usage() : null,
                ["cost"] = error is null ? run.Cost : null,
                ["error"] = error,
            });
        }

        var response = FakeResponse.Json(200, new JsonObject
        {
            ["total"] = prompts.Count,
            ["completed"] = runs.Count,
            ["failed"] = prompts.Count - runs.Count,
            ["results"] = results,
            ["total_cost"] = runs.Sum(static run => run.Cost),
            ["total_tokens"] = runs.Sum(static run => run.Tokens),
        });
        response.Delay = runs.Select(static run => run.Time).DefaultIfEmpty().Max();
        return response;
    }

    public FakeResponse Process(JsonObject body)
    {
        if (body["additional_params"]?["stream"] is JsonValue stream && stream.TryGetValue(out bool streams) && streams)
        {
            return ClaudeProblem.Of(501, "Streaming via /v1/process not yet implemented. Use /v1/stream WebSocket instead.");
        }

        if (body["async_processing"] is JsonValue later && later.TryGetValue(out bool isLater) && isLater)
        {
            return ClaudeProblem.Of(501, "Async processing not yet implemented.");
        }

        var prompt = ProcessPrompt(body);
        if (prompt.Length == 0)
        {
            return ClaudeProblem.Of(400, "No message provided");
        }

        var project = (string?)body["project_id"] ?? "default";
        if (!server.Ledger.Allows(project, prompt))
        {
            return ClaudeProblem.Of(403, $"Budget exceeded for project {project}");
        }

        if (server.IsOverloaded)
        {
            return Full();
        }

        var asked = (string)body["model_name"]!;
        var run = server.Model.Run(prompt, Mapped(asked), project);
        if (Fail(run, double.MaxValue) is { } failure)
        {
            return failure;
        }

        server.Ledger.Book(project, run);
        var provider = (string)body["provider"]!;
        return Taking(run, new JsonObject
        {
            ["content"] = run.Text,
            ["content_blocks"] = null,
            ["model"] = asked,
            ["provider"] = provider,
            ["metadata"] = new JsonObject
            {
                ["actual_model"] = run.Model,
                ["usage"] = run.Usage(),
                ["cost_usd"] = run.Cost,
                ["processing_time"] = 0,
                ["finish_reason"] = "stop",
                ["mapped_from"] = $"{provider}:{asked} → claudecode:{run.Model}",
            },
        });
    }

    /// <summary>The conversation as the service makes one text of it: other speakers than the user by name.</summary>
    public static string Conversation(JsonArray? messages)
        => string.Join("\n\n", (messages ?? []).OfType<JsonObject>().Select(static message =>
        {
            var text = Text(message["content"]);
            return (string?)message["role"] is { } role and not "user" ? $"{role}: {text}" : text;
        }));

    public static string LastSaid(JsonArray? messages) => Text((messages?.LastOrDefault() as JsonObject)?["content"]);

    public static FakeResponse Full() => ClaudeProblem.Of(503, FullWords);

    public const string FullWords = "Worker pool overloaded: 5 active workers, 50 queued tasks. Try again later.";

    private static string Text(JsonNode? content) => content switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonArray blocks => string.Concat(blocks.OfType<JsonObject>().Select(static block => (string?)block["text"])),
        _ => "",
    };

    private static string ProcessPrompt(JsonObject body)
    {
        var parts = new List<string>();
        if ((string?)body["system_message"] is { } system)
        {
            parts.Add($"System: {system}");
        }

        parts.AddRange((body["messages"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(static message => $"{CultureInfo.InvariantCulture.TextInfo.ToTitleCase((string?)message["role"] ?? "user")}: {Text(message["content"])}"));
        if ((string?)body["user_message"] is { } user)
        {
            parts.Add($"User: {user}");
        }
        else if (Text(body["content"]) is { Length: > 0 } content)
        {
            parts.Add($"User: {content}");
        }

        return string.Join("\n\n", parts);
    }

    private static string ModelOf(JsonObject body) => (string?)body["model"] ?? "sonnet";

    private static string Mapped(string name) => name switch
    {
        _ when name.Contains("haiku", StringComparison.OrdinalIgnoreCase) => "haiku",
        _ when name.Contains("opus", StringComparison.OrdinalIgnoreCase) || name.StartsWith("gpt-4", StringComparison.OrdinalIgnoreCase) =>
            "opus",
        _ => "sonnet",
    };

    private static double Seconds(JsonObject body) => (double?)body["timeout"] ?? 30;

    private static string TimedOut(JsonObject body) => FormattableString.Invariant($"Task timed out after {Seconds(body):0.0###} seconds");

    private static FakeResponse? Fail(ModelRun run, double seconds)
    {
        if (run.Time.TotalSeconds > seconds)
        {
            var late = ClaudeProblem.Of(504, FormattableString.Invariant($"Task timed out after {seconds:0.0###} seconds"));
            late.Delay = TimeSpan.FromSeconds(seconds);
            return late;
        }

        return run.Fault is null ? null : ClaudeProblem.Of(run);
    }

    private static FakeResponse Taking(ModelRun run, JsonObject answer)
    {
        var response = FakeResponse.Json(200, answer);
        response.Delay = run.Time;
        return response;
    }

    private static JsonObject ToolShape(ModelRun run)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = run.Text.Length == 0 ? null : run.Text };
        var calls = run.Reply.ToolCalls;
        if (calls.Count > 0)
        {
            message["tool_calls"] = new JsonArray([.. calls.Select(static call => call.DeepClone())]);
        }

        return new JsonObject
        {
            ["id"] = "sdk-direct",
            ["object"] = "chat.completion",
            ["model"] = run.Model,
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0, ["message"] = message, ["finish_reason"] = calls.Count > 0 ? "tool_calls" : "stop"
            }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = run.Input, ["completion_tokens"] = run.Output, ["total_tokens"] = run.Tokens },
        };
    }
}
