namespace Valentina.SpecTool.Json;

/// <summary>A document that must not be used, with the place of the fault.</summary>
/// <param name="pointer">Where the fault is.</param>
/// <param name="problem">What is wrong, in one sentence.</param>
public sealed class SpecException(JsonPointer pointer, string problem) : Exception($"{pointer}: {problem}")
{
    /// <summary>Where the fault is, as a JSON pointer.</summary>
    public JsonPointer Pointer { get; } = pointer;

    /// <summary>What is wrong.</summary>
    public string Problem { get; } = problem;
}
