using System.Net;

namespace Valentina;

/// <summary>What came with an answer beside its body.</summary>
public sealed class ResponseInfo
{
    /// <summary>The status code.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The response headers; names compare without case, values of a repeated header are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The server's id of the request, from the header or the body, where it gave one.</summary>
    public string? RequestId { get; init; }

    /// <summary>How many attempts were made, the final one included.</summary>
    public int Attempts { get; init; }
}
