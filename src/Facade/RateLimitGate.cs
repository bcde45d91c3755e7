using Valentina.Connection.Pacing;

namespace Valentina;

/// <summary>
/// Paces the calls of one API key by what the server says about its rate limits. Clients of the same key and address share one without
/// being told; make one and give it to <see cref="ClientOptions.RateLimitGate"/> where clients over handlers of your own shall share it
/// too. Use one for one key: the limits belong to the key.
/// </summary>
public sealed class RateLimitGate
{
    /// <summary>Makes a gate that knows nothing yet.</summary>
    /// <param name="timeProvider">The clock of its clients; null for the machine's.</param>
    public RateLimitGate(TimeProvider? timeProvider = null) => Gate = new PacingGate(timeProvider ?? TimeProvider.System);

    /// <summary>Makes a gate whose tokens several processes share.</summary>
    internal RateLimitGate(IRateLimitStore store, TimeProvider? timeProvider = null)
        => Gate = new PacingGate(timeProvider ?? TimeProvider.System, store);

    /// <summary>The limits as they are known now; without any where the server has told none.</summary>
    /// <returns>A state of its own, which later answers do not change.</returns>
    public RateLimitState GetState() => Gate.Describe();

    internal PacingGate Gate { get; }
}
