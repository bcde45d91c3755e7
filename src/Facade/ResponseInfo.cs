using System.Collections.ObjectModel;
using System.Net;

namespace Valentina;

/// <summary>What came with an answer beside its body. <see cref="RequestOptions.OnResponse"/> receives it.</summary>
public sealed class ResponseInfo
{
    internal static readonly IReadOnlyDictionary<string, string> NoHeaders = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The status code.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The response headers; names compare without case, values of a repeated header are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>The server's id of the request, from the header or the body, where it gave one.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many attempts were made, the final one included.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// Whether this answer is the 404 of a repeated deletion, which counts as success: an attempt before it was sent and got no answer,
    /// so that it has very likely deleted what the repetition did not find. Where no attempt before can have reached the server, a 404
    /// is a <see cref="NotFoundException"/>.
    /// </summary>
    public bool AlreadyDeleted { get; init; }

    /// <summary>
    /// The state of the rate limits, or null where the server did not give it. Most operations have none unless the server's operator set
    /// them.
    /// </summary>
    public RateLimitState? RateLimit { get; init; }
}
