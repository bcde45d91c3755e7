namespace Valentina.Testing;

/// <summary>A request as an engine sees it, however it arrived.</summary>
public sealed class FakeRequest
{
    /// <summary>Creates a request.</summary>
    /// <param name="method">The HTTP method, upper case.</param>
    /// <param name="url">The absolute URL.</param>
    /// <param name="headers">The headers; names compare without case.</param>
    /// <param name="body">The body; empty when there is none.</param>
    public FakeRequest(string method, Uri url, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Url = url;
        Headers = headers;
        Body = body;
    }

    /// <summary>The HTTP method, upper case.</summary>
    public string Method { get; }

    /// <summary>The absolute URL.</summary>
    public Uri Url { get; }

    /// <summary>The headers; names compare without case, the values of a repeated header are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>
    /// Whether it came over a socket. Such a request is refused as the real server refuses it, never thrown at the caller.
    /// </summary>
    public bool IsLoopback { get; init; }

    /// <summary>A header's value, or null.</summary>
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
