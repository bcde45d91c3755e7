using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>What a key's profile allows a task.</summary>
internal static class TaskPermissions
{
    public const double DefaultTimeout = 300;
    public const double DefaultCost = 1;

    /// <summary>Why a profile does not allow a task; null when it does. The first objection counts.</summary>
    public static string? Denied(JsonObject task, FakeClaudeProfile? profile)
        => profile is null
            ? "No permission profile found for API key"
            : Names(task, "allow_tools").Select(tool => Objection(tool, profile)).FirstOrDefault(static no => no is not null)
                ?? NotIn(profile.AllowedAgents, Names(task, "allow_agents"), "Agent")
                ?? NotIn(profile.AllowedSkills, Names(task, "allow_skills"), "Skill")
                ?? TooLong(task, profile)
                ?? TooDear(task, profile);

    /// <summary>The names of a list of a task.</summary>
    public static IEnumerable<string> Names(JsonObject task, string member)
        => (task[member] as JsonArray ?? []).Select(PythonText.Str);

    private static string? Objection(string tool, FakeClaudeProfile profile)
        => profile.BlockedTools.Contains(tool) ? $"Tool '{tool}' is explicitly blocked" : NotIn(profile.AllowedTools, [tool], "Tool");

    private static string? NotIn(IReadOnlyList<string>? allowed, IEnumerable<string> names, string what)
        => allowed is null || allowed.Contains("*")
            ? null
            : names.Where(name => !allowed.Contains(name)).Select(name => $"{what} '{name}' is not in allowed list").FirstOrDefault();

    private static string? TooLong(JsonObject task, FakeClaudeProfile profile)
    {
        var timeout = Asked(task, "timeout", "300");
        return timeout is not null && (double)timeout > profile.MaxTimeout
            ? $"Requested timeout ({PythonText.Str(timeout)}s) exceeds limit ({profile.MaxTimeout}s)"
            : null;
    }

    private static string? TooDear(JsonObject task, FakeClaudeProfile profile)
    {
        var cost = Asked(task, "max_cost", "1.0");
        return cost is not null && (double)cost > profile.MaxCost
            ? $"Requested max cost (${PythonText.Str(cost)}) exceeds limit (${PythonText.Float(profile.MaxCost)})"
            : null;
    }

    /// <summary>What a task asks for: the default when it says nothing, and nothing when it says null, as a stream may.</summary>
    private static JsonNode? Asked(JsonObject task, string member, string fallback)
        => task.TryGetPropertyValue(member, out var asked) ? asked : JsonNode.Parse(fallback);
}
