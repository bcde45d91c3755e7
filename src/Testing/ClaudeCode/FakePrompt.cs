namespace Valentina.Testing;

/// <summary>One prompt the model of a fake was given.</summary>
/// <param name="text">The prompt: the conversation as one text.</param>
/// <param name="model">The model that was to answer.</param>
/// <param name="projectId">The project it was booked on.</param>
/// <param name="isStream">Whether it came over a stream.</param>
public sealed class FakePrompt(string text, string model, string projectId, bool isStream)
{
    /// <summary>The prompt: the conversation as one text.</summary>
    public string Text { get; } = text;

    /// <summary>The model that was to answer.</summary>
    public string Model { get; } = model;

    /// <summary>The project it was booked on.</summary>
    public string ProjectId { get; } = projectId;

    /// <summary>Whether it came over a stream.</summary>
    public bool IsStream { get; } = isStream;

    /// <summary>
    /// The most tokens the answer may have, as <c>/v1/process</c> has it: 1000 when the caller leaves it out, 4096 on null. Null for all
    /// others, which set none.
    /// </summary>
    public long? MaxTokens { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Model}: {Text}";
}
