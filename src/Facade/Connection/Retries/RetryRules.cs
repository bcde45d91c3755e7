using System.Security.Authentication;
using Polly;
using Valentina.Connection.Requests;

namespace Valentina.Connection.Retries;

/// <summary>Decides whether an attempt is repeated, and after which wait. Pure: the same call and settings give the same answer.</summary>
internal static class RetryRules
{
    public static RetryDecision Decide(RequestContext context, ConnectionSettings settings, TimeSpan elapsed, double randomizer)
    {
        if (context.IsSuccess || !MayRepeat(context, settings))
        {
            return RetryDecision.Stop;
        }

        if (context.Attempts > context.MaxRetries)
        {
            return new(RetryVerdict.Exhausted, TimeSpan.Zero);
        }

        var wait = context.ErrorResponse?.RetryAfter is { Ticks: > 0 } hint ? hint : Backoff(context.Attempts, settings, randomizer);
        var isTooLong = wait > settings.MaxRetryDelay
            || (context.TotalTimeout != Timeout.InfiniteTimeSpan && elapsed + wait >= context.TotalTimeout);
        return new(isTooLong ? RetryVerdict.WaitTooLong : RetryVerdict.Repeat, wait);
    }

    /// <summary>Doubled each time, plus or minus a quarter, never above the longest wait.</summary>
    /// <param name="attempts">How many attempts were made.</param>
    /// <param name="settings">The base and the longest wait.</param>
    /// <param name="randomizer">A random number from 0 to 1.</param>
    public static TimeSpan Backoff(int attempts, ConnectionSettings settings, double randomizer)
    {
        // Thirty doublings exceed any wait that is allowed; more of them would leave the range of numbers.
        var wait = settings.RetryDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempts - 1, 30)) * (0.75 + (randomizer / 2));
        return wait >= settings.MaxRetryDelay.TotalMilliseconds ? settings.MaxRetryDelay : TimeSpan.FromMilliseconds(wait);
    }

    /// <summary>Whether repeating is allowed at all, whatever the counts and waits.</summary>
    private static bool MayRepeat(RequestContext context, ConnectionSettings settings)
    {
        if (context.HasSpentFile)
        {
            return false;
        }

        return context.Outcome switch
        {
            AttemptOutcome.Answered => MayRepeatAfterAnswer(context, settings),
            AttemptOutcome.ConnectionFailed => !IsHopeless(context.Failure)
                && (MayHappenTwice(context) || (context.Operation.SpendsMoney && NeverLeft(context))),
            AttemptOutcome.TimedOut => !context.TotalTimeoutExceeded
                && (context.AllowsRepeat || (context.Operation.IsRepeatable && !context.Operation.SpendsMoney)),
            _ => false,
        };
    }

    private static bool MayRepeatAfterAnswer(RequestContext context, ConnectionSettings settings)
    {
        var status = context.Status;
        if (!settings.RetryStatuses.Contains(status) || context.ErrorResponse is { IsFinal: true })
        {
            return false;
        }

        // A refused request did nothing, so that anything may be sent again.
        if (status == 429)
        {
            return settings.AutoRetryRateLimit;
        }

        return !(status >= 500 && context.Operation.NoRetryOnServerError) && MayHappenTwice(context);
    }

    /// <summary>Whether it does no harm when the server does the work twice.</summary>
    public static bool MayHappenTwice(RequestContext context)
        => context.AllowsRepeat
            || (!context.Operation.SpendsMoney && (context.Operation.IsRepeatable || context.IdempotencyKey is not null));

    /// <summary>
    /// Whether the failed attempt provably never reached the server. Only what the transport says outright counts: no connection came
    /// about and the body was not touched, or the connection was at its end before the first byte.
    /// </summary>
    public static bool NeverLeft(RequestContext context)
        => ExceptionChain.Contains<StaleConnectionException>(context.Failure)
            || (!HasStarted(context)
                && context.Failure is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
                });

    private static bool HasStarted(RequestContext context) => context.SentContent is Transmission { HasStarted: true };

    /// <summary>
    /// Failures that come again: a certificate that is not accepted, a limit of this machine, an answer from a foreign host, a handler that
    /// repeats what must not be, and whatever nobody foresaw.
    /// </summary>
    private static bool IsHopeless(Exception? failure) => failure switch
    {
        _ when ExceptionChain.Contains<RepeatedTransmissionException>(failure) => true,
        ForeignHostException => true,
        HttpRequestException http => http.InnerException is AuthenticationException or NotSupportedException
            || http.HttpRequestError is HttpRequestError.UserAuthenticationError or HttpRequestError.VersionNegotiationError
                or HttpRequestError.ExtendedConnectNotSupported or HttpRequestError.ConfigurationLimitExceeded,
        IOException or ObjectDisposedException or OperationCanceledException or ExecutionRejectedException => false,
        _ => true,
    };
}
