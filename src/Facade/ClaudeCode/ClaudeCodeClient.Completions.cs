using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;
using Valentina.Json;
using Valentina.Raw;

namespace Valentina.ClaudeCode;

/// <content>Completions, and <c>process</c>, which is the same in the form of other AI services.</content>
public partial class ClaudeCodeClient
{
    /// <summary>Answers a prompt; the service chooses the model.</summary>
    /// <remarks>
    /// It costs money, so that once its bytes were sent it is repeated after a 429 alone, which says that nothing ran, unless
    /// <see cref="RequestOptions.AllowRepeat"/> allows more. The operation <c>CreateChatCompletion</c>
    /// (<c>chat_completion_v1_chat_completions_post</c>).
    /// </remarks>
    /// <param name="prompt">What to ask.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="ArgumentNullException">What is asked is null: the prompt, the list of messages or the request.</exception>
    /// <exception cref="RequestValidationException">What is asked is empty or blank. Nothing was sent.</exception>
    /// <exception cref="BudgetExceededException">The budget of the key's project is spent, or the client's guard allows no
    /// more.</exception>
    /// <exception cref="RateLimitedException">Too many requests in this clock minute, or the model's provider limits the rate.</exception>
    /// <exception cref="RequestTimeoutException">The model took too long for the service (504, its reason is
    /// <see cref="TimeoutReason.Provider"/>), or the answer for the client.</exception>
    /// <exception cref="ServerErrorException">The model failed.</exception>
    /// <exception cref="ValentinaException">The call failed otherwise.</exception>
    public virtual Task<Completion> CompleteAsync(
        string prompt, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => CompleteAsync(Asked(ClaudeCodeOperations.CreateChatCompletion, prompt), ClaudeModel.Auto, null, options, cancellationToken);

    /// <summary>Answers a prompt with a model of your choice.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="model">The model; <see cref="ClaudeModel.Auto"/> leaves the choice to the service.</param>
    /// <param name="timeout">How long the model may take, 1 to 300 s; null for the client's. The answer is waited for 10 s longer.</param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <inheritdoc cref="CompleteAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<Completion> CompleteAsync(
        string prompt,
        ClaudeModel model,
        TimeSpan? timeout = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => CompleteAsync(Asked(ClaudeCodeOperations.CreateChatCompletion, prompt), model, timeout, options, cancellationToken);

    /// <summary>Continues a conversation; the service chooses the model.</summary>
    /// <param name="messages">
    /// The conversation so far, oldest first. System messages alone ask nothing: a service with a line of its own to the provider fails
    /// over them.
    /// </param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <inheritdoc cref="CompleteAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<Completion> CompleteAsync(
        IEnumerable<ChatMessage> messages, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => CompleteAsync(messages, ClaudeModel.Auto, null, options, cancellationToken);

    /// <summary>Continues a conversation with a model of your choice.</summary>
    /// <param name="messages">
    /// The conversation so far, oldest first. System messages alone ask nothing: a service with a line of its own to the provider fails
    /// over them.
    /// </param>
    /// <param name="model">The model; <see cref="ClaudeModel.Auto"/> leaves the choice to the service.</param>
    /// <param name="timeout">How long the model may take, 1 to 300 s; null for the client's. The answer is waited for 10 s longer.</param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <inheritdoc cref="CompleteAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<Completion> CompleteAsync(
        IEnumerable<ChatMessage> messages,
        ClaudeModel model,
        TimeSpan? timeout = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => CompleteAsync(
            new ChatCompletionRequest { Messages = Copied(messages), Model = model, Timeout = timeout?.TotalSeconds },
            options,
            cancellationToken);

    /// <summary>
    /// Continues a conversation, with everything that can be said about it: working directory, allowed tools, tools of yours.
    /// </summary>
    /// <remarks>
    /// <see cref="Completion.Text"/> and <see cref="Completion.ToolCalls"/> read both shapes of the answer. Tools are passed on only if the
    /// service is set up for it; otherwise it ignores them and answers as usual. The operation <c>CreateChatCompletion</c>
    /// (<c>chat_completion_v1_chat_completions_post</c>).
    /// </remarks>
    /// <param name="request">What to ask. A timeout left out is the client's; the request itself is not changed.</param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="RequestValidationException">There is no message, one says nothing, or the timeout is not 1 to 300 s. Nothing was
    /// sent.</exception>
    /// <inheritdoc cref="CompleteAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<Completion> CompleteAsync(
        ChatCompletionRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => SpendAsync(() => SendCompletionAsync(request, options, cancellationToken), PriceOf);

    /// <summary>Answers one prompt in the form of other AI services, whose model names are mapped to Claude's.</summary>
    /// <remarks>The operation <c>Process</c> (<c>process_ai_services_compatible_v1_process_post</c>).</remarks>
    /// <param name="request">What to ask. A project left out is the client's; the request itself is not changed.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="RequestValidationException">Nothing is asked: no message, no content, no text. Nothing was sent.</exception>
    /// <exception cref="ServerErrorException">The model failed (5xx), or the request asks for streaming or asynchronous processing (501);
    /// stream by <see cref="StreamAsync(string, RequestOptions, CancellationToken)"/> instead.</exception>
    /// <inheritdoc cref="CompleteAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<ProcessResult> ProcessAsync(
        ProcessRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ClaudeCodeOperations.Process.Given(request, nameof(request));
        RequireQuestion(ClaudeCodeOperations.Process, request);
        var body = ModelCopy.Of(request);
        body.ProjectId ??= ProjectId;
        return SpendAsync(
            () => Raw.Completions.ProcessAsync(body, Waiting(options, Settings.Timeout.TotalSeconds), cancellationToken),
            static result => (result.Metadata.CostUsd ?? 0, result.Metadata.Usage?.TotalTokens ?? 0));
    }

