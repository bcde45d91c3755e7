using Microsoft.Extensions.Logging;

namespace Valentina.Logging;

/// <summary>
/// Every event the SDK logs. Ids and names are stable. URLs are relative and masked; keys, tokens and bodies never appear. A failed call
/// leaves exactly one of 30 to 38.
/// </summary>
internal static partial class ConnectionLog
{
    [LoggerMessage(
        1, LogLevel.Information, "Client for {BaseUrl} created: timeout {Timeout}, at most {MaxRetries} retries",
        EventName = "ClientCreated")]
    public static partial void ClientCreated(this ILogger logger, string baseUrl, TimeSpan timeout, int maxRetries);

    [LoggerMessage(2, LogLevel.Information, "Client for {BaseUrl} closed", EventName = "ClientClosed")]
    public static partial void ClientClosed(this ILogger logger, string baseUrl);

    [LoggerMessage(3, LogLevel.Warning, "A new client became the process's default although the last one is still in use; set SetAsDefault to false where that is not wanted", EventName = "DefaultClientReplaced")]
    public static partial void DefaultClientReplaced(this ILogger logger);

    [LoggerMessage(
        4, LogLevel.Warning, "The configuration section '{Section}' has names that are no options and change nothing: {Names}",
        EventName = "UnusedConfiguration")]
    public static partial void UnusedConfiguration(this ILogger logger, string? section, string names);

    [LoggerMessage(
        5, LogLevel.Information,
        "The configuration has no section '{Section}', or nothing is in it: the settings come from code and environment alone",
        EventName = "MissingConfiguration")]
    public static partial void MissingConfiguration(this ILogger logger, string? section);

    [LoggerMessage(10, LogLevel.Trace, "{Method} {Url}: sending ({Operation})", EventName = "RequestSending")]
    public static partial void RequestSending(this ILogger logger, string method, string url, string operation);

    [LoggerMessage(
        11, LogLevel.Debug, "{Method} {Url}: {Status} in {ElapsedMilliseconds} ms, attempt {Attempt}, request {RequestId} ({Operation})",
        EventName = "RequestCompleted")]
    public static partial void RequestCompleted(
        this ILogger logger, string method, string url, string operation, int status, double elapsedMilliseconds, int attempt,
        string? requestId);

    [LoggerMessage(12, LogLevel.Information, "{Method} {Url}: not found on attempt {Attempt}; taken as deleted by an earlier attempt, request {RequestId} ({Operation})", EventName = "AlreadyDeleted")]
    public static partial void AlreadyDeleted(
        this ILogger logger, string method, string url, string operation, int attempt, string? requestId);

    [LoggerMessage(
        20, LogLevel.Warning,
        "{Method} {Url}: {ErrorType}; repeating in {DelaySeconds} s after attempt {Attempt} of {MaxAttempts} ({Operation})",
        EventName = "RetryAfterNetworkError")]
    public static partial void RetryAfterNetworkError(
        this ILogger logger, string method, string url, string operation, string errorType, double delaySeconds, int attempt,
        int maxAttempts);

    [LoggerMessage(
        21, LogLevel.Warning,
        "{Method} {Url}: rate limited; repeating in {DelaySeconds} s after attempt {Attempt} of {MaxAttempts} ({Operation})",
        EventName = "RetryAfterRateLimit")]
    public static partial void RetryAfterRateLimit(
        this ILogger logger, string method, string url, string operation, double delaySeconds, int attempt, int maxAttempts);

    [LoggerMessage(
        22, LogLevel.Warning,
        "{Method} {Url}: {Status}; repeating in {DelaySeconds} s after attempt {Attempt} of {MaxAttempts} ({Operation})",
        EventName = "RetryAfterServerError")]
    public static partial void RetryAfterServerError(
        this ILogger logger, string method, string url, string operation, int status, double delaySeconds, int attempt, int maxAttempts);

    [LoggerMessage(
        25, LogLevel.Debug, "{Method} {Url}: waits for its turn, with {Waiting} others ({Operation})", EventName = "RateLimitWait")]
    public static partial void RateLimitWait(this ILogger logger, string method, string url, string operation, int waiting);

    [LoggerMessage(
        26, LogLevel.Warning, "{Method} {Url}: not sent, its turn would come in {DelaySeconds} s ({Operation})", EventName = "HeldBack")]
    public static partial void HeldBack(this ILogger logger, string method, string url, string operation, double delaySeconds);

    [LoggerMessage(
        23, LogLevel.Information, "{Method} {Url}: all {Attempts} attempts used up ({Operation})", EventName = "RetriesExhausted")]
    public static partial void RetriesExhausted(this ILogger logger, string method, string url, string operation, int attempts);

    [LoggerMessage(
        24, LogLevel.Information, "{Method} {Url}: not repeated, since the wait of {DelaySeconds} s is too long ({Operation})",
        EventName = "WaitTooLong")]
    public static partial void WaitTooLong(this ILogger logger, string method, string url, string operation, double delaySeconds);

    [LoggerMessage(30, LogLevel.Warning, "{Method} {Url}: 400, request {RequestId} ({Operation})", EventName = "BadRequest")]
    public static partial void BadRequest(this ILogger logger, string method, string url, string operation, string? requestId);

    [LoggerMessage(
        31, LogLevel.Error, "{Method} {Url}: {Status}, the API key is not accepted, request {RequestId} ({Operation})",
        EventName = "AuthenticationFailed")]
    public static partial void AuthenticationFailed(
        this ILogger logger, string method, string url, string operation, int status, string? requestId);

    [LoggerMessage(
        32, LogLevel.Error, "{Method} {Url}: 403, not permitted, request {RequestId} ({Operation})", EventName = "PermissionDenied")]
    public static partial void PermissionDenied(this ILogger logger, string method, string url, string operation, string? requestId);

    [LoggerMessage(33, LogLevel.Warning, "{Method} {Url}: 404, request {RequestId} ({Operation})", EventName = "NotFound")]
    public static partial void NotFound(this ILogger logger, string method, string url, string operation, string? requestId);

    [LoggerMessage(34, LogLevel.Warning, "{Method} {Url}: 409, request {RequestId} ({Operation})", EventName = "Conflict")]
    public static partial void Conflict(this ILogger logger, string method, string url, string operation, string? requestId);

    [LoggerMessage(35, LogLevel.Warning, "{Method} {Url}: 422, request {RequestId} ({Operation})", EventName = "Unprocessable")]
    public static partial void Unprocessable(this ILogger logger, string method, string url, string operation, string? requestId);

    [LoggerMessage(36, LogLevel.Warning, "{Method} {Url}: {Status}, request {RequestId} ({Operation})", EventName = "RequestFailed")]
    public static partial void RequestFailed(
        this ILogger logger, string method, string url, string operation, int status, string? requestId);

    [LoggerMessage(
        37, LogLevel.Warning, "{Method} {Url}: {ErrorType} on attempt {Attempts} ({Operation})", EventName = "ConnectionFailed")]
    public static partial void ConnectionFailed(
        this ILogger logger, string method, string url, string operation, string errorType, int attempts);

    [LoggerMessage(
        38, LogLevel.Warning, "{Method} {Url}: {Status}, but the answer cannot be read, request {RequestId} ({Operation})",
        EventName = "AnswerUnreadable")]
    public static partial void AnswerUnreadable(
        this ILogger logger, string method, string url, string operation, int status, string? requestId);
}
