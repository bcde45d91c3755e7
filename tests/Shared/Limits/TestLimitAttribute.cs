namespace Valentina.Tests.Shared.Limits;

/// <summary>
/// How long a test may take before it fails, from the construction of its class to its disposal. The one on the method comes before the
/// one on the class, which also bounds the fixtures; without any, <see cref="Default"/> holds.
/// </summary>
/// <param name="seconds">The limit in seconds, 1 or more.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TestLimitAttribute(double seconds) : Attribute
{
    /// <summary>Generous: an ordinary test takes milliseconds, but the machine may be busy with other work.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromMinutes(2);

    public double Seconds { get; } = seconds;

    public TimeSpan Limit { get; } = TimeSpan.FromSeconds(seconds);
}
