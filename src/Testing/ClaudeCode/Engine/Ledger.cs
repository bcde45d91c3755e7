using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>What was used, by project and model, what may be used, and how often each key called in this minute.</summary>
internal sealed class Ledger(TimeProvider clock, IDictionary<string, long> budgets)
{
    private readonly object _gate = new();
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, (long Minute, int Count)> _calls = new(StringComparer.Ordinal);

    /// <summary>Counts a call of a key; false when its minute is full.</summary>
    public bool TryCall(FakeClaudeKey key)
    {
        var minute = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        lock (_gate)
        {
            var (last, count) = _calls.GetValueOrDefault(key.ApiKey);
            count = last == minute ? count + 1 : 1;
            _calls[key.ApiKey] = (minute, count);
            return count <= key.RequestsPerMinute;
        }
    }

    public void Book(string project, ModelRun run) => Book(project, run.Model, run.Tokens, run.Cost);

    /// <summary>Books a run; one that brought nothing too, where the service does.</summary>
    public void Book(string project, string model, long tokens, double cost)
    {
        lock (_gate)
        {
            _entries.Add(new Entry(clock.GetUtcNow(), project, model, tokens, cost));
        }
    }

    /// <summary>Whether so many tokens fit into what a project has left.</summary>
    public bool Allows(string project, long tokens)
        => Limit(project) is not { } limit || Used(project) + tokens <= limit;

    /// <summary>The tokens a project has left in this month, which may be less than none; null without a budget.</summary>
    public long? Remaining(string project) => Limit(project) - Used(project);

    public JsonObject Usage(string project, string period)
    {
        var now = clock.GetUtcNow();
        var since = period switch
        {
            "day" => now.UtcDateTime.AddDays(-1),
            "week" => now.UtcDateTime.AddDays(-7),
            _ => MonthOf(now),
        };
        Entry[] entries;
        lock (_gate)
        {
            entries = [.. _entries.Where(entry => entry.Project == project && entry.At.UtcDateTime >= since)];
        }

        var models = new JsonObject();
        foreach (var model in entries.GroupBy(static entry => entry.Model).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            models[model.Key] = new JsonObject
            {
                ["tokens"] = model.Sum(static entry => entry.Tokens), ["cost"] = PythonText.Number(model.Sum(static entry => entry.Cost))
            };
        }

        return new JsonObject
        {
            ["project_id"] = project,
            ["period"] = period,
            ["total_tokens"] = entries.Sum(static entry => entry.Tokens),
            ["total_cost"] = PythonText.Number(entries.Sum(static entry => entry.Cost)),
            ["by_model"] = models,
            ["limit"] = Limit(project),
            ["remaining"] = Limit(project) - entries.Sum(static entry => entry.Tokens),
        };
    }

    public JsonObject Status(string project)
    {
        var usage = Usage(project, "month");
        return new JsonObject
        {
            ["total_tokens"] = usage["total_tokens"]!.DeepClone(),
            ["total_cost"] = usage["total_cost"]!.DeepClone(),
            ["limit"] = usage["limit"]?.DeepClone(),
            ["remaining"] = usage["remaining"]?.DeepClone(),
        };
    }

    public void Reset()
    {
        lock (_gate)
        {
            _entries.Clear();
            _calls.Clear();
        }
    }

    private static DateTime MonthOf(DateTimeOffset now) => new(now.Year, now.Month, 1);

    private long? Limit(string project) => budgets.TryGetValue(project, out var limit) ? limit : null;

    private long Used(string project)
    {
        var since = MonthOf(clock.GetUtcNow());
        lock (_gate)
        {
            return _entries.Where(entry => entry.Project == project && entry.At.UtcDateTime >= since).Sum(static entry => entry.Tokens);
        }
    }

    private sealed record Entry(DateTimeOffset At, string Project, string Model, long Tokens, double Cost);
}
