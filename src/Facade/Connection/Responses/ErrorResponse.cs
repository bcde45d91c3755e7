using Valentina.Connection.Profiles;
using Valentina.Connection.RateLimits;

namespace Valentina.Connection.Responses;

/// <summary>What an answer that is no success says.</summary>
internal sealed class ErrorResponse
{
    public required ErrorContent Error { get; init; }

    public required RateLimitState? RateLimit { get; init; }

    /// <summary>How long to wait before another attempt; null where nobody says.</summary>
    public required TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether a budget is spent, which no waiting mends.</summary>
    public required bool IsBudgetExceeded { get; init; }

    /// <summary>Whether the key is not accepted.</summary>
    public required bool IsUnauthenticated { get; init; }

    public static ErrorResponse Read(HttpResponseMessage response, ReadOnlyMemory<byte> body, ServiceProfile profile, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        var error = profile.ReadError(response.Headers, response.Content.Headers.ContentType?.MediaType, body);
        var isBudgetExceeded = profile.IsBudgetExceeded(status, error);
        var limits = RateLimitReader.Read(response.Headers);
        return new ErrorResponse
        {
            Error = error,
            RateLimit = limits,
            RetryAfter = isBudgetExceeded ? null : RetryHints.Read(status, response.Headers, limits, error, profile, now),
            IsBudgetExceeded = isBudgetExceeded,
            IsUnauthenticated = profile.IsUnauthenticated(status, error),
        };
    }
}
