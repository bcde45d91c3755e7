using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <summary>Puts the slices of a guarded batch together again.</summary>
internal sealed class BatchSum(int total)
{
    private readonly List<BatchResult> _results = new(total);
    private long _completed;
    private long _failed;
    private decimal _cost;
    private long _tokens;

    public void Add(Batch slice, BudgetGuard guard)
    {
        foreach (var result in slice.Results)
        {
            guard.Add(result.Cost ?? 0, result.Usage?.TotalTokens ?? 0);
        }

        _results.AddRange(slice.Results);
        _completed += slice.Completed;
        _failed += slice.Failed;
        _cost += slice.TotalCost;
        _tokens += slice.TotalTokens;
    }

    /// <summary>Prompts that were sent, but whose answer is a failure of them all.</summary>
    public void Fail(IReadOnlyList<BatchPrompt> prompts, ValentinaException error)
    {
        _failed += prompts.Count;
        Add(prompts, BatchStatus.Failed, error.Message);
    }

    /// <summary>Prompts that were not sent.</summary>
    public void Skip(IEnumerable<BatchPrompt> prompts)
        => Add(prompts, BatchStatus.Skipped, "Held back: nothing more is to be spent, or the call before failed.");

    public Batch ToBatch() => new()
    {
        Total = total,
        Completed = _completed,
        Failed = _failed,
        Results = _results,
        TotalCost = _cost,
        TotalTokens = _tokens,
    };

    private void Add(IEnumerable<BatchPrompt> prompts, BatchStatus status, string error)
        => _results.AddRange(
            prompts.Select(prompt => new BatchResult { Id = prompt.Id, Prompt = prompt.Prompt, Status = status, Error = error }));
}
