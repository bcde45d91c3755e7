using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <summary>How many prompts are answered.</summary>
public sealed class CompleteManySettings
{
    /// <summary>The model for all of them; <see cref="ClaudeModel.Auto"/> leaves the choice to the service, prompt by prompt.</summary>
    public ClaudeModel Model { get; set; }

    /// <summary>How long the model may take for each, 1 to 300 s; null for the client's.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>What the model is told about its part before each prompt, or null.</summary>
    public string? SystemMessage { get; set; }

    /// <summary>
    /// How many are under way at a time, at least 1; 4, which leaves room in the service's usual pool of five. A synchronous call answers
    /// one at a time.
    /// </summary>
    public int MaxParallel { get; set; } = 4;

    /// <summary>Says when to stop, and adds up what was spent; null for the client's own guard, if it has one.</summary>
    public BudgetGuard? Guard { get; set; }
}
