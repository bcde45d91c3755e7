using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Valentina.AI.Chat;

/// <summary>Translates between the chat clients of .NET and the client of the service, and does nothing else.</summary>
internal sealed class ClaudeCodeChatClient(ClaudeCodeClient client, ClaudeModel defaultModel) : IChatClient
{
    /// <summary>The name of the provider in the conventions of OpenTelemetry: whose models they are.</summary>
    private const string Provider = "anthropic";

    private static readonly FailureDetails Answering = new()
    {
        Service = ServiceNames.ClaudeCode,
        Operation = ClaudeCodeOperations.CreateChatCompletion.Id,
        Method = nameof(GetResponseAsync),
    };

    private static readonly FailureDetails Streaming = new()
    {
        Service = ServiceNames.ClaudeCode, Operation = "stream", Method = nameof(GetStreamingResponseAsync),
    };

    private readonly ChatClientMetadata _metadata = new(Provider, client.BaseUrl, defaultModel.IsAuto ? null : defaultModel.Value);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        => await AnswerAsync(RequestMaker.Make(this, messages, options, defaultModel, Answering), cancellationToken).ConfigureAwait(false);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = RequestMaker.Make(this, messages, options, defaultModel, Streaming);
        if (!RequestMaker.FitsStream(request))
        {
            var response = await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var update in response.ToChatResponseUpdates())
            {
                yield return update;
            }

            yield break;
        }

        var id = ResponseMaker.NewId();
        var model = request.Model ?? ClaudeModel.Auto;
        var events = client.StreamEventsAsync(request.Messages, model, null, cancellationToken);
        await foreach (var read in events.ConfigureAwait(false))
        {
            yield return ResponseMaker.Update(read, id, model);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(client) ? client
            : serviceType.IsInstanceOfType(_metadata) ? _metadata
            : null;
    }

    /// <summary>Nothing: the client belongs to whoever made it.</summary>
    public void Dispose()
    {
    }

    private async Task<ChatResponse> AnswerAsync(ChatCompletionRequest request, CancellationToken cancellationToken)
    {
        var completion = await client.CompleteAsync(request, null, cancellationToken).ConfigureAwait(false);

        // A service that knows nothing of the tools answers all the same, in its own shape, with whatever the model made up.
        return request.Tools is { Count: > 0 } && completion.Choices is null
            ? throw new ToolsIgnoredException(completion)
            : ResponseMaker.Make(completion);
    }
}
