using Microsoft.Extensions.Logging;
using Valentina.Connection;
using Valentina.Connection.Responses;
using Valentina.Connection.Retries;
using Valentina.Connection.Secrets;

namespace Valentina.Logging;

/// <summary>
/// Chooses the event for what happened in a call. A call that fails leaves one warning or error that says so, whatever was repeated before.
/// </summary>
internal sealed class RequestLog(ILogger logger, TimeProvider time, SecretRedactor secrets)
{
    public void Created(ConnectionSettings settings)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.ClientCreated(Address(settings), settings.Timeout, settings.MaxRetries);
            if (settings.Configuration is { IsMissing: true } missing)
            {
                logger.MissingConfiguration(missing.Section);
            }
        }

        if (settings.Configuration is { UnusedNames: { Count: > 0 } names } configuration && logger.IsEnabled(LogLevel.Warning))
        {
            logger.UnusedConfiguration(configuration.Section, string.Join(", ", names));
        }
    }

    public void Closed(ConnectionSettings settings)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            logger.ClientClosed(Address(settings));
        }
    }

    public void Sending(RequestContext context)
    {
        if (logger.IsEnabled(LogLevel.Trace))
        {
            logger.RequestSending(Method(context), Url(context), context.Operation.Id);
        }
    }

    public void Repeating(RequestContext context)
    {
        if (!logger.IsEnabled(LogLevel.Warning))
        {
            return;
        }

        var url = Url(context);
        var wait = Seconds(context.Decision.Wait);
        var most = context.MaxRetries + 1;
        switch (context.Outcome)
        {
            case AttemptOutcome.Answered when context.Status == 429:
                logger.RetryAfterRateLimit(Method(context), url, context.Operation.Id, wait, context.Attempts, most);
                break;
            case AttemptOutcome.Answered:
                logger.RetryAfterServerError(Method(context), url, context.Operation.Id, context.Status, wait, context.Attempts, most);
                break;
            default:
                logger.RetryAfterNetworkError(Method(context), url, context.Operation.Id, ErrorType(context), wait, context.Attempts, most);
                break;
        }
    }

    public void Waiting(RequestContext context, int waiting)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            logger.RateLimitWait(Method(context), Url(context), context.Operation.Id, waiting - 1);
        }
    }

    public void Completed(RequestContext context)
    {
        if (context.Decision.Verdict == RetryVerdict.Exhausted && context.MaxRetries > 0 && logger.IsEnabled(LogLevel.Information))
        {
            logger.RetriesExhausted(Method(context), Url(context), context.Operation.Id, context.Attempts);
        }
        else if (context.Decision.Verdict == RetryVerdict.WaitTooLong && logger.IsEnabled(LogLevel.Information))
        {
            logger.WaitTooLong(Method(context), Url(context), context.Operation.Id, Seconds(context.Decision.Wait));
        }

        if (context.Outcome == AttemptOutcome.Answered)
        {
            Answered(context);
        }
        else if (context.Outcome == AttemptOutcome.Unreadable)
        {
            Unreadable(context);
        }
        else if (context.Outcome == AttemptOutcome.HeldBack)
        {
            if (logger.IsEnabled(LogLevel.Warning))
            {
                logger.HeldBack(
                    Method(context), Url(context), context.Operation.Id, Seconds(TimeSpan.FromSeconds(context.Turn!.Missing)));
            }
        }
        else if (context.Outcome != AttemptOutcome.Cancelled && logger.IsEnabled(LogLevel.Warning))
        {
            logger.ConnectionFailed(Method(context), Url(context), context.Operation.Id, ErrorType(context), context.Attempts);
        }
    }

    /// <summary>The answer came, but what is in it is of no use.</summary>
    public void Unreadable(RequestContext context)
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            logger.AnswerUnreadable(Method(context), Url(context), context.Operation.Id, context.Status, RequestId(context));
        }
    }

    private void Answered(RequestContext context)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            var elapsed = Math.Round(time.GetElapsedTime(context.StartedAt).TotalMilliseconds, 1);
            logger.RequestCompleted(
                Method(context), Url(context), context.Operation.Id, context.Status, elapsed, context.Attempts, RequestId(context));
        }

        if (context.IsRepeatedDeletion && logger.IsEnabled(LogLevel.Information))
        {
            logger.AlreadyDeleted(Method(context), Url(context), context.Operation.Id, context.Attempts, RequestId(context));
        }

        if (context.IsSuccess || (!logger.IsEnabled(LogLevel.Warning) && !logger.IsEnabled(LogLevel.Error)))
        {
            return;
        }

        Refused(context, Url(context), RequestId(context));
    }

    private void Refused(RequestContext context, string url, string? requestId)
    {
        var operation = context.Operation.Id;
        switch (context.Status)
        {
            case var status when context.ErrorResponse is { IsUnauthenticated: true }:
                logger.AuthenticationFailed(Method(context), url, operation, status, requestId);
                break;
            case 400:
                logger.BadRequest(Method(context), url, operation, requestId);
                break;
            case 403:
                logger.PermissionDenied(Method(context), url, operation, requestId);
                break;
            case 404:
                logger.NotFound(Method(context), url, operation, requestId);
                break;
            case 409:
                logger.Conflict(Method(context), url, operation, requestId);
                break;
            case 422:
                logger.Unprocessable(Method(context), url, operation, requestId);
                break;
            case var status:
                logger.RequestFailed(Method(context), url, operation, status, requestId);
                break;
        }
    }

    private static string Method(RequestContext context) => context.Operation.Method.Method;

    private static double Seconds(TimeSpan wait) => Math.Round(wait.TotalSeconds, 2);

    private string Address(ConnectionSettings settings) => secrets.RedactLine(settings.BaseUrl.GetLeftPart(UriPartial.Path));

    private string Url(RequestContext context) => secrets.RedactLine(LoggedUrl.Of(context.Request));

    private string? RequestId(RequestContext context) => secrets.RedactLine(HeaderMap.RequestId(context));

    private static string ErrorType(RequestContext context)
        => context.Outcome == AttemptOutcome.TimedOut ? "timeout" : context.Failure?.GetType().Name ?? context.Outcome.ToString();
}
