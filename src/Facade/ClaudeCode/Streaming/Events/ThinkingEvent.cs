namespace Valentina.ClaudeCode;

/// <summary>A word on what a task is doing (<c>thinking</c>); no part of its result.</summary>
public sealed class ThinkingEvent(string text) : StreamEvent("thinking")
{
    /// <summary>What the service says.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
