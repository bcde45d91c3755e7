using System.Globalization;

namespace Valentina.Stress;

/// <summary>What a scenario counts, for many threads at once: figures for the line at the end, and what must not happen.</summary>
internal sealed class Tally
{
    /// <summary>How many violations of a kind are written out; the rest is counted.</summary>
    private const int WrittenOut = 5;

    private readonly object _lock = new();
    private readonly List<string> _order = [];
    private readonly Dictionary<string, long> _counts = [];
    private readonly Dictionary<string, double> _highs = [];
    private readonly Dictionary<string, string> _notes = [];
    private readonly Dictionary<string, long> _violations = [];

    /// <summary>Whether nothing happened that must not.</summary>
    public bool IsClean
    {
        get
        {
            lock (_lock)
            {
                return _violations.Count == 0;
            }
        }
    }

    public void Count(string what, long times = 1)
    {
        lock (_lock)
        {
            Know(what);
            _counts[what] = _counts.GetValueOrDefault(what) + times;
        }
    }

    /// <summary>Keeps the greatest value.</summary>
    public void High(string what, double value)
    {
        lock (_lock)
        {
            Know(what);
            _highs[what] = Math.Max(_highs.GetValueOrDefault(what), value);
        }
    }

    /// <summary>A figure that is no count.</summary>
    public void Note(string what, FormattableString value)
    {
        lock (_lock)
        {
            Know(what);
            _notes[what] = value.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>What must not happen did.</summary>
    /// <param name="kind">A few words, the same for all of its kind.</param>
    /// <param name="detail">All that helps to find out why.</param>
    public void Violate(string kind, string detail)
    {
        lock (_lock)
        {
            var times = _violations[kind] = _violations.GetValueOrDefault(kind) + 1;
            if (times <= WrittenOut)
            {
                Console.Error.WriteLine($"VIOLATION {kind}: {detail}");
            }
        }
    }

    public long this[string what]
    {
        get
        {
            lock (_lock)
            {
                return _counts.GetValueOrDefault(what);
            }
        }
    }

    /// <summary>All figures in one line, in the order in which they came up; the violations last.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var figures = _order.Select(what => _notes.TryGetValue(what, out var note)
                ? $"{what} {note}"
                : _highs.TryGetValue(what, out var high)
                    ? string.Create(CultureInfo.InvariantCulture, $"{what} {high:0.#}")
                    : string.Create(CultureInfo.InvariantCulture, $"{what} {_counts[what]}"));
            var violations = _violations.Count == 0
                ? ["0 violations"]
                : _violations.Select(one => string.Create(CultureInfo.InvariantCulture, $"VIOLATED {one.Key} x{one.Value}"));
            return string.Join(", ", figures.Concat(violations));
        }
    }

    private void Know(string what)
    {
        if (!_order.Contains(what))
        {
            _order.Add(what);
        }
    }
}
