using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <summary>The end of an agentic task (<c>result</c>). A task that failed or cost too much ends so too: look at its status.</summary>
public sealed class ResultEvent(AgenticTaskResult task) : StreamEvent("result")
{
    /// <summary>The outcome. Its id is empty, since the service gives none on a stream.</summary>
    public AgenticTaskResult Task { get; } = task;

    /// <inheritdoc/>
    public override bool IsFinal => true;
}
