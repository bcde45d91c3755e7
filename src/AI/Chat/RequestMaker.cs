using Microsoft.Extensions.AI;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Valentina.AI.Chat;

/// <summary>Makes the request of a completion from messages and options.</summary>
internal static class RequestMaker
{
    private const string JsonInstruction = "Answer with a single JSON value and nothing else: no words before or after it, no code fence.";

    /// <summary>Makes the request. What the options leave open is the request's that they bring, then the default.</summary>
    /// <exception cref="ArgumentException">Something is asked for that the service does not have. Nothing was sent.</exception>
    public static ChatCompletionRequest Make(
        IChatClient client, IEnumerable<ChatMessage> messages, ChatOptions? options, ClaudeModel defaultModel)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (options?.ConversationId is not null)
        {
            throw new ArgumentException(
                "The service keeps no conversations: send all messages, and leave ConversationId out.", nameof(options));
        }

        var request = options?.RawRepresentationFactory?.Invoke(client) as ChatCompletionRequest
            ?? new ChatCompletionRequest { Messages = [] };
        var said = MessageMaker.Make(messages).ToList();
        RequireSaid(request.Messages, said);
        request.Messages = [.. request.Messages ?? [], .. Instructions(options), .. said];
        request.MaxTokens ??= options?.MaxOutputTokens;
        request.Model ??= options?.ModelId is { Length: > 0 } model ? new ClaudeModel(model) : defaultModel;
        AddTools(request, options);
        return request;
    }

    /// <summary>A stream takes messages and a model, and no tools, folders or times.</summary>
    public static bool FitsStream(ChatCompletionRequest request)
        => request is { Tools: null or { Count: 0 }, AllowedTools: null, WorkingDirectory: null, Timeout: null };

    /// <summary>Instructions alone are no question. There may be messages, and yet nothing in them that can be sent.</summary>
    private static void RequireSaid(
        IReadOnlyList<ClaudeCode.Models.ChatMessage>? begun, IReadOnlyList<ClaudeCode.Models.ChatMessage> said)
    {
        if (said.Count == 0 && begun is null or { Count: 0 })
        {
            throw new RequestValidationException(
                new FailureDetails { Service = ServiceNames.ClaudeCode, Operation = ClaudeCodeOperations.CreateChatCompletion.Id },
                [new ValidationError("messages", "hold no text, no picture and no call of a tool to answer")]);
        }
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
