using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>Agentic tasks: what a profile allows, what comes of them.</summary>
internal sealed class AgenticTasks(ClaudeServer server)
{
    private const string BrokenTool = "object of type 'NoneType' has no len()";

    public FakeResponse Execute(JsonObject body, FakeClaudeKey key)
    {
        if (Denied(body, key.Profile) is { } denial)
        {
            return ClaudeProblem.Of(403, $"Permission denied: {denial}");
        }

        var project = (string?)body["project_id"] ?? "default";
        if (!server.Ledger.Allows(project, (string)body["description"]!))
        {
            return FakeResponse.Json(
                200, Outcome("failed", new JsonObject { ["error"] = $"Budget exceeded for project {project}" }, server.NewId()));
        }

        if (server.IsOverloaded)
        {
            return FakeResponse.Json(200, Outcome("failed", new JsonObject { ["error"] = Completions.FullWords }, server.NewId()));
        }

        var (result, error, time) = Run(body, project, isStream: false);
        var response = error is null ? FakeResponse.Json(200, result) : ClaudeProblem.Of(500, $"Task execution failed: {error}");
        response.Delay = time;
        return response;
    }

    /// <summary>Why a profile does not allow a task; null when it does.</summary>
    public static string? Denied(JsonObject body, FakeClaudeProfile? profile)
    {
        if (profile is null)
        {
            return "No permission profile found for API key";
        }

        var timeout = (int?)body["timeout"] ?? 300;
        var cost = (double?)body["max_cost"] ?? 1.0;
        return Names(body, "allow_tools").Where(profile.BlockedTools.Contains).Select(static tool => $"Tool '{tool}' is explicitly blocked")
            .FirstOrDefault()
            ?? Names(body, "allow_agents").Where(agent => profile.AllowedAgents?.Contains(agent) == false)
                .Select(static agent => $"Agent '{agent}' is not in allowed list")
                .FirstOrDefault()
            ?? Names(body, "allow_skills").Where(skill => profile.AllowedSkills?.Contains(skill) == false)
                .Select(static skill => $"Skill '{skill}' is not in allowed list")
                .FirstOrDefault()
            ?? (timeout > profile.MaxTimeout ? $"Requested timeout ({timeout}s) exceeds limit ({profile.MaxTimeout}s)" : null)
            ?? (cost > profile.MaxCost
                ? FormattableString.Invariant($"Requested max cost (${cost:0.0###}) exceeds limit (${profile.MaxCost:0.0###})")
                : null);
    }

    /// <summary>Runs a task that is allowed: its result, or why it broke off, and how long that took.</summary>
    public (JsonObject Result, string? Error, TimeSpan Time) Run(JsonObject body, string project, bool isStream)
    {
        var description = (string?)body["description"] ?? "";
        if (Fault(body, description) is { } fault)
        {
            return ([], fault, TimeSpan.Zero);
        }

        var run = server.Model.Run(description, (string?)body["model"] ?? "sonnet", project, isStream);
        var timeout = TimeSpan.FromSeconds((int?)body["timeout"] ?? 300);
        if (run.Fault is not null || run.Time > timeout)
        {
            return ([], BrokenTool, run.Time > timeout ? timeout : run.Time);
        }

        server.Ledger.Book(project, run);
        var maxCost = (double?)body["max_cost"] ?? 1.0;
        var result = run.Cost > maxCost
            ? Outcome("cost_exceeded", new JsonObject
            {
                ["error"] = FormattableString.Invariant($"Cost ${run.Cost:0.0000} exceeded limit ${maxCost:0.0000}"), ["output"] = run.Text
            }, server.NewId())
            : Completed(run);
        var usage = run.Usage();
        usage["total_cost"] = run.Cost;
        usage["model_used"] = run.Model;
        usage["duration_seconds"] = Math.Round(run.Time.TotalSeconds, 2);
        result["usage"] = usage;
        return (result, null, run.Time);
    }

    private static JsonObject Outcome(string status, JsonObject result, string id) => new()
    {
        ["task_id"] = id,
        ["status"] = status,
        ["result"] = result,
        ["execution_log"] = new JsonArray(),
        ["artifacts"] = new JsonArray(),
        ["usage"] = new JsonObject(),
    };

    private static IEnumerable<string> Names(JsonObject body, string member)
        => (body[member] as JsonArray ?? []).Select(static name => (string?)name ?? "");

    private string? Fault(JsonObject body, string description)
    {
        if (description.Length == 0)
        {
            return "Description is required";
        }

        var agents = Names(body, "allow_agents").Except(server.Options.Agents).ToList();
        var skills = Names(body, "allow_skills").Except(server.Options.Skills).ToList();
        return agents.Count > 0 ? $"Unknown agents requested: {string.Join(", ", agents)}"
            : skills.Count > 0 ? $"Unknown skills requested: {string.Join(", ", skills)}"
            : null;
    }

    private JsonObject Completed(ModelRun run)
    {
        var id = server.NewId();
        var now = server.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        var workspace = $"/workspace/{id}";
        var outcome = Outcome(
            "completed",
            new JsonObject { ["summary"] = FirstLine(run.Text), ["full_output"] = run.Text, ["workspace_directory"] = workspace },
            id);
        var steps = run.Reply.Steps.Append(("task_completed", new JsonObject { ["output_length"] = run.Text.Length }));
        outcome["execution_log"] = new JsonArray([.. steps.Select((step, index) => new JsonObject
        {
            ["step"] = index + 1, ["timestamp"] = now, ["action"] = step.Item1, ["details"] = step.Item2.DeepClone(),
        })]);
        outcome["artifacts"] = new JsonArray([.. run.Reply.Files.Select(file => new JsonObject
        {
            ["type"] = "file", ["path"] = $"{workspace}/{file.Path}", ["size_bytes"] = file.Size, ["created_at"] = now,
        })]);
        return outcome;
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}
