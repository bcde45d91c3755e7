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

    /// <summary>What to do about it, for the message; null where its own words say enough.</summary>
    public string? Advice { get; init; }

    /// <summary>How long the attempt had been going on, or what it was allowed where the request says so.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>Whether another attempt would be paid for and come to the same end.</summary>
    public bool IsFinal => Kind is ErrorKind.BudgetExceeded or ErrorKind.TaskTimeout;

    /// <summary>Whether the key is not accepted.</summary>
    public bool IsUnauthenticated => Kind == ErrorKind.InvalidApiKey;

    public static ErrorResponse Read(RequestContext context, ServiceProfile profile, TimeProvider time, Uri? baseUrl = null)
    {
        var response = context.Response!;
        var headers = response.Headers;
        var error = profile.ReadError(headers, response.Content.Headers.ContentType?.MediaType, context.Content?.Memory ?? default);
        var facts = new FailureFacts
        {
            Operation = context.Operation.Id,
            BaseUrl = baseUrl,
            Status = context.Status,
            Error = error,
            Elapsed = time.GetElapsedTime(context.AttemptStartedAt),
            Limit = profile.LimitOf(context.Request.Body),
        };
        var kind = profile.Classify(facts);
        var limits = RateLimitReader.Read(headers);
        return new ErrorResponse
        {
            Error = error,
            Kind = kind,
            Advice = profile.Advise(facts),
            Time = facts.Time,
            RateLimit = limits,
            RetryAfter = kind == ErrorKind.BudgetExceeded
                ? null
                : RetryHints.Read(context.Status, headers, limits, error, profile, time.GetUtcNow()),
        };
    }
}
