namespace Valentina;

/// <summary>
/// The server answered, and its answer is a failure. Statuses with a class of their own have one below;
/// this class itself stands for the rest (3xx, 405, 413, …).
/// </summary>
public class ApiException : ValentinaException
{
    /// <summary>Creates the exception; its message is made of the details.</summary>
    public ApiException(FailureDetails details, Exception? innerException = null)
        : base(FailureMessage.Of(details), details, innerException)
    {
    }

    /// <summary>Creates the exception with a message of its own.</summary>
    public ApiException(string message, FailureDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <inheritdoc cref="FailureDetails.InvalidParameters"/>
    public IReadOnlyList<InvalidParameter> InvalidParameters => Details.InvalidParameters;

    /// <inheritdoc cref="FailureDetails.RetryAfter"/>
    public TimeSpan? RetryAfter => Details.RetryAfter;

    /// <inheritdoc cref="FailureDetails.UpstreamStatus"/>
    public int? UpstreamStatus => Details.UpstreamStatus;
}
