using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.Json;

/// <summary>A document that must not be used, with the place of the error.</summary>
/// <param name="pointer">Where the error is.</param>
/// <param name="problem">What is wrong, in one sentence.</param>
public sealed class SpecException(JsonPointer pointer, string problem) : Exception($"{pointer}: {problem}")
{
    /// <summary>Where the error is, as a JSON pointer.</summary>
    public JsonPointer Pointer { get; } = pointer;

    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;

    /// <summary>The overlay action that settles it; null = the one that follows from place and problem.</summary>
    public Cure? Cure { get; init; }

    /// <summary>Makes one for a place that is still a text.</summary>
    public static SpecException At(string pointer, string problem, Cure? cure = null)
        => new(new JsonPointer(pointer), problem) { Cure = cure };
}
