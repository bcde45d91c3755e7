using System.Diagnostics.CodeAnalysis;

namespace Valentina.ClaudeCode.Models;

// By hand: short ways to write the messages of a conversation.
public partial class ChatMessage
{
    /// <summary>Creates an empty message.</summary>
    public ChatMessage()
    {
    }

    /// <summary>Creates a message.</summary>
    /// <param name="role">Who speaks.</param>
    /// <param name="content">What is said: a text, or parts.</param>
    /// <exception cref="ArgumentNullException">Nothing is said: the service would run, and charge for, an empty message.</exception>
    [SetsRequiredMembers]
    public ChatMessage(MessageRole role, MessageContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Role = role;
        Content = content;
    }

    /// <summary>What the model is told about its part in the conversation.</summary>
    public static ChatMessage System(string content) => new("system", Said(content));

    /// <summary>What the user says.</summary>
    public static ChatMessage User(string content) => new(MessageRole.User, Said(content));

    /// <summary>What the user says and shows, in parts: <c>ChatMessage.User([first, second])</c>.</summary>
    /// <param name="content">Texts and pictures, in their order.</param>
    public static ChatMessage User(MessageContent content) => new(MessageRole.User, content);

    /// <summary>What the model said.</summary>
    public static ChatMessage Assistant(string content) => new(MessageRole.Assistant, Said(content));

    /// <summary>That the model asked for tools: its message, to be repeated in front of their results.</summary>
    /// <param name="calls">The calls, as <see cref="Completion.ToolCalls"/> gave them.</param>
    /// <param name="content">What the model said beside, if anything.</param>
    public static ChatMessage Assistant(IReadOnlyList<ToolCall> calls, string? content = null)
        => new() { Role = MessageRole.Assistant, Content = content, ToolCalls = calls };

    /// <summary>The result of a tool the model asked for.</summary>
    /// <param name="call">The call it answers.</param>
    /// <param name="content">The result, as text.</param>
    public static ChatMessage Tool(ToolCall call, string content)
        => new() { Role = MessageRole.Tool, ToolCallId = call.Id, Content = content };

    private static MessageContent Said(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new(content);
    }
}
