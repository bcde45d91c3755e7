namespace Valentina.Testing;

/// <summary>What the fakes of both services let you choose.</summary>
public abstract class FakeServiceOptions
{
    /// <summary>The seed of everything random: ids, dice, names. The same seed gives the same bytes.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// Whether a request that the contract does not allow is thrown at the caller, with JSON pointers (the default), rather than refused as
    /// the real server refuses it. On a loopback port requests are always refused.
    /// </summary>
    public bool Strict { get; set; } = true;

    /// <summary>The clock; a <see cref="FakeClock"/> when left out, which jumps over every wait.</summary>
    public TimeProvider? TimeProvider { get; set; }
}
