namespace Valentina.ClaudeCode;

/// <summary>
/// One event of a stream: <see cref="TokenEvent"/>, <see cref="DoneEvent"/>, <see cref="ThinkingEvent"/>,
/// <see cref="ResultEvent"/>, or <see cref="UnknownEvent"/> for what a newer service may send.
/// </summary>
public abstract class StreamEvent
{
    private protected StreamEvent(string type) => Type = type;

    /// <summary>The event's name on the wire.</summary>
    public string Type { get; }

    /// <summary>Whether the answer ends with it.</summary>
    public virtual bool IsFinal => false;
}
