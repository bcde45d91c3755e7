using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <content>Completions, and <c>process</c>, which is the same in the form of other AI services.</content>
public partial class ClaudeCodeClient
{
    private const string CompletionOperation = "chat_completion_v1_chat_completions_post";

    /// <summary>Answers a prompt; the service chooses the model.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="BudgetExceededException">The budget of the key's project is spent, or the client's guard allows no
    /// more.</exception>
    /// <exception cref="RateLimitedException">Too many requests in this clock minute, or the model's provider limits the rate.</exception>
    /// <exception cref="ServerErrorException">The model failed, or took too long (504).</exception>
    /// <exception cref="ValentinaException">The call failed otherwise.</exception>
    public virtual Task<Completion> CompleteAsync(
        string prompt, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => CompleteAsync([ChatMessage.User(prompt)], ClaudeModel.Auto, null, options, cancellationToken);

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
        => CompleteAsync([ChatMessage.User(prompt)], model, timeout, options, cancellationToken);

    /// <summary>Continues a conversation; the service chooses the model.</summary>
    /// <param name="messages">The conversation so far, oldest first. It must hold more than a system message.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <inheritdoc cref="CompleteAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<Completion> CompleteAsync(
        IEnumerable<ChatMessage> messages, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => CompleteAsync(messages, ClaudeModel.Auto, null, options, cancellationToken);

    /// <summary>Continues a conversation with a model of your choice.</summary>
    /// <param name="messages">The conversation so far, oldest first. It must hold more than a system message.</param>
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
            new ChatCompletionRequest { Messages = [.. messages], Model = model, Timeout = timeout?.TotalSeconds },
            options,
            cancellationToken);

    /// <summary>
    /// Continues a conversation, with everything that can be said about it: working directory, allowed tools, tools of yours.
    /// </summary>
    /// <remarks>
    /// <see cref="Completion.Text"/> and <see cref="Completion.ToolCalls"/> read both shapes of the answer. Tools are passed on only if the
    /// service is set up for it; otherwise it ignores them and answers as usual.
    /// </remarks>
    /// <param name="request">What to ask. A timeout left out is the client's; the request itself is not changed.</param>
    /// <param name="options">What this call does differently from its client. A timeout here sets the wait alone.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="RequestValidationException">There is no message, or the timeout is not 1 to 300 s. Nothing was sent.</exception>
    /// <inheritdoc cref="CompleteAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<Completion> CompleteAsync(
        ChatCompletionRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => SpendAsync(() => SendCompletionAsync(request, options, cancellationToken), PriceOf);

    /// <summary>Answers one prompt in the form of other AI services, whose model names are mapped to Claude's.</summary>
    /// <param name="request">What to ask. A project left out is the client's; the request itself is not changed.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call. A run that has started is paid for all the same.</param>
    /// <exception cref="ServerErrorException">The model failed (5xx), or the request asks for streaming or asynchronous processing (501);
    /// stream by <see cref="StreamAsync(string, RequestOptions, CancellationToken)"/> instead.</exception>
    /// <inheritdoc cref="CompleteAsync(string, RequestOptions, CancellationToken)"/>
    public virtual Task<ProcessResult> ProcessAsync(
        ProcessRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var body = new ProcessRequest
        {
            Provider = request.Provider,
            ModelName = request.ModelName,
            Messages = request.Messages,
            SystemMessage = request.SystemMessage,
            UserMessage = request.UserMessage,
            Content = request.Content,
            MaxTokens = request.MaxTokens,
            Temperature = request.Temperature,
            AsyncProcessing = request.AsyncProcessing,
            AdditionalParams = request.AdditionalParams,
            Tools = request.Tools,
            ToolChoice = request.ToolChoice,
            OutputSchema = request.OutputSchema,
            MediaContent = request.MediaContent,
            Memory = request.Memory,
            UseCli = request.UseCli,
            ProjectId = request.ProjectId ?? ProjectId,
        };
        return SpendAsync(
            () => Raw.Completions.ProcessAsync(body, Waiting(options, Settings.Timeout.TotalSeconds), cancellationToken),
            static result => (result.Metadata.CostUsd ?? 0, result.Metadata.Usage?.TotalTokens ?? 0));
    }

    private static (double Cost, long Tokens) PriceOf(Completion completion) => (completion.Cost, completion.Usage.TotalTokens);

    /// <summary>"auto" is our word; the service would take it for the name of a model.</summary>
    private static ClaudeModel? Chosen(ClaudeModel? model) => model is { IsAuto: false } ? model : null;

    private static void RequireAny<T>(string operation, string member, IReadOnlyCollection<T>? items)
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
        ArgumentNullException.ThrowIfNull(request);
        RequireAny(CompletionOperation, "messages", request.Messages);
        var seconds = request.Timeout ?? Settings.Timeout.TotalSeconds;
        var body = new ChatCompletionRequest
        {
            Messages = request.Messages,
            Model = Chosen(request.Model),
            Timeout = seconds,
            MaxTokens = request.MaxTokens,
            WorkingDirectory = request.WorkingDirectory,
            AllowedTools = request.AllowedTools,
            Tools = request.Tools,
            ToolChoice = request.ToolChoice,
        };
        return Raw.Completions.CreateChatCompletionAsync(body, Waiting(options, seconds), cancellationToken);
    }

    /// <summary>Runs a call that costs money under the guard, if there is one.</summary>
    private async Task<T> SpendAsync<T>(Func<Task<T>> call, Func<T, (double Cost, long Tokens)> price)
    {
        if (Guard is not { } guard)
        {
            return await call().ConfigureAwait(false);
        }

        guard.StartOrThrow();
        (double Cost, long Tokens)? paid = null;
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
