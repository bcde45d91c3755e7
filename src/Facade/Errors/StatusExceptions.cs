namespace Valentina;

/// <summary>
/// 400: the server refused the request. <see cref="ApiException.InvalidParameters"/> names the fields, where it named any; correct them and
/// call again.
/// </summary>
public sealed class BadRequestException(FailureDetails details, Exception? innerException = null) : ApiException(details, innerException);

/// <summary>401: the API key is missing, unknown, revoked or rotated away. Give the client a valid key; repeating does not help.</summary>
public sealed class InvalidApiKeyException(
    FailureDetails details, Exception? innerException = null) : ApiException(details, innerException);

/// <summary>403: the key or the acting user may not do this. Act as another user (<c>ActingAs</c>) or ask for the permission.</summary>
public sealed class PermissionDeniedException(
    FailureDetails details, Exception? innerException = null) : ApiException(details, innerException);

/// <summary>
/// 404: it does not exist, or not in this company; <see cref="ValentinaException.Detail"/> says what, for it may be the acting user too.
/// Another key's fresh writes can stay invisible for up to a minute, since the server caches reads per key.
/// </summary>
public sealed class NotFoundException(FailureDetails details, Exception? innerException = null) : ApiException(details, innerException);

/// <summary>
/// 409: it contradicts what the server holds: a duplicate, a reference to something unknown, or an idempotency key
/// used before with another body. Read the current state before trying again.
/// </summary>
public sealed class ConflictException(FailureDetails details, Exception? innerException = null) : ApiException(details, innerException);

/// <summary>
/// 422: understood, but it cannot be done: a provider token that does not verify, or (Claude Code) fields that fail validation.
/// </summary>
public sealed class UnprocessableException(
    FailureDetails details, Exception? innerException = null) : ApiException(details, innerException);

/// <summary>
/// Too many requests. Either the server answered 429, and the retries are used up, switched off, or the wait is longer than
/// <see cref="ClientOptions.MaxRetryDelay"/>; or nothing was sent, since the call's turn would come later than
/// <see cref="ClientOptions.MaxGateWait"/> allows. Wait for <see cref="ApiException.RetryAfter"/> and call again.
/// </summary>
public sealed class RateLimitedException : ApiException
{
    /// <summary>Creates the exception; its message is made of the details.</summary>
    public RateLimitedException(FailureDetails details, Exception? innerException = null)
        : base(details, innerException)
    {
    }

    /// <summary>Creates the exception with a message of its own.</summary>
    public RateLimitedException(string message, FailureDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <summary>How many requests the exhausted limit still allows, usually 0; null where the server did not say.</summary>
    public long? Remaining => Details.RateLimit?.Remaining;

    /// <summary>Every limit the server named, or null.</summary>
    public RateLimitState? RateLimit => Details.RateLimit;
}

/// <summary>
/// Claude Code: the project's token budget of the month is spent (429 on completions, 403 on process, a success that ran nothing for a
/// task, an error over the socket). It is never retried; raise the budget or wait for the next month.
/// </summary>
public sealed class BudgetExceededException : ApiException
{
    /// <summary>Creates the exception; its message is made of the details.</summary>
    public BudgetExceededException(FailureDetails details, Exception? innerException = null)
        : base(details, innerException)
    {
    }

    /// <summary>Creates the exception with a message of its own.</summary>
    public BudgetExceededException(string message, FailureDetails details, Exception? innerException = null)
        : base(message, details, innerException)
    {
    }

    /// <summary>
    /// What the call was expected to cost, or did cost, in US dollars; null where nobody said. The service never does; a task and a
    /// <c>BudgetGuard</c> do.
    /// </summary>
    public decimal? EstimatedCost { get; init; }
}

/// <summary>
/// 5xx: the server failed. The call may have taken effect all the same; look before repeating a write.
/// Quote <see cref="ValentinaException.RequestId"/> when reporting it.
/// </summary>
public sealed class ServerErrorException(FailureDetails details, Exception? innerException = null) : ApiException(details, innerException);
