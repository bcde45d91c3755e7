using System.Diagnostics.CodeAnalysis;
using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <summary>The prompts still to be sent, and the guard that lets them go or not. Used by one flow of control.</summary>
internal sealed class PromptQueue(IEnumerable<BatchPrompt> prompts, BudgetGuard? guard) : IDisposable
{
    private readonly IEnumerator<BatchPrompt> _prompts = prompts.GetEnumerator();
    private readonly Queue<(int Index, BatchPrompt Prompt)> _again = new();
    private BatchPrompt? _next;
    private int _nextIndex;
    private int _index = -1;

    /// <summary>Whether nothing more is sent.</summary>
    public bool IsStopped { get; set; }

    /// <summary>Takes the next prompt if there is one and it may go now; <see cref="Settle"/> must follow.</summary>
    /// <param name="canWait">Whether others of this queue are under way.</param>
    /// <param name="index">Its place among all.</param>
    /// <param name="prompt">The prompt.</param>
    public bool TryStart(bool canWait, out int index, [NotNullWhen(true)] out BatchPrompt? prompt)
    {
        index = 0;
        prompt = null;
        if (IsStopped || !Peek())
        {
            return false;
        }

        var decision = guard?.Start(canWait) ?? BudgetDecision.Go;
        IsStopped = decision == BudgetDecision.Stop;
        if (decision != BudgetDecision.Go)
        {
            return false;
        }

        index = _nextIndex;
        prompt = _next!;
        _next = null;
        return true;
    }

    public void Settle((decimal Cost, long Tokens)? paid) => guard?.Settle(paid);

    /// <summary>Takes back a prompt for which nothing was done; it goes before those that were never sent.</summary>
    public void PutBack(int index, BatchPrompt prompt) => _again.Enqueue((index, prompt));

    /// <summary>What was never sent.</summary>
    public IEnumerable<(int Index, BatchPrompt Prompt)> Rest()
    {
        while (Peek())
        {
            yield return (_nextIndex, _next!);
            _next = null;
        }
    }

    public void Dispose() => _prompts.Dispose();

    private bool Peek()
    {
        if (_next is null && _again.TryDequeue(out var again))
        {
            (_nextIndex, _next) = again;
        }
        else if (_next is null && _prompts.MoveNext())
        {
            _nextIndex = ++_index;
            _next = _prompts.Current is { Prompt: not null } next
                ? next
                : throw new ArgumentException($"The prompt at index {_index} is null.", nameof(prompts));
        }

        return _next is not null;
    }
}
