namespace Valentina.ClaudeCode;

/// <summary>A piece of the answer's text (<c>token</c>).</summary>
public sealed class TokenEvent(string text) : StreamEvent("token")
{
    /// <summary>The piece; joined in order, the pieces are the answer.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
