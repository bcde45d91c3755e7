namespace Valentina.DependencyInjection;

/// <summary>What was found in the configuration that options were bound from.</summary>
/// <param name="Section">The path of the section; null for a configuration as a whole.</param>
/// <param name="IsMissing">Whether there is nothing at that path.</param>
/// <param name="Problems">What hardly anybody means, in sentences.</param>
/// <param name="UnusedNames">Names in the section that are no options.</param>
/// <param name="Elsewhere">Names the section that was meant instead, in a sentence; null where there is none.</param>
internal sealed record BoundConfiguration(
    string? Section,
    bool IsMissing,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> UnusedNames,
    string? Elsewhere);
