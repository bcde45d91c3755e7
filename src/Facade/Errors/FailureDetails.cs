using System.Net;

namespace Valentina;

/// <summary>
/// Everything known about a failed call. Exceptions show it member by member; tests build it to make exceptions of their own.
/// </summary>
public sealed class FailureDetails
{
    /// <summary>Details that say nothing.</summary>
    public static FailureDetails None { get; } = new();

    /// <summary>The name of the service; see <see cref="ServiceNames"/>.</summary>
    public string? Service { get; init; }

    /// <summary>The <c>operationId</c> of the contract.</summary>
    public string? Operation { get; init; }

    /// <summary>
    /// The method that makes the call, such as <c>CompleteAsync</c>, where the <see cref="Operation"/> does not say it as well. Messages
    /// show it in the operation's place.
    /// </summary>
    public string? Method { get; init; }

    /// <summary>What messages call the call; null where nothing is known about it.</summary>
    internal string? CallName => Method ?? Operation;

    /// <summary>What to do about it, where the SDK knows; the message ends with it.</summary>
    public string? Advice { get; init; }

    /// <summary>The status code, where there was an answer.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>The short name of the error as the server gave it: its reason phrase. Do not switch on it.</summary>
    public string? Title { get; init; }

    /// <summary>What went wrong, in the server's words.</summary>
    public string? Detail { get; init; }

    /// <summary>The machine-readable kind of the error, where the server gave one; see <see cref="ErrorCodes"/>.</summary>
    public string? Code { get; init; }

    /// <summary>
    /// The URL the error is about, query included, as the server gave it. It may hold personal data; messages and logs never show it.
    /// </summary>
    public string? Instance { get; init; }

    /// <summary>The server's id of the request, from the body or the header, whichever has it.</summary>
    public string? RequestId { get; init; }

    /// <summary>The beginning of the body as it came, at most 8,192 characters.</summary>
    public string? RawBody { get; init; }

    /// <summary>The response headers; names compare without case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseInfo.NoHeaders;

    /// <summary>How many attempts were made; 0 when nothing was sent. A stream is one, and never repeated.</summary>
    public int Attempts { get; init; }

    /// <summary>The fields the server named, in its order.</summary>
    public IReadOnlyList<InvalidParameter> InvalidParameters { get; init; } = [];

    /// <summary>How long the server asks to wait before another attempt.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The state of the rate limits, where the server gave it.</summary>
    public RateLimitState? RateLimit { get; init; }

    /// <summary>The status the service behind the server answered with (Claude Code: <c>X-Upstream-Status</c>).</summary>
    public int? UpstreamStatus { get; init; }
}
