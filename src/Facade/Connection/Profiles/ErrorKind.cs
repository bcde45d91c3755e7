namespace Valentina.Connection.Profiles;

/// <summary>
/// What an error means, whichever way it came: as an answer, over a socket, or within a task that failed. Each is an exception of its own.
/// </summary>
internal enum ErrorKind
{
    /// <summary>None of the others; its exception is <see cref="ApiException"/> itself.</summary>
    Other,
    BadRequest,
    InvalidApiKey,
    PermissionDenied,
    NotFound,
    Conflict,
    Unprocessable,

    /// <summary>Too many requests; waiting helps.</summary>
    RateLimited,

    /// <summary>A budget is spent; waiting does not help.</summary>
    BudgetExceeded,
    ServerError,

    /// <summary>The service, or whoever works for it, gave up at its time limit.</summary>
    ProviderTimeout,

    /// <summary>A task ended at its own time limit; nothing makes doing it again cheaper.</summary>
    TaskTimeout,

    /// <summary>A redirect that was not followed.</summary>
    Redirect,

    /// <summary>A change of the protocol that nobody had asked for.</summary>
    ProtocolChange,
}
