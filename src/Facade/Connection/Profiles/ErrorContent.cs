namespace Valentina.Connection.Profiles;

/// <summary>What an error body says, whatever its shape; every member may be missing.</summary>
internal sealed class ErrorContent
{
    public static readonly ErrorContent Empty = new();

    public string? Title { get; init; }

    public string? Detail { get; init; }

    public string? Code { get; init; }

    public string? Instance { get; init; }

    public string? RequestId { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public int? UpstreamStatus { get; init; }

    /// <summary>Whether the body is a page for a browser, which none of the services writes: a proxy or another server answered.</summary>
    public bool IsPage { get; init; }

    public IReadOnlyList<InvalidParameter> InvalidParameters { get; init; } = [];
}
