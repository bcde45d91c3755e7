using System.Globalization;

namespace Valentina.Testing;

/// <summary>How often something is expected. A plain number means exactly so often.</summary>
public readonly struct CallCount : IEquatable<CallCount>
{
    private CallCount(int least, int most)
    {
        Least = least;
        Most = most;
    }

    /// <summary>Exactly once.</summary>
    public static CallCount Once => Exactly(1);

    /// <summary>Not at all.</summary>
    public static CallCount Never => Exactly(0);

    /// <summary>The smallest number expected.</summary>
    public int Least { get; }

    /// <summary>The largest number expected.</summary>
    public int Most { get; }

    /// <summary>Exactly so often.</summary>
    public static CallCount Exactly(int times) => new(times, times);

    /// <summary>So often or more.</summary>
    public static CallCount AtLeast(int times) => new(times, int.MaxValue);

    /// <summary>So often or less.</summary>
    public static CallCount AtMost(int times) => new(0, times);

    /// <summary>A number means exactly so often.</summary>
    public static implicit operator CallCount(int times) => Exactly(times);

    /// <summary>A number means exactly so often.</summary>
    public static CallCount FromInt32(int times) => Exactly(times);

    /// <summary>Whether two expectations are the same.</summary>
    public static bool operator ==(CallCount left, CallCount right) => left.Equals(right);

    /// <summary>Whether two expectations differ.</summary>
    public static bool operator !=(CallCount left, CallCount right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(CallCount other) => Least == other.Least && Most == other.Most;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CallCount other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Least, Most);

    /// <inheritdoc/>
    public override string ToString()
        => Least == Most ? Least.ToString(CultureInfo.InvariantCulture) + " time(s)"
            : Most == int.MaxValue ? $"at least {Least} time(s)"
            : $"{Least} to {Most} times";

    internal bool Allows(int times) => times >= Least && times <= Most;
}
