using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>What was used, by project and model, what may be used, and how often each key called in this minute.</summary>
internal sealed class Ledger(TimeProvider clock, IDictionary<string, int> budgets)
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

    public void Book(string project, ModelRun run)
    {
        lock (_gate)
        {
            _entries.Add(new Entry(clock.GetUtcNow(), project, run.Model, run.Tokens, run.Cost));
        }
    }

    /// <summary>Whether a prompt and an answer as long fit into what a project has left.</summary>
    public bool Allows(string project, string prompt)
        => Limit(project) is not { } limit || Used(project) + (2 * FakeModel.Count(prompt)) <= limit;

    public JsonObject Usage(string project, string period)
    {
        var now = clock.GetUtcNow();
        var since = period switch
        {
            "day" => now.Date,
            "week" => now.Date.AddDays(-7),
            _ => new DateTime(now.Year, now.Month, 1),
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
                ["tokens"] = model.Sum(static entry => entry.Tokens), ["cost"] = model.Sum(static entry => entry.Cost)
            };
        }

        return new JsonObject
        {
            ["project_id"] = project,
            ["period"] = period,
            ["total_tokens"] = entries.Sum(static entry => entry.Tokens),
            ["total_cost"] = entries.Sum(static entry => entry.Cost),
            ["by_model"] = models,
            ["limit"] = Limit(project),
            ["remaining"] = Limit(project) - Used(project),
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

    private int? Limit(string project) => budgets.TryGetValue(project, out var limit) ? limit : null;

    private int Used(string project)
    {
        lock (_gate)
        {
            return _entries.Where(entry => entry.Project == project).Sum(static entry => entry.Tokens);
        }
    }

    private sealed record Entry(DateTimeOffset At, string Project, string Model, int Tokens, double Cost);
}
