using System.Net.Http.Headers;
using Valentina.Connection.Profiles;

namespace Valentina.Connection.RateLimits;

/// <summary>Finds how long a server asks to wait: the exhausted limit with the longest wait, then the body, then <c>Retry-After</c>.</summary>
internal static class RetryHints
{
    public static TimeSpan? Read(int status, HttpResponseHeaders headers, RateLimitState? limits, ErrorContent error, ServiceProfile profile, DateTimeOffset now)
    {
        if (status == 429)
        {
            return Positive(limits?.ResetAfter)
                ?? Positive(error.RetryAfter)
                ?? RetryAfter(headers, now)
                ?? error.RetryAfter
                ?? limits?.ResetAfter
                ?? profile.WaitWithoutHint(error, now);
        }

        return RetryAfter(headers, now);
    }

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var clock = headers.NonValidated.TryGetValues("Date", out var date) && WaitTime.TryParseDate(date.ToString(), out var theirs) ? theirs : now;
        foreach (var value in values)
        {
            return WaitTime.FromRetryAfter(value, clock);
        }

        return null;
    }

    private static TimeSpan? Positive(TimeSpan? wait) => wait > TimeSpan.Zero ? wait : null;
}
