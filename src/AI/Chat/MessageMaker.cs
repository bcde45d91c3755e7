using System.Text.Json;
using Microsoft.Extensions.AI;
using Valentina.ClaudeCode.Models;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ClaudeMessage = Valentina.ClaudeCode.Models.ChatMessage;

namespace Valentina.AI.Chat;

/// <summary>Translates the messages of a conversation.</summary>
internal static class MessageMaker
{
    /// <summary>Blanks cost tokens.</summary>
    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    /// <summary>A message as the service has it; each result of a tool is a message of its own there. None where it says nothing.</summary>
    /// <exception cref="ArgumentException">The message is null, or holds something that cannot be sent.</exception>
    public static IEnumerable<ClaudeMessage> Make(ChatMessage message)
    {
        if (message is null)
        {
            throw new ArgumentException("A message is null.", nameof(message));
        }

        var parts = new List<ContentPart>();
        var calls = new List<ToolCall>();
        foreach (var content in message.Contents)
        {
            switch (content)
            {
                case FunctionResultContent result:
                    yield return new ClaudeMessage
                    {
                        Role = MessageRole.Tool, ToolCallId = result.CallId, Content = Said(result),
                    };
                    break;
                case FunctionCallContent call:
                    calls.Add(Call(call));
                    break;
                default:
                    if (Part(content) is { } part)
                    {
                        parts.Add(part);
                    }

                    break;
            }
        }

        if (parts.Count > 0 || calls.Count > 0)
        {
            yield return new ClaudeMessage
            {
                Role = new MessageRole(message.Role.Value),
                Content = parts switch
                {
                    [] => null,
                    [TextPart text] => new MessageContent(text.Text),
                    _ => new MessageContent(parts),
                },
                ToolCalls = calls.Count > 0 ? calls : null,
            };
        }
    }

    /// <summary>A part that the service takes; null for what is no part of a prompt, such as an earlier answer's tokens.</summary>
    private static ContentPart? Part(AIContent content) => content switch
    {
        TextContent text when !string.IsNullOrWhiteSpace(text.Text) => ContentPart.OfText(text.Text),
        TextContent or TextReasoningContent or UsageContent or ErrorContent => null,
        DataContent data when data.HasTopLevelMediaType("image") => ContentPart.OfImage(data.Data.Span, data.MediaType),
        UriContent link when link.HasTopLevelMediaType("image") => ContentPart.OfImage(link.Uri),
        _ => throw new ArgumentException(
            $"The service takes texts and pictures; it cannot be given a {content.GetType().Name}{TypeOf(content)}.", nameof(content)),
    };

    private static string TypeOf(AIContent content) => content switch
    {
        DataContent data => $" of the type {data.MediaType}",
        UriContent link => $" of the type {link.MediaType}",
        _ => "",
    };

    private static ToolCall Call(FunctionCallContent call) => new()
    {
        Id = call.CallId,
        Type = "function",
        Function = new ToolCallFunction
        {
            Name = call.Name,
            Arguments = call.Arguments is { } arguments
                ? JsonSerializer.Serialize(arguments, Compact.GetTypeInfo(typeof(IDictionary<string, object?>)))
                : "{}",
        },
    };

    private static string Said(FunctionResultContent result) => result.Result switch
    {
        string text => text,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
        null => result.Exception is { } failure ? $"Error: {failure.Message}" : "null",
        var value => JsonSerializer.Serialize(value, Compact.GetTypeInfo(typeof(object))),
    };
}
