using System.Buffers;
using System.Text;

namespace Valentina.Connection.Secrets;

/// <summary>
/// Takes the keys out of every text that leaves the SDK. Keys of 8 characters and more are found wherever they stand, also
/// percent-encoded, escaped as in JSON or HTML, and within base64; shorter ones as whole words only, since "k" is part of many. It is
/// shared by all views of a client and may learn keys while calls run.
/// </summary>
internal sealed partial class SecretRedactor
{
    private const string Mask = "***";

    /// <summary>Keys that come with single requests are many in a service for many customers; the oldest are forgotten.</summary>
    private const int Most = 1000;

    private readonly object _lock = new();
    private readonly List<string> _secrets = [];

    /// <summary>Null until a text is looked at: most programs never see one, and the first call need not wait for it.</summary>
    private volatile Table? _table;

    /// <summary>Takes a key out from now on. It stays known when another takes its place, since old answers may still name it.</summary>
    public void Add(string? secret)
    {
        secret = secret?.Trim();
        if (string.IsNullOrEmpty(secret))
        {
            return;
        }

        lock (_lock)
        {
            if (_secrets.Contains(secret))
            {
                return;
            }

            // The first is the client's own.
            if (_secrets.Count == Most)
            {
                _secrets.RemoveAt(1);
            }

            _secrets.Add(secret);
            _table = null;
        }
    }

    /// <summary>The text without any key.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether it was cut off, so that the beginning of a key at its end is taken out too.</param>
    /// <param name="mask">What stands for a key.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text, bool isCut = false, string mask = Mask)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var table = _table ?? MakeTable();
        StringBuilder? clean = null;
        var done = 0;
        for (var at = 0; table.Next(text, at) is var start and >= 0;)
        {
            var (from, end) = table.Longest(text, start, isCut);
            if (end < 0)
            {
                at = start + 1;
                continue;
            }

            from = Math.Max(from, done);
            (clean ??= new StringBuilder(text.Length)).Append(text, done, from - done).Append(mask);
            at = done = end;
        }

        return clean is null ? text : clean.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The text without any key, as one line in which control characters can be seen.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public string? RedactLine(string? text) => text is null ? null : VisibleText.Of(Redact(text));

    /// <summary>The beginning of a text without any key, at most so many characters.</summary>
    /// <param name="text">The beginning of what came, longer than the limit where more came.</param>
    /// <param name="max">How much is shown.</param>
    public string RedactStart(string text, int max)
    {
        var clean = Redact(text, isCut: text.Length > max);
        return clean.Length > max ? clean[..max] : clean;
    }

    private Table MakeTable()
    {
        lock (_lock)
        {
            return _table ??= new Table(_secrets);
        }
    }

    /// <summary>The patterns by the characters they can begin with. Never changes.</summary>
    private sealed class Table
    {
        private readonly Dictionary<char, List<SecretPattern>> _byFirst = [];
        private readonly SearchValues<char> _first;

        public Table(IEnumerable<string> secrets)
        {
            foreach (var pattern in secrets.SelectMany(SecretPattern.Of))
            {
                foreach (var first in pattern.FirstCharacters().Distinct())
                {
                    if (!_byFirst.TryGetValue(first, out var patterns))
                    {
                        _byFirst[first] = patterns = [];
                    }

                    patterns.Add(pattern);
                }
            }

            _first = SearchValues.Create(_byFirst.Count == 0 ? [] : [.. _byFirst.Keys, '%', '\\', '&']);
        }

        /// <summary>The next place where a key may begin; -1 when there is none.</summary>
        public int Next(string text, int at)
        {
            var found = text.AsSpan(at).IndexOfAny(_first);
            return found < 0 ? -1 : at + found;
        }

        /// <summary>The longest key at a place; it may begin a little before.</summary>
        public (int Start, int End) Longest(string text, int at, bool isCut)
        {
            var best = (Start: at, End: -1);
            var place = new EscapedText.Place(text, at);
            do
            {
                Try(place.Character, ref best);
            }
            while (place.Resolve());

            return best;

            void Try(char first, ref (int Start, int End) longest)
            {
                if (!_byFirst.TryGetValue(first, out var patterns))
                {
                    return;
                }

                foreach (var pattern in patterns)
                {
                    var start = at;
                    if (pattern.Match(text, ref start, isCut) is var end && end > longest.End)
                    {
                        longest = (start, end);
                    }
                }
            }
        }
    }
}
