namespace Valentina.Stress.Scenarios.Soak;

/// <summary>
/// Whether a figure that was taken after every round grows. What leaks goes on growing: it is higher in the last third than in the first,
/// and in the last than in the middle too. What a pool or the compiler takes once, even after the warm-up, stands still afterwards.
/// </summary>
internal sealed class Growth
{
    /// <param name="values">The figure after each round, three or more, in order.</param>
    /// <param name="allowed">How much more counts as flat, for the figure of the first third.</param>
    public Growth(long[] values, Func<long, long> allowed)
    {
        // The medians, so that one round in which the collector or the pool was busy decides nothing.
        var third = values.Length / 3;
        First = Median(values[..third]);
        Last = Median(values[^third..]);
        var middle = Median(values[third..^third]);

        // A figure that grows evenly has half of its growth still to come in the middle.
        IsGrowing = Last > First + allowed(First) && Last > middle + (allowed(First) / 2);
    }

    /// <summary>What is usual in the first third.</summary>
    public long First { get; }

    /// <summary>What is usual in the last third.</summary>
    public long Last { get; }

    /// <summary>Whether it grows by more than is allowed, and has not stopped.</summary>
    public bool IsGrowing { get; }

    private static long Median(long[] values) => values.Order().ElementAt(values.Length / 2);
}
