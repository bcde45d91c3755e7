namespace Valentina.Stress;

/// <summary>One kind of load or attack. Made by reflection, so it needs a constructor without parameters.</summary>
internal interface IScenario
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>One sentence for the list.</summary>
    string About { get; }

    /// <summary>How long it may take at the most; after that the program says where it stands and exits with 3.</summary>
    TimeSpan Bound(StressOptions options);

    /// <summary>Does it. What must not happen goes to <see cref="Tally.Violate"/>; an exception that gets out is a violation too.</summary>
    void Run(StressOptions options, Tally tally);
}