    private static (decimal Cost, long Tokens) PriceOf(Completion completion) => (completion.Cost, completion.Usage.TotalTokens);

    /// <summary>"auto" is our word; the service would take it for the name of a model.</summary>
    private static ClaudeModel? Chosen(ClaudeModel? model) => model is { IsAuto: false } ? model : null;

    /// <summary>A prompt as a conversation. Without one the service would run, and charge for, an empty message.</summary>
    internal static ChatMessage[] Asked(ApiOperation operation, string prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        RequireText(operation, "prompt", prompt);
        return [ChatMessage.User(prompt)];
    }

    private static ChatMessage[] Copied(IEnumerable<ChatMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return [.. messages];
    }

    /// <summary>A conversation has a message, and each message says something or asks for tools: nobody pays for nothing.</summary>
    private static void RequireMessages(ApiOperation operation, IReadOnlyCollection<ChatMessage>? messages)
    {
        RequireAny(operation, "messages", messages);
        RequireContent(operation, messages, static message => IsEmpty(message.Role, message.Content, message.ToolCalls));
    }

    /// <summary>An assistant may have said nothing, a tool have nothing to tell; a user who asks nothing is a mistake.</summary>
    private static bool IsEmpty(MessageRole role, MessageContent? content, IReadOnlyList<ToolCall>? calls)
        => content is null or { Parts.Count: 0 }
            ? calls is not { Count: > 0 }
            : role == MessageRole.User && content.Parts.All(static part => part is TextPart text && string.IsNullOrWhiteSpace(text.Text));

    /// <summary>A conversation, parts of content or one text, the first of them that there is: something must be asked.</summary>
    private static void RequireQuestion(ApiOperation operation, ProcessRequest request)
    {
        if (request.Messages is { Count: > 0 } messages)
        {
            RequireContent(operation, messages, static message => IsEmpty(message.Role, message.Content, message.ToolCalls));
        }
        else if (request.Content is null or JValue { Value: null or "" } or JContainer { Count: 0 })
        {
            RequireText(operation, "user_message", request.UserMessage);
        }
    }

    private static void RequireText(ApiOperation operation, string member, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RequestValidationException(operation, member, "must say something");
        }
    }

    private static void RequireContent<T>(
        ApiOperation operation, IEnumerable<T>? items, Func<T, bool> isEmpty, string list = "messages", string member = "content")
    {
        var index = 0;
        foreach (var item in items ?? [])
        {
            if (item is not null && isEmpty(item))
            {
                throw new RequestValidationException(operation, $"{list}[{index}].{member}", "must say something");
            }

            index++;
        }
    }

    private static void RequireAny<T>(ApiOperation operation, string member, IReadOnlyCollection<T>? items)
    {
        if (items is null or { Count: 0 })
        {
            throw new RequestValidationException(operation, member, "must not be empty");
        }

        var index = 0;
        foreach (var item in items)
        {
            if (item is null)
            {
                throw new RequestValidationException(operation, $"{member}[{index}]", "must not be null");
            }

            index++;
        }
    }

    /// <summary>The wait for a run, or for several one after the other: its own time, and some for the service and the network.</summary>
    private static RequestOptions Waiting(RequestOptions? options, double seconds, int runs = 1)
    {
        var runTime = Math.Min(seconds * runs, ClaudeCodeTimes.LongestWait.TotalSeconds);
        return RequestOptions.WithTimeout(options, TimeSpan.FromSeconds(runTime) + ClaudeCodeTimes.Margin);
    }

    private Task<Completion> SendCompletionAsync(
        ChatCompletionRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        ClaudeCodeOperations.CreateChatCompletion.Given(request, nameof(request));
        RequireMessages(ClaudeCodeOperations.CreateChatCompletion, request.Messages);
        var seconds = request.Timeout ?? Settings.Timeout.TotalSeconds;
        var body = ModelCopy.Of(request);
        body.Model = Chosen(request.Model);
        body.Timeout = seconds;
        return Raw.Completions.CreateChatCompletionAsync(body, Waiting(options, seconds), cancellationToken);
    }

    /// <summary>Runs a call that costs money under the guard, if there is one.</summary>
    private async Task<T> SpendAsync<T>(Func<Task<T>> call, Func<T, (decimal Cost, long Tokens)> price)
    {
        if (Guard is not { } guard)
        {
            return await call().ConfigureAwait(false);
        }

        guard.StartOrThrow();
        (decimal Cost, long Tokens)? paid = null;
        try
        {
            var result = await call().ConfigureAwait(false);
            paid = price(result);
            return result;
        }
        finally
        {
            guard.Settle(paid);
        }
    }
}
