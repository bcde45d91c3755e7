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

    /// <summary>What it means.</summary>
    public required ErrorKind Kind { get; init; }

    /// <summary>Whether a budget is spent, which no waiting mends.</summary>
    public bool IsBudgetExceeded => Kind == ErrorKind.BudgetExceeded;

    /// <summary>Whether the key is not accepted.</summary>
    public bool IsUnauthenticated => Kind == ErrorKind.InvalidApiKey;

    public static ErrorResponse Read(RequestContext context, ServiceProfile profile, TimeProvider time)
    {
        var response = context.Response!;
        var headers = response.Headers;
        var error = profile.ReadError(headers, response.Content.Headers.ContentType?.MediaType, context.Content?.Memory ?? default);
        var kind = profile.Classify(new FailureFacts
        {
            Operation = context.Operation.Id,
            Status = context.Status,
            Error = error,
            Elapsed = time.GetElapsedTime(context.AttemptStartedAt),
            Limit = profile.LimitOf(context.Request.Body),
        });
        var limits = RateLimitReader.Read(headers);
        return new ErrorResponse
        {
            Error = error,
            Kind = kind,
            RateLimit = limits,
            RetryAfter = kind == ErrorKind.BudgetExceeded
                ? null
                : RetryHints.Read(context.Status, headers, limits, error, profile, time.GetUtcNow()),
        };
    }
}
