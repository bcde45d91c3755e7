using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <summary>What became of one of many prompts: an answer, a failure, or neither because it was held back.</summary>
public sealed class CompletionOutcome
{
    /// <summary>The prompt's place among all, from 0.</summary>
    public int Index { get; init; }

    /// <summary>The id the caller gave the prompt, or null.</summary>
    public string? Id { get; init; }

    /// <summary>The prompt.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>The answer; null unless it came.</summary>
    public Completion? Completion { get; init; }

    /// <summary>Why there is no answer; null when there is one, and when the prompt was held back.</summary>
    public ValentinaException? Error { get; init; }

    /// <summary>Whether there is an answer.</summary>
    public bool IsCompleted => Completion is not null;

    /// <summary>
    /// Whether the prompt was never sent, because the budget allowed no more or a failure before it made the rest hopeless.
    /// </summary>
    public bool IsSkipped => Completion is null && Error is null;

    /// <inheritdoc/>
    public override string ToString()
        => $"{Id ?? FormattableString.Invariant($"#{Index}")}: {Completion?.Text ?? Error?.Message ?? "held back"}";
}
