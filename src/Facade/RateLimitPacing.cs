namespace Valentina;

/// <summary>Whether calls keep to the server's rate limits by themselves; see <see cref="ClientOptions.Pacing"/>.</summary>
public enum RateLimitPacing
{
    /// <summary>
    /// The limits are learned from the answers. Calls go at once while the limits hold enough for them, and wait for their turn when not.
    /// </summary>
    Learned,

    /// <summary>Calls go at once whatever the server has said; what it refuses is repeated as far as the options allow.</summary>
    Off,
}
