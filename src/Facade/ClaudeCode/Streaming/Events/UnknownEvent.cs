namespace Valentina.ClaudeCode;

/// <summary>An event this version of the SDK does not know. It is handed on as it came, and the stream goes on.</summary>
public sealed class UnknownEvent(string type, string json) : StreamEvent(type)
{
    /// <summary>The event as it came.</summary>
    public string Json { get; } = json;

    /// <inheritdoc/>
    public override string ToString() => Json;
}
