using Microsoft.Extensions.AI;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Valentina.AI.Chat;

/// <summary>Makes the request of a completion from messages and options.</summary>
internal static class RequestMaker
{
    private const string Nothing = "no text, no picture and no call of a tool to answer";
    private const string JsonInstruction = "Answer with a single JSON value and nothing else: no words before or after it, no code fence.";

    /// <summary>Makes the request. What the options leave open is the request's that they bring, then the default.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="messages">The conversation.</param>
    /// <param name="options">What the caller wants besides.</param>
    /// <param name="defaultModel">The model where nobody names one.</param>
    /// <param name="call">What an exception says of the call.</param>
    /// <exception cref="RequestValidationException">There is nothing to answer. Nothing was sent.</exception>
    /// <exception cref="ArgumentException">Something is asked for that the service does not have. Nothing was sent.</exception>
    public static ChatCompletionRequest Make(
        IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? options, ClaudeModel defaultModel, FailureDetails call)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (options?.ConversationId is not null)
        {
            throw new ArgumentException(
                "The service keeps no conversations: send all messages, and leave ConversationId out.", nameof(options));
        }

        var request = options?.RawRepresentationFactory?.Invoke(client) as ChatCompletionRequest
            ?? new ChatCompletionRequest { Messages = [] };
        var said = Said(messages, request.Messages, call);
        request.Messages = [.. request.Messages ?? [], .. Instructions(options), .. said];
        request.MaxTokens ??= options?.MaxOutputTokens;
        request.Model ??= options?.ModelId is { Length: > 0 } model ? new ClaudeModel(model) : defaultModel;
        AddTools(request, options);
        return request;
    }

    /// <summary>A stream takes messages and a model, and no tools, folders or times.</summary>
    public static bool FitsStream(ChatCompletionRequest request)
        => request is { Tools: null or { Count: 0 }, AllowedTools: null, WorkingDirectory: null, Timeout: null };

    /// <summary>
    /// Instructions alone are no question, and a user who says nothing is answered with something all the same, which is paid for.
    /// </summary>
    private static List<ClaudeCode.Models.ChatMessage> Said(
        IEnumerable<ChatMessage> messages, IReadOnlyList<ClaudeCode.Models.ChatMessage>? begun, FailureDetails call)
    {
        var said = new List<ClaudeCode.Models.ChatMessage>();
        var index = 0;
        foreach (var message in messages)
        {
            var before = said.Count;
            said.AddRange(MessageMaker.Make(message));
            if (said.Count == before && message.Role == ChatRole.User)
            {
                throw new RequestValidationException(call, [new ValidationError($"messages[{index}]", $"holds {Nothing}")]);
            }

            index++;
        }

        return said.Count > 0 || begun is { Count: > 0 }
            ? said
            : throw new RequestValidationException(call, [new ValidationError("messages", $"hold {Nothing}")]);
    }

    private static IEnumerable<ClaudeCode.Models.ChatMessage> Instructions(ChatOptions? options)
    {
        if (!string.IsNullOrEmpty(options?.Instructions))
        {
            yield return ClaudeCode.Models.ChatMessage.System(options.Instructions);
        }

        if (options?.ResponseFormat is ChatResponseFormatJson format)
        {
            yield return ClaudeCode.Models.ChatMessage.System(format.Schema is { } schema
                ? $"{JsonInstruction} It must satisfy this JSON schema: {schema.GetRawText()}"
                : JsonInstruction);
        }
    }

    private static void AddTools(ChatCompletionRequest request, ChatOptions? options)
    {
        if (options is not { Tools.Count: > 0 } || options.ToolMode is NoneChatToolMode)
        {
            return;
        }

        request.Tools = [.. request.Tools ?? [], .. options.Tools.Select(Definition)];
        request.ToolChoice ??= options.ToolMode switch
        {
            RequiredChatToolMode { RequiredFunctionName: { } name }
                => new JObject { ["type"] = "function", ["function"] = new JObject { ["name"] = name } },
            RequiredChatToolMode => "required",
            _ => null,
        };
    }

    private static ToolDefinition Definition(AITool tool)
        => tool is AIFunctionDeclaration function
            ? new ToolDefinition
            {
                Type = "function",
                Function = new ToolFunction
                {
                    Name = function.Name,
                    Description = function.Description.Length == 0 ? null : function.Description,
                    Parameters = JToken.Parse(function.JsonSchema.GetRawText()),
                },
            }
            : throw new ArgumentException(
                $"The service runs no tool of the kind {tool.GetType().Name}: give functions. Tools of the server are in AllowedTools of "
                + "the ChatCompletionRequest that RawRepresentationFactory makes.",
                nameof(tool));
}
