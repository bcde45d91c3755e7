namespace Valentina;

/// <summary>
/// No answer within the time allowed. A write may have taken effect, and the server may still be working on it;
/// it is repeated only when asked (<see cref="RequestOptions.AllowRepeat"/>).
/// </summary>
public sealed class RequestTimeoutException : ValentinaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="timeout">The time that ran out.</param>
    /// <param name="isTotal">Whether it was the time of the whole call.</param>
    /// <param name="details">What is known about the call.</param>
    /// <param name="innerException">What the transport said.</param>
    public RequestTimeoutException(TimeSpan timeout, bool isTotal, FailureDetails details, Exception? innerException = null)
        : base(Text(timeout, isTotal, details), details, innerException)
    {
        Timeout = timeout;
        IsTotal = isTotal;
    }

    /// <summary>The time that ran out.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>Whether the time of the whole call ran out (<see cref="ClientOptions.TotalTimeout"/>), not that of one attempt.</summary>
    public bool IsTotal { get; }

    private static string Text(TimeSpan timeout, bool isTotal, FailureDetails details)
        => FormattableString.Invariant(
            $"{details.Service ?? "The server"} did not answer {details.Operation ?? "the call"} within {timeout.TotalSeconds:0.###} s ({(isTotal ? "the whole call" : "one attempt")}, {details.Attempts} made).");
}

/// <summary>
/// The server could not be reached, or the connection broke before the answer was complete. A write may have taken effect.
/// The inner exception says what the transport met.
/// </summary>
public sealed class ConnectionFailedException(string message, FailureDetails details, Exception? innerException = null)
    : ValentinaException(message, details, innerException);

/// <summary>
/// The server answered with success, but with something that is not what the contract says: a proxy's page, cut-off or foreign JSON. The
/// call has taken effect.
/// </summary>
public sealed class UnreadableResponseException(string message, FailureDetails details, Exception? innerException = null)
    : ValentinaException(message, details, innerException);
