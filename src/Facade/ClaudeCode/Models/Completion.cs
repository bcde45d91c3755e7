using Newtonsoft.Json;

namespace Valentina.ClaudeCode.Models;

// By hand: one way to read both shapes of an answer, the service's own and the one with tools.
public partial class Completion
{
    /// <summary>The text of the answer, whichever shape it has; empty when the model only asks for tools.</summary>
    [JsonIgnore]
    public string Text => Content ?? Choices?.FirstOrDefault()?.Message.Content ?? "";

    /// <summary>The tools the model asks to be called; empty when it asks for none.</summary>
    [JsonIgnore]
    public IReadOnlyList<ToolCall> ToolCalls => Choices?.FirstOrDefault()?.Message.ToolCalls ?? [];

    /// <summary>
    /// Why the model stopped, for instance <c>stop</c> or <c>tool_calls</c>; null in an answer of the service's own shape.
    /// </summary>
    [JsonIgnore]
    public string? FinishReason => Choices?.FirstOrDefault()?.FinishReason;

    /// <summary>The text of the answer.</summary>
    public override string ToString() => Text;
}
