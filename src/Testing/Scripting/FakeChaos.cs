namespace Valentina.Testing;

/// <summary>Random trouble, seeded: the same seed makes the same trouble.</summary>
public sealed class FakeChaos
{
    /// <summary>The share of requests that are answered with one of <see cref="Statuses"/>: 0 to 1.</summary>
    public double FailureRate { get; set; }

    /// <summary>The share of requests whose connection is cut: 0 to 1.</summary>
    public double CutRate { get; set; }

    /// <summary>The statuses failures have.</summary>
    public IList<int> Statuses { get; } = [500, 502, 503, 504];

    /// <summary>The longest an answer takes; each takes a random part of it.</summary>
    public TimeSpan MaxDelay { get; set; }

    /// <summary>The seed; the fake's own when left out.</summary>
    public int? Seed { get; set; }
}
