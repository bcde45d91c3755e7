using Microsoft.Extensions.Logging;
using Valentina.Connection;
using Valentina.Connection.Responses;
using Valentina.Connection.Retries;
using Valentina.Connection.Secrets;

namespace Valentina.Logging;

/// <summary>Chooses the event for what happened in a call. A call that fails leaves one warning or error that says so, whatever was repeated before.</summary>
internal sealed class RequestLog(ILogger logger, TimeProvider time, SecretRedactor secrets)
{
    public void Sending(RequestContext call)
    {
        if (logger.IsEnabled(LogLevel.Trace))
        {
            logger.RequestSending(Method(call), Url(call), call.Operation.Id);
        }
    }

    public void Repeating(RequestContext call)
    {
        if (!logger.IsEnabled(LogLevel.Warning))
        {
            return;
        }

        var url = Url(call);
        var wait = Seconds(call.Decision.Wait);
        var most = call.MaxRetries + 1;
        switch (call.Outcome)
        {
            case AttemptOutcome.Answered when call.Status == 429:
                logger.RetryAfterRateLimit(Method(call), url, call.Operation.Id, wait, call.Attempts, most);
                break;
            case AttemptOutcome.Answered:
                logger.RetryAfterServerError(Method(call), url, call.Operation.Id, call.Status, wait, call.Attempts, most);
                break;
            default:
                logger.RetryAfterNetworkError(Method(call), url, call.Operation.Id, ErrorType(call), wait, call.Attempts, most);
                break;
        }
    }

    public void Completed(RequestContext call)
    {
        if (call.Decision.Verdict == RetryVerdict.Exhausted && call.MaxRetries > 0 && logger.IsEnabled(LogLevel.Information))
        {
            logger.RetriesExhausted(Method(call), Url(call), call.Operation.Id, call.Attempts);
        }
        else if (call.Decision.Verdict == RetryVerdict.WaitTooLong && logger.IsEnabled(LogLevel.Information))
        {
            logger.WaitTooLong(Method(call), Url(call), call.Operation.Id, Seconds(call.Decision.Wait));
        }

        if (call.Outcome == AttemptOutcome.Answered)
        {
            Answered(call);
        }
        else if (call.Outcome == AttemptOutcome.Unreadable)
        {
            Unreadable(call);
        }
        else if (call.Outcome != AttemptOutcome.Cancelled && logger.IsEnabled(LogLevel.Warning))
        {
            logger.ConnectionFailed(Method(call), Url(call), call.Operation.Id, ErrorType(call), call.Attempts);
        }
    }

    /// <summary>The answer came, but what is in it is of no use.</summary>
    public void Unreadable(RequestContext call)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.AnswerUnreadable(Method(call), Url(call), call.Operation.Id, call.Status, RequestId(call));
        }
    }

    private void Answered(RequestContext call)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var elapsed = Math.Round(time.GetElapsedTime(call.StartedAt).TotalMilliseconds, 1);
            logger.RequestCompleted(Method(call), Url(call), call.Operation.Id, call.Status, elapsed, call.Attempts, RequestId(call));
        }

        if (call.IsRepeatedDeletion && logger.IsEnabled(LogLevel.Information))
        {
            logger.AlreadyDeleted(Method(call), Url(call), call.Operation.Id, call.Attempts, RequestId(call));
        }

        if (call.IsSuccess || (!logger.IsEnabled(LogLevel.Warning) && !logger.IsEnabled(LogLevel.Error)))
        {
            return;
        }

        Refused(call, Url(call), RequestId(call));
    }

    private void Refused(RequestContext call, string url, string? requestId)
    {
        var operation = call.Operation.Id;
        switch (call.Status)
        {
            case var status when call.ErrorResponse is { IsUnauthenticated: true }:
                logger.AuthenticationFailed(Method(call), url, operation, status, requestId);
                break;
            case 400:
                logger.BadRequest(Method(call), url, operation, requestId);
                break;
            case 403:
                logger.PermissionDenied(Method(call), url, operation, requestId);
                break;
            case 404:
                logger.NotFound(Method(call), url, operation, requestId);
                break;
            case 409:
                logger.Conflict(Method(call), url, operation, requestId);
                break;
            case 422:
                logger.Unprocessable(Method(call), url, operation, requestId);
                break;
            case var status:
                logger.RequestFailed(Method(call), url, operation, status, requestId);
                break;
        }
    }

    private static string Method(RequestContext call) => call.Operation.Method.Method;

    private static double Seconds(TimeSpan wait) => Math.Round(wait.TotalSeconds, 2);

    private string Url(RequestContext call) => secrets.RedactLine(LoggedUrl.Of(call.Request));

    private string? RequestId(RequestContext call) => secrets.RedactLine(HeaderMap.RequestId(call));

    private static string ErrorType(RequestContext call)
        => call.Outcome == AttemptOutcome.TimedOut ? "timeout" : call.Failure?.GetType().Name ?? call.Outcome.ToString();
}
