using System.Net.Http.Headers;
using Valentina.Connection.Profiles;

namespace Valentina.Connection.RateLimits;

/// <summary>
/// Finds how long a server asks to wait: the exhausted limit with the longest wait, then the body, then <c>Retry-After</c>.
/// </summary>
internal static class RetryHints
{
    /// <param name="status">The status of the answer.</param>
    /// <param name="headers">Its headers.</param>
    /// <param name="limits">The limits they describe.</param>
    /// <param name="error">What the body says.</param>
    /// <param name="profile">The service.</param>
    /// <param name="now">Our clock; the server's counts where the answer tells it.</param>
    public static TimeSpan? Read(
        int status, HttpResponseHeaders headers, RateLimitState? limits, ErrorContent error, ServiceProfile profile, DateTimeOffset now)
    {
        var clock = headers.NonValidated.TryGetValues("Date", out var date) && WaitTime.TryParseDate(date.ToString(), out var theirs)
            ? theirs
            : now;
        if (status == 429)
        {
            return Positive(limits?.ResetAfter)
                ?? Positive(error.RetryAfter)
                ?? RetryAfter(headers, clock)
                ?? error.RetryAfter
                ?? limits?.ResetAfter
                ?? profile.WaitWithoutHint(error, clock);
        }

        return RetryAfter(headers, clock);
    }

    private static TimeSpan? RetryAfter(HttpResponseHeaders headers, DateTimeOffset clock)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            return WaitTime.FromRetryAfter(value, clock);
        }

        return null;
    }

    private static TimeSpan? Positive(TimeSpan? wait) => wait > TimeSpan.Zero ? wait : null;
}
