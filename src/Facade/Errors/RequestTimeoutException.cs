namespace Valentina;

/// <summary>
/// The time was over before there was a result, whoever noticed; <see cref="Reason"/> says who. A write may have taken effect, a run of a
/// model is paid for, and the server may still be working on it; neither is repeated by itself unless asked
/// (<see cref="RequestOptions.AllowRepeat"/>), and a task that ran into its own timeout never is.
/// </summary>
public sealed class RequestTimeoutException : ValentinaException
{
    /// <summary>Creates the exception for a time of the client.</summary>
    /// <param name="timeout">The time that ran out.</param>
    /// <param name="isTotal">Whether it was the time of the whole call.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">What the transport said.</param>
    public RequestTimeoutException(TimeSpan timeout, bool isTotal, FailureDetails details, Exception? innerException = null)
        : this(isTotal ? TimeoutReason.Total : TimeoutReason.Attempt, timeout, details, innerException)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Whose time ran out.</param>
    /// <param name="timeout">The time that ran out; where nobody knows it, how long the answer took.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">What the transport said.</param>
    public RequestTimeoutException(TimeoutReason reason, TimeSpan timeout, FailureDetails details, Exception? innerException = null)
        : base(Text(reason, timeout, details), details, innerException)
    {
        Reason = reason;
        Timeout = timeout;
    }

    /// <summary>Whose time ran out.</summary>
    public TimeoutReason Reason { get; }

    /// <summary>The time that ran out; where nobody knows it, how long the answer took.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Whether the time of the whole call ran out (<see cref="ClientOptions.TotalTimeout"/>), not that of one attempt.</summary>
    public bool IsTotal => Reason == TimeoutReason.Total;

    private static string Text(TimeoutReason reason, TimeSpan timeout, FailureDetails details) => reason switch
    {
        // The service answered, so that its own words come first.
        TimeoutReason.Provider or TimeoutReason.Task => FailureMessage.Of(details),
        _ => FormattableString.Invariant(
            $"{details.Service ?? "The server"} did not answer {details.CallName ?? "the call"} within {timeout.TotalSeconds:0.###} s ({(reason == TimeoutReason.Total ? "the whole call" : "one attempt")}, {details.Attempts} made)."),
    };
}

/// <summary>Whose time ran out.</summary>
public enum TimeoutReason
{
    /// <summary>The client's, for one attempt (<see cref="ClientOptions.Timeout"/>, <see cref="RequestOptions.Timeout"/>).</summary>
    Attempt,

    /// <summary>The client's, for the whole call with all its attempts (<see cref="ClientOptions.TotalTimeout"/>).</summary>
    Total,

    /// <summary>
    /// Claude Code: the service or the model's provider gave up (504). The run was ended at the time that the request gave it, or earlier.
    /// </summary>
    Provider,

    /// <summary>Claude Code: an agentic task ended at its own timeout. It is paid for.</summary>
    Task,
}
