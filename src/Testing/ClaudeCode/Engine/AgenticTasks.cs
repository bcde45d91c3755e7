using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>Agentic tasks: what comes of them, and what is booked.</summary>
internal sealed class AgenticTasks(ClaudeServer server)
{
    /// <summary>What the service stumbles over when a run brought nothing.</summary>
    private const string NothingCame = "object of type 'NoneType' has no len()";

    private const int LongestPartOfOutput = 500;
    private const double LongestTask = 600;
    private const double DearestTask = 10;

    public FakeResponse Execute(JsonObject body, FakeClaudeKey key)
    {
        if (TaskPermissions.Denied(body, key.Profile) is { } denial)
        {
            return ClaudeProblem.Of(403, $"Permission denied: {denial}");
        }

        var (result, error, time) = Run(body, isStream: false);
        var response = error is null ? FakeResponse.Json(200, result) : ClaudeProblem.Of(500, $"Task execution failed: {error}");
        response.Delay = time;
        return response;
    }

    /// <summary>Runs a task that is allowed: its result, or why it broke off, and how long that took.</summary>
    public (JsonObject Result, string? Error, TimeSpan Time) Run(JsonObject task, bool isStream)
    {
        var description = (string)task["description"]!;
        var timeout = (double?)task["timeout"] ?? TaskPermissions.DefaultTimeout;
        var maxCost = (double?)task["max_cost"] ?? TaskPermissions.DefaultCost;
        if (Objection(task, description, timeout, maxCost) is { } objection)
        {
            return ([], objection, TimeSpan.Zero);
        }

        var project = (string?)task["project_id"] ?? "default";
        var model = (string?)task["model"] is { Length: > 0 } named ? named : Chosen(task, description);
        var estimate = Estimate(task, description);
        if (!server.Ledger.Allows(project, estimate))
        {
            var refused = Outcome("failed", new JsonObject { ["error"] = "Insufficient budget" });
            refused["usage"] = new JsonObject { ["estimated_tokens"] = estimate };
            return (refused, null, TimeSpan.Zero);
        }

        if (server.IsOverloaded)
        {
            return (Outcome("failed", new JsonObject { ["error"] = Completions.FullWords }), null, TimeSpan.Zero);
        }

        var run = server.Run(new ModelCall(description, model, project) { IsStream = isStream });
        var limit = TimeSpan.FromSeconds(timeout);
        if (run.Fault is not null || run.Time > limit)
        {
            // A run that brought nothing is booked as one of no tokens, before the service stumbles.
            server.Ledger.Book(project, model, tokens: 0, cost: 0);
            return ([], NothingCame, run.Time > limit ? limit : run.Time);
        }

        if (run.Cost > maxCost)
        {
            return (TooDear(run, maxCost), null, run.Time);
        }

        server.Ledger.Book(project, run);
        return (Completed(run), null, run.Time);
    }

    /// <summary>
    /// Tasks with agents or skills take the middle model; of others the length of the description decides, and its words.
    /// </summary>
    private static string Chosen(JsonObject task, string description)
        => Has(task, "allow_agents") || Has(task, "allow_skills")
            ? "sonnet"
            : ModelChoice.For(description, description.Length, remaining: 1_000_000);

    private static bool Has(JsonObject task, string member) => task[member] is JsonArray { Count: > 0 };

    /// <summary>What the service reckons that a task will use, in tokens.</summary>
    private static long Estimate(JsonObject task, string description)
    {
        var once = (PythonText.Words(description) * 1.5)
            + (Has(task, "allow_tools") ? 500 : 0)
            + (Has(task, "allow_agents") ? 2000 : 0)
            + (Has(task, "allow_skills") ? 1000 : 0);
        return (long)(once * 3);
    }

    private string? Objection(JsonObject task, string description, double timeout, double maxCost)
    {
        if (timeout > LongestTask)
        {
            return "Timeout cannot exceed 600 seconds";
        }

        if (maxCost > DearestTask)
        {
            return "Max cost cannot exceed $10.00";
        }

        if (description.Length == 0)
        {
            return "Description is required";
        }

        return Unknown(task, "agents", server.Options.Agents) ?? Unknown(task, "skills", server.Options.Skills);
    }

    private static string? Unknown(JsonObject task, string what, IEnumerable<string> known)
    {
        var unknown = TaskPermissions.Names(task, $"allow_{what}").Except(known).ToList();
        return unknown.Count > 0 ? $"Unknown {what} requested: {string.Join(", ", unknown)}" : null;
    }

    private JsonObject Outcome(string status, JsonObject result) => new()
    {
        ["task_id"] = server.NewId(),
        ["status"] = status,
        ["result"] = result,
        ["execution_log"] = new JsonArray(),
        ["artifacts"] = new JsonArray(),
        ["usage"] = new JsonObject(),
    };

    /// <summary>A run that cost more than it may: told with its output, and not booked.</summary>
    private JsonObject TooDear(ModelRun run, double maxCost)
    {
        var outcome = Outcome("cost_exceeded", new JsonObject
        {
            ["error"] = FormattableString.Invariant($"Cost ${run.Cost:0.0000} exceeded limit ${maxCost:0.0000}"),
            ["output"] = First(run.Text, LongestPartOfOutput),
        });
        outcome["usage"] = new JsonObject
        {
            ["input_tokens"] = run.Input,
            ["output_tokens"] = run.Output,
            ["total_cost"] = PythonText.Number(run.Cost),
            ["model_used"] = run.Model,
        };
        return outcome;
    }

    private JsonObject Completed(ModelRun run)
    {
        var outcome = Outcome("completed", []);
        var now = server.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        var workspace = $"/workspace/{outcome["task_id"]}";
        outcome["result"] = new JsonObject
        {
            ["summary"] = run.Text.Split('\n', 2)[0], ["full_output"] = run.Text, ["workspace_directory"] = workspace,
        };
        var steps = run.Reply.Steps.Append(("task_completed", new JsonObject { ["output_length"] = run.Text.Length }));
        outcome["execution_log"] = new JsonArray([.. steps.Select((step, index) => new JsonObject
        {
            ["step"] = index + 1, ["timestamp"] = now, ["action"] = step.Item1, ["details"] = step.Item2.DeepClone(),
        })]);
        outcome["artifacts"] = new JsonArray([.. run.Reply.Files.Select(file => new JsonObject
        {
            ["type"] = "file", ["path"] = $"{workspace}/{file.Path}", ["size_bytes"] = file.Size, ["created_at"] = now,
        })]);
        var usage = run.Usage();
        usage["total_cost"] = PythonText.Number(run.Cost);
        usage["model_used"] = run.Model;
        usage["duration_seconds"] = PythonText.Number(Math.Round(run.Time.TotalSeconds, 2));
        outcome["usage"] = usage;
        return outcome;
    }

    private static string First(string text, int length)
        => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
