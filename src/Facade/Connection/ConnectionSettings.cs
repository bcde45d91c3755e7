using Valentina.Connection.Profiles;
using Valentina.DependencyInjection;

namespace Valentina.Connection;

/// <summary>
/// Options after reading the environment and checking: what a connection works with. A view with other settings copies them by <c>with</c>.
/// </summary>
internal sealed record ConnectionSettings
{
    public static readonly TimeSpan MinUploadTimeout = TimeSpan.FromSeconds(90);

    public required ServiceProfile Profile { get; init; }

    /// <summary>Without a trailing slash.</summary>
    public required Uri BaseUrl { get; init; }

    public required string? ApiKey { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required TimeSpan TotalTimeout { get; init; }

    /// <summary>
    /// Whether somebody chose <see cref="TotalTimeout"/>; the usual one gives way to an operation that takes longer by nature.
    /// </summary>
    public bool IsTotalTimeoutSet { get; init; }

    public required int MaxRetries { get; init; }

    public required TimeSpan RetryDelay { get; init; }

    public required TimeSpan MaxRetryDelay { get; init; }

    public RateLimitPacing Pacing { get; init; }

    public required TimeSpan MaxGateWait { get; init; }

    /// <summary>The gate that the user gave, to be shared.</summary>
    public RateLimitGate? RateLimitGate { get; init; }

    public required IReadOnlySet<int> RetryStatuses { get; init; }

    public required bool AutoRetryRateLimit { get; init; }

    public required KeyValuePair<string, string>[] Headers { get; init; }

    public bool AutoIdempotencyKeys { get; init; }

    public Guid? DefaultCompanyId { get; init; }

    /// <summary>What was found where the options were bound from, to be told when there is a log.</summary>
    public BoundConfiguration? Configuration { get; init; }

    /// <summary>By hand, since the one that the compiler writes for a record shows the key and the headers.</summary>
    public override string ToString() => $"{Profile.Name} at {BaseUrl}";
}
