using System.Text.Json;
using Microsoft.Extensions.AI;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Valentina.AI.Chat;

/// <summary>Makes answers and updates from what the service says.</summary>
internal static class ResponseMaker
{
    /// <summary>The id that every answer with tools has, so that it names none.</summary>
    private const string NoId = "sdk-direct";

    private const string ProjectProperty = "project_id";

    public static string NewId() => Guid.NewGuid().ToString("N");

    public static ChatResponse Make(Completion completion)
    {
        var id = completion.Id is { Length: > 0 } given && given != NoId ? given : NewId();
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, Contents(completion))
        {
            MessageId = id,
            RawRepresentation = completion,
            AdditionalProperties = new AdditionalPropertiesDictionary
            {
                [ClaudeCodeChatClientExtensions.CostProperty] = completion.Cost, [ProjectProperty] = completion.ProjectId,
            },
        })
        {
            ResponseId = id,
            ModelId = Name(completion.Model),
            FinishReason = Reason(completion.FinishReason),
            Usage = Usage(completion.Usage.InputTokens, completion.Usage.OutputTokens, completion.Usage.TotalTokens),
            RawRepresentation = completion,
        };
    }

    public static ChatResponseUpdate Update(StreamEvent read, string id, ClaudeModel model)
    {
        var update = new ChatResponseUpdate
        {
            Role = ChatRole.Assistant, ResponseId = id, MessageId = id, ModelId = Name(model), RawRepresentation = read,
        };
        switch (read)
        {
            case TokenEvent token:
                update.Contents = [new TextContent(token.Text)];
                break;
            case DoneEvent done:
                update.Contents = [new UsageContent(Usage(done.Usage.InputTokens, done.Usage.OutputTokens, done.Usage.TotalTokens))];
                update.ModelId = Name(done.Model);
                update.FinishReason = ChatFinishReason.Stop;
                update.AdditionalProperties = new() { [ClaudeCodeChatClientExtensions.CostProperty] = done.Cost };
                break;
        }

        return update;
    }

    private static List<AIContent> Contents(Completion completion)
    {
        var contents = new List<AIContent>();
        if (completion.Text.Length > 0)
        {
            contents.Add(new TextContent(completion.Text));
        }

        contents.AddRange(completion.ToolCalls.Select(static call => FunctionCallContent.CreateFromParsedArguments(
            call.Function.Arguments, call.Id, call.Function.Name, Arguments)));
        return contents;
    }

    /// <summary>The arguments of a call; what is no JSON object becomes the exception of the call, which tells the model.</summary>
    private static IDictionary<string, object?>? Arguments(string json)
        => string.IsNullOrWhiteSpace(json)
            ? null
            : (IDictionary<string, object?>?)JsonSerializer.Deserialize(
                json, AIJsonUtilities.DefaultOptions.GetTypeInfo(typeof(IDictionary<string, object?>)));

    private static string? Name(ClaudeModel model) => model.IsAuto ? null : model.Value;

    private static ChatFinishReason Reason(string? reason) => reason switch
    {
        null or "stop" => ChatFinishReason.Stop,
        "tool_calls" => ChatFinishReason.ToolCalls,
        "length" => ChatFinishReason.Length,
        _ => new ChatFinishReason(reason),
    };

    private static UsageDetails Usage(long input, long output, long total) => new()
    {
        InputTokenCount = input, OutputTokenCount = output, TotalTokenCount = total,
    };
}
