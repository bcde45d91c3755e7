using System.Net.Http.Headers;

namespace Valentina.Connection.RateLimits;

/// <summary>Reads the rate-limit headers of an answer.</summary>
internal static class RateLimitReader
{
    private const string StateHeader = "RateLimit";
    private const string PolicyHeader = "RateLimit-Policy";

    /// <summary>Every limit the two headers name; null when neither is there or readable.</summary>
    public static RateLimitState? Read(HttpResponseHeaders headers)
    {
        var states = Parse(headers, StateHeader);
        var policies = Parse(headers, PolicyHeader);
        if (states is null && policies is null)
        {
            return null;
        }

        var merged = new List<RateLimitPolicy>();
        foreach (var state in states ?? [])
        {
            var policy = policies?.Find(candidate => candidate.Value.Text == state.Value.Text);
            merged.Add(Merge(state.Value.Text, state.Parameters, policy?.Parameters));
        }

        foreach (var policy in policies ?? [])
        {
            if (!merged.Exists(known => known.Name == policy.Value.Text))
            {
                merged.Add(Merge(policy.Value.Text, null, policy.Parameters));
            }
        }

        return merged.Count == 0 ? null : new RateLimitState(merged);
    }

    private static RateLimitPolicy Merge(
        string name, IReadOnlyDictionary<string, StructuredValue>? state, IReadOnlyDictionary<string, StructuredValue>? policy)
        => new()
        {
            Name = name,
            Quota = Number(policy, "q") ?? Number(state, "q"),
            Window = Time(policy, "w") ?? Time(state, "w"),
            Remaining = Number(state, "r"),
            ResetAfter = Time(state, "t"),
        };

    private static long? Number(IReadOnlyDictionary<string, StructuredValue>? parameters, string name)
        => parameters is not null && parameters.TryGetValue(name, out var value) && value.Number is { } number
            ? (long)Math.Clamp(Math.Floor(number), long.MinValue, long.MaxValue)
            : null;

    private static TimeSpan? Time(IReadOnlyDictionary<string, StructuredValue>? parameters, string name)
        => parameters is not null && parameters.TryGetValue(name, out var value) && value.Number is { } number
            ? WaitTime.FromSeconds((double)number)
            : null;

    private static List<StructuredItem>? Parse(HttpResponseHeaders headers, string name)
        => headers.NonValidated.TryGetValues(name, out var values) ? StructuredFieldParser.ParseList(string.Join(", ", values)) : null;
}
