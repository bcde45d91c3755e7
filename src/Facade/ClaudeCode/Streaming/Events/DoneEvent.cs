using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <summary>The end of an answer (<c>done</c>): what it used and what it cost.</summary>
public sealed class DoneEvent(TokenUsage usage, decimal cost, ClaudeModel model) : StreamEvent("done")
{
    /// <summary>The tokens used; all 0 where the service did not say.</summary>
    public TokenUsage Usage { get; } = usage;

    /// <summary>What the answer cost, in US dollars.</summary>
    public decimal Cost { get; } = cost;

    /// <summary>The model that answered.</summary>
    public ClaudeModel Model { get; } = model;

    /// <inheritdoc/>
    public override bool IsFinal => true;
}
