namespace Valentina.ClaudeCode.Models;

// By hand: what a budget guard holds back never reaches the service.
public readonly partial struct BatchStatus
{
    /// <summary>Never from the service: a <see cref="BudgetGuard"/> held the prompt back, and it cost nothing.</summary>
    public static BatchStatus Skipped { get; } = new("skipped");
}
