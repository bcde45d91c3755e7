using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>Completions and batches.</summary>
internal sealed class Completions(ClaudeServer server)
{
    private const double DefaultSeconds = 30;

    public const string FullWords = "Worker pool overloaded: 5 active workers, 50 queued tasks. Try again later.";

    public static FakeResponse Full() => ClaudeProblem.Of(503, FullWords);

    public FakeResponse Chat(JsonObject body, FakeClaudeKey key)
    {
        var messages = body["messages"] as JsonArray;
        var full = Conversation.Full(messages);
        var words = PythonText.Words(full);
        var model = (string?)body["model"] ?? Chosen(full, body["max_tokens"] is { } size && (double)size != 0 ? (double)size : words, key);
        var isDirect = server.Options.PassesTools && body["tools"] is JsonArray { Count: > 0 };
        if (!isDirect && !server.Ledger.Allows(key.ProjectId, 2L * words))
        {
            return ClaudeProblem.Of(429, $"Budget exceeded for project {key.ProjectId}");
        }

        if (server.IsOverloaded)
        {
            return Full();
        }

        var run = server.Run(new ModelCall(Conversation.Text(messages), model, key.ProjectId)
        {
            Last = Conversation.LastSaid(messages), AnsweredCalls = Conversation.AnsweredCalls(messages), IsDirect = isDirect,
        });
        if (run.Time.TotalSeconds > Seconds(body))
        {
            return ClaudeProblem.TimedOut(PythonText.Float(Seconds(body)), TimeSpan.FromSeconds(Seconds(body)));
        }

        if (run.Fault is not null)
        {
            return ClaudeProblem.Of(run);
        }

        server.Ledger.Book(key.ProjectId, run);
        var answer = isDirect
            ? ToolShape(run)
            : new JsonObject { ["id"] = server.NewId(), ["model"] = run.Model, ["content"] = run.Text, ["usage"] = run.Usage() };
        answer["cost"] = PythonText.Number(run.Cost);
        answer["project_id"] = key.ProjectId;
        return Taking(run, answer);
    }

    public FakeResponse Batch(JsonObject body, FakeClaudeKey key)
    {
        var prompts = ((JsonArray)body["prompts"]!).OfType<JsonObject>().ToList();
        if (prompts.Count == 0 && body["model"] is null)
        {
            return ClaudeProblem.Uncaught();
        }

        if (server.IsOverloaded && prompts.Count > 0)
        {
            return Full();
        }

        var model = (string?)body["model"] ?? Chosen((string)prompts[0]["prompt"]!, PythonText.Words((string)prompts[0]["prompt"]!), key);
        var results = new JsonArray();
        var runs = new List<ModelRun>();
        foreach (var prompt in prompts)
        {
            var run = server.Run(new ModelCall((string)prompt["prompt"]!, model, key.ProjectId));
            var error = run.Time.TotalSeconds > Seconds(body) ? ClaudeProblem.TimedOutWords(PythonText.Float(Seconds(body)))
                : run.Fault is not null ? ModelFaults.Of(run).Words
                : null;
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
                ["cost"] = error is null ? PythonText.Number(run.Cost) : null,
                ["error"] = error,
            });
        }

        var response = FakeResponse.Json(200, new JsonObject
        {
            ["total"] = prompts.Count,
            ["completed"] = runs.Count,
            ["failed"] = prompts.Count - runs.Count,
            ["results"] = results,
            ["total_cost"] = PythonText.Number(runs.Sum(static run => run.Cost)),
            ["total_tokens"] = runs.Sum(static run => run.Tokens),
        });
        response.Delay = runs.Select(static run => run.Time).DefaultIfEmpty().Max();
        return response;
    }

    public static FakeResponse Taking(ModelRun run, JsonObject answer)
    {
        var response = FakeResponse.Json(200, answer);
        response.Delay = run.Time;
        return response;
    }

    private static double Seconds(JsonObject body) => (double?)body["timeout"] ?? DefaultSeconds;

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

    private string Chosen(string prompt, double contextSize, FakeClaudeKey key)
        => ModelChoice.For(prompt, contextSize, server.Ledger.Remaining(key.ProjectId));
}
