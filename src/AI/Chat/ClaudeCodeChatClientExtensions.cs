using System.Text.Json;
using Valentina.AI.Chat;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Microsoft.Extensions.AI;

/// <summary>The Claude Code API as a chat client.</summary>
public static class ClaudeCodeChatClientExtensions
{
    /// <summary>The name under which <see cref="ChatMessage.AdditionalProperties"/> of an answer holds what it cost.</summary>
    public const string CostProperty = "cost";

    /// <summary>
    /// The client as an <see cref="IChatClient"/>. Every failure is the exception that the client itself throws, see
    /// <see cref="Valentina.ValentinaException"/>.
    /// </summary>
    /// <remarks>
    /// Answers come from <see cref="ClaudeCodeClient.CompleteAsync(ChatCompletionRequest, Valentina.RequestOptions, CancellationToken)"/>,
    /// streams over the WebSocket. What no stream can carry (tools, and what <see cref="ChatOptions.RawRepresentationFactory"/> sets in a
    /// <see cref="ChatCompletionRequest"/>) is sent as a completion, whose answer comes in one piece. Where tools were asked for and the
    /// service ignored them, the answer is a <see cref="Valentina.AI.ToolsIgnoredException"/>. The service has no temperature, no seed and
    /// no stop sequences, so that such options change nothing, and <see cref="ChatOptions.MaxOutputTokens"/> does no more than steer its
    /// choice of a model. Disposing the chat client does nothing: the client stays the caller's.
    /// </remarks>
    /// <param name="client">The client.</param>
    /// <param name="defaultModel">The model where the options name none. Left out, the service chooses, and takes sonnet on a
    /// stream.</param>
    /// <example>
    /// <code>
    /// IChatClient chat = claude.AsIChatClient(ClaudeModel.Haiku);
    /// Console.WriteLine(await chat.GetResponseAsync("Name three moons of Jupiter."));
    /// </code>
    /// </example>
    public static IChatClient AsIChatClient(this ClaudeCodeClient client, ClaudeModel defaultModel = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new ClaudeCodeChatClient(client, defaultModel);
    }

    /// <summary>
    /// What the answer cost, in US dollars: all its messages together, so that it counts every round of function invocation. An answer out
    /// of a cache says what it cost when it was made. Null when nothing in it is Claude's.
    /// </summary>
    /// <param name="response">The answer.</param>
    public static decimal? GetCost(this ChatResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return response.Messages.Select(Cost).Aggregate((decimal?)null, static (sum, cost) => cost is null ? sum : (sum ?? 0) + cost);
    }

    private static decimal? Cost(ChatMessage message) => message.AdditionalProperties?.GetValueOrDefault(CostProperty) switch
    {
        decimal cost => cost,
        JsonElement { ValueKind: JsonValueKind.Number } cost => cost.GetDecimal(),
        _ => null,
    };
}
