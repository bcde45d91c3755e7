namespace Valentina;

/// <summary>The known values of <see cref="ValentinaException.Code"/>. A server may send others.</summary>
public static class ErrorCodes
{
    /// <summary>
    /// The token of an identity provider could not be verified (422, identify and link). Ask the person to sign in again.
    /// </summary>
    public const string TokenVerificationFailed = "TOKEN_VERIFICATION_FAILED";

    /// <summary>The identity provider gave no e-mail address and a new user needs one (422, identify).</summary>
    public const string EmailRequired = "EMAIL_REQUIRED";

    /// <summary>The identity belongs to another user already (409, link).</summary>
    public const string IdentityAlreadyLinked = "IDENTITY_ALREADY_LINKED";

    /// <summary>The user has no identity of this provider (404, unlink).</summary>
    public const string IdentityNotLinked = "IDENTITY_NOT_LINKED";

    /// <summary>The only identity of a user cannot be removed (409, unlink). Link another first.</summary>
    public const string LastIdentity = "LAST_IDENTITY";

    /// <summary>The identity provider does not answer (503, identify and link). Try again later.</summary>
    public const string ProviderUnavailable = "PROVIDER_UNAVAILABLE";

    /// <summary>Claude Code: the model provider limits the rate (429).</summary>
    public const string RateLimited = "rate_limited";

    /// <summary>Claude Code: the model provider is overloaded (503).</summary>
    public const string Overloaded = "overloaded";

    /// <summary>Claude Code: the model provider failed (502).</summary>
    public const string UpstreamError = "upstream_error";

    /// <summary>Claude Code: the service could not authenticate at the model provider (502). Only its operator can mend it.</summary>
    public const string AuthError = "auth_error";

    /// <summary>Claude Code: the service could not reach the model provider (502).</summary>
    public const string ConnectionError = "connection_error";

    /// <summary>Claude Code: the command-line tool behind the service failed (502).</summary>
    public const string CliError = "cli_error";

    /// <summary>Claude Code: the model provider took too long (504).</summary>
    public const string Timeout = "timeout";

    /// <summary>Claude Code: the model provider refused the request (400).</summary>
    public const string BadRequest = "bad_request";

    /// <summary>Claude Code: an unexpected error in the service (500).</summary>
    public const string InternalError = "internal_error";
}
