namespace Valentina;

/// <summary>
/// The rate limits: as the server described them with an answer (headers <c>RateLimit</c> and <c>RateLimit-Policy</c>), or as a client
/// knows them at the moment (<c>RateLimits</c> of the client).
/// </summary>
public sealed class RateLimitState
{
    /// <summary>Creates the state.</summary>
    public RateLimitState(IReadOnlyList<RateLimitPolicy> policies) => Policies = policies;

    /// <summary>Every limit named, in the server's order.</summary>
    public IReadOnlyList<RateLimitPolicy> Policies { get; }

    /// <summary>How many calls wait for their turn in this process; 0 where an answer describes the limits.</summary>
    public int Waiting { get; init; }

    /// <summary>The smallest number of requests any limit still allows; null where the server did not say.</summary>
    public long? Remaining => Policies.Min(policy => policy.Remaining);

    /// <summary>The longest wait among the exhausted limits; null when none is exhausted or none says how long.</summary>
    public TimeSpan? ResetAfter => Policies.Where(policy => policy.IsExhausted).Max(policy => policy.ResetAfter);
}

/// <summary>One rate limit.</summary>
public sealed class RateLimitPolicy
{
    /// <summary>The server's name for the limit.</summary>
    public required string Name { get; init; }

    /// <summary>How many requests the window allows (<c>q</c>).</summary>
    public long? Quota { get; init; }

    /// <summary>How long the window is (<c>w</c>).</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>How many requests are left (<c>r</c>).</summary>
    public long? Remaining { get; init; }

    /// <summary>How long until the next request is allowed (<c>t</c>); zero while some are left.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <summary>Whether no request is left.</summary>
    public bool IsExhausted => Remaining <= 0;
}
