using Valentina.Connection.Requests;

namespace Valentina.Connection;

/// <summary>Checks options one by one and keeps a sentence for each problem, so that all are told at once.</summary>
internal sealed class OptionErrors(string type)
{
    private const int LongestShown = 100;

    private static readonly HashSet<int> UsualStatuses = [429, 500, 502, 503, 504];
    private static readonly Uri NoUrl = new("http://missing.invalid");
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    private readonly List<string> _problems = [];

    /// <summary>What is wrong, in sentences; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public void Add(string problem) => _problems.Add(problem);

    public Uri BaseUrl(string? text, string variable, bool isFromVariable)
    {
        if (text is null)
        {
            Add($"BaseUrl is missing: set {type}.BaseUrl or the environment variable {variable}.");
            return NoUrl;
        }

        if (!Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.Host.Length == 0)
        {
            var origin = isFromVariable ? $", from the environment variable {variable}" : "";
            Add($"BaseUrl must be an absolute URL that begins with http:// or https://, such as https://api.example{Shown(text)}{origin}.");
            return NoUrl;
        }

        if (url.UserInfo.Length > 0)
        {
            Add("BaseUrl must hold no user name or password.");
            return NoUrl;
        }

        if (url.Query.Length > 0
            || url.Fragment.Length > 0
            || text.Contains('?', StringComparison.Ordinal)
            || text.Contains('#', StringComparison.Ordinal))
        {
            Add($"BaseUrl must hold no query and no fragment{Shown(text)}.");
            return NoUrl;
        }

        return url;
    }

    /// <summary>The value that is wrong, for the end of a sentence: short, and without what may be a password or a key within it.</summary>
    public static string Shown(string text)
    {
        var end = text.AsSpan().IndexOfAny('?', '#');
        var shown = end < 0 ? text : $"{text.AsSpan(0, end)}{text[end]}…";
        return shown.Contains('@', StringComparison.Ordinal) ? ""
            : shown.Length > LongestShown ? $"; it is {shown.AsSpan(0, LongestShown)}…"
            : $"; it is {shown}";
    }

    public string? ApiKey(string? key, string variable, bool isRequired)
    {
        if (key is null)
        {
            if (isRequired)
            {
                Add($"ApiKey is missing: set {type}.ApiKey or the environment variable {variable}.");
            }

            return null;
        }

        if (!HeaderRules.IsKey(key))
        {
            Add("ApiKey holds characters that no key has: only printable ASCII without blanks can be sent.");
        }

        return key;
    }

    public Guid? Id(Guid? value, string? fromEnvironment, string name, string variable)
    {
        if (value is { } id)
        {
            if (id == Guid.Empty)
            {
                Add($"{name} must not be the empty id.");
            }

            return id;
        }

        if (string.IsNullOrWhiteSpace(fromEnvironment))
        {
            return null;
        }

        if (!Guid.TryParse(fromEnvironment.Trim(), out var parsed) || parsed == Guid.Empty)
        {
            Add($"The environment variable {variable} must hold an id such as 01a20190-cb43-70d9-a901-6b9937156b49{Shown(fromEnvironment)}.");
            return null;
        }

        return parsed;
    }

    /// <summary>A time limit: above zero or infinite.</summary>
    public TimeSpan Limit(TimeSpan value, string name)
    {
        if (value != Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value > Longest))
        {
            Add($"{name} must be above zero and at most 24 days, or Timeout.InfiniteTimeSpan; it is {value}.");
        }

        return value;
    }

    /// <summary>A wait: zero or above.</summary>
    public TimeSpan Wait(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero || value > Longest)
        {
            Add($"{name} must be zero or above and at most 24 days; it is {value}.");
        }

        return value;
    }

    public int Count(int value, string name)
    {
        if (value < 0)
        {
            Add($"{name} must be 0 or above; it is {value}.");
        }

        return value;
    }

    public IReadOnlySet<int> Statuses(int[]? values, string name)
    {
        if (values is null)
        {
            return UsualStatuses;
        }

        foreach (var value in values)
        {
            if (value is < 400 or > 599)
            {
                Add($"{name} must hold statuses from 400 to 599; {value} is not one.");
            }
        }

        return values.ToHashSet();
    }

    public KeyValuePair<string, string>[] Headers(IDictionary<string, string>? headers, string authenticationHeader)
    {
        if (headers is null || headers.Count == 0)
        {
            return [];
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            if (HeaderRules.FindProblem(name, value, authenticationHeader) is { } problem)
            {
                Add($"Headers: {problem}");
            }
            else if (!names.Add(name))
            {
                Add($"Headers: {name} is there twice, in different cases.");
            }
        }

        return [.. headers];
    }
}
