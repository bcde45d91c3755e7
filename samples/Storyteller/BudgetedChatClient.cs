using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Valentina.ClaudeCode;

namespace Storyteller;

/// <summary>
/// Stops before a call that the budget does not allow. It belongs under the function invocation, so that every round is counted: one
/// question with tools is several calls, and all are paid for.
/// </summary>
internal sealed class BudgetedChatClient(IChatClient inner, BudgetGuard budget) : DelegatingChatClient(inner)
{
    /// <inheritdoc/>
    /// <exception cref="Valentina.BudgetExceededException">The budget is spent; nothing was sent.</exception>
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        budget.ThrowIfExhausted();
        var response = await base.GetResponseAsync(messages, options, cancellationToken);
        Count(response);
        return response;
    }

    /// <inheritdoc/>
    /// <exception cref="Valentina.BudgetExceededException">The budget is spent; nothing was sent.</exception>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        budget.ThrowIfExhausted();
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            updates.Add(update);
            yield return update;
        }

        // The price comes last. A stream that breaks off before is paid for too, and nobody says how much.
        Count(updates.ToChatResponse());
    }

    private void Count(ChatResponse response) => budget.Add(response.GetCost() ?? 0, response.Usage?.TotalTokenCount ?? 0);
}
