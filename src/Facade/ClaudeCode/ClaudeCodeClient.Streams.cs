using System.Runtime.CompilerServices;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Streaming;
using Valentina.Connection;

namespace Valentina.ClaudeCode;

/// <content>Streams: answers as they come, over a WebSocket.</content>
public partial class ClaudeCodeClient
{
    /// <summary>
    /// Answers a prompt and yields the text as it comes. The model is <c>sonnet</c>, since the service does not choose on a stream.
    /// </summary>
    /// <remarks>
    /// Each stream has a connection of its own, opened when the enumeration begins and closed when it ends; see
    /// <see cref="OpenStreamSession"/> for several over one. Leaving the loop early, or cancelling, closes it with a close frame; the run
    /// may be paid for all the same. The service reads no prompt faster for being streamed: it sends the finished text in about twenty
    /// pieces. It looks at no key here, so that a wrong one shows in other calls only. Exceptions, logs and traces call it <c>stream</c>
    /// (<c>/v1/stream</c>, which no contract describes).
    /// </remarks>
    /// <param name="prompt">What to ask.</param>
    /// <param name="options">What this call does differently from its client; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <exception cref="StreamInterruptedException">The stream broke off; the exception carries the text received until then. Nothing is
    /// repeated by itself.</exception>
    /// <exception cref="BudgetExceededException">The budget of the project is spent, or the client's guard allows no more.</exception>
    /// <exception cref="ArgumentNullException">The prompt, or the list of messages, is null.</exception>
    /// <exception cref="RequestValidationException">There is no message, or one that says nothing. Nothing was sent.</exception>
    /// <exception cref="BadRequestException">The service rejects the request: an unknown model.</exception>
    /// <exception cref="ServerErrorException">The model failed.</exception>
    /// <exception cref="ValentinaException">The connection could not be opened.</exception>
    public virtual IAsyncEnumerable<string> StreamAsync(
        string prompt, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamAsync(Asked(StreamConnector.Operation, prompt), ClaudeModel.Auto, options, cancellationToken);

    /// <summary>Answers a prompt with a model of your choice and yields the text as it comes.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="model">The model: haiku, sonnet or opus; the service takes sonnet for auto, and a stream knows no other.</param>
    /// <param name="options">What this call does differently from its client; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <inheritdoc cref="StreamAsync(string, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<string> StreamAsync(
        string prompt, ClaudeModel model, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamAsync(Asked(StreamConnector.Operation, prompt), model, options, cancellationToken);

    /// <summary>Continues a conversation and yields the text as it comes.</summary>
    /// <param name="messages">The conversation so far, oldest first.</param>
    /// <param name="model">The model: haiku, sonnet or opus; left out, the service takes sonnet.</param>
    /// <param name="options">What this call does differently from its client; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <inheritdoc cref="StreamAsync(string, RequestOptions, CancellationToken)"/>
    public virtual async IAsyncEnumerable<string> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ClaudeModel model = default,
        RequestOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var read in StreamEventsAsync(messages, model, options, cancellationToken).ConfigureAwait(false))
        {
            if (read is TokenEvent token)
            {
                yield return token.Text;
            }
        }
    }

    /// <summary>
    /// Answers a prompt and yields every event as it comes: <see cref="TokenEvent"/>s, and a <see cref="DoneEvent"/> with tokens, cost and
    /// model at the end.
    /// </summary>
    /// <inheritdoc cref="StreamAsync(string, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamEventsAsync(
        string prompt, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamEventsAsync(Asked(StreamConnector.Operation, prompt), ClaudeModel.Auto, options, cancellationToken);

    /// <summary>Answers a prompt with a model of your choice and yields every event as it comes.</summary>
    /// <inheritdoc cref="StreamAsync(string, ClaudeModel, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamEventsAsync(
        string prompt, ClaudeModel model, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamEventsAsync(Asked(StreamConnector.Operation, prompt), model, options, cancellationToken);

    /// <summary>Continues a conversation and yields every event as it comes.</summary>
    /// <inheritdoc cref="StreamAsync(IEnumerable{ChatMessage}, ClaudeModel, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamEventsAsync(
        IEnumerable<ChatMessage> messages,
        ClaudeModel model = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => SendOnceAsync(ChatRequest(messages, model), StreamLimits(null, options?.Timeout), options, cancellationToken);

    /// <summary>
    /// Has a task done, with the client's time and cost limits if it has any, and yields what it says on the way.
    /// </summary>
    /// <param name="description">What to do.</param>
    /// <param name="options">What this call does differently from its client; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream; the task may go on and is paid for.</param>
    /// <inheritdoc cref="StreamAgenticTaskAsync(AgenticTaskRequest, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamAgenticTaskAsync(
        string description, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamAgenticTaskAsync(new AgenticTaskRequest { Description = description }, options, cancellationToken);

    /// <summary>
    /// Has a task done and yields what it says on the way: <see cref="ThinkingEvent"/>s, and a <see cref="ResultEvent"/> at the end, which
    /// also comes when the task failed or cost too much.
    /// </summary>
    /// <param name="request">
    /// What to do and with what. Time and cost left out are the client's, else the service's own 300 s and $1.00. The service takes no
    /// working directory, model or project on a stream: a request that has one is refused (<see cref="ClaudeModel.Auto"/> leaves the choice
    /// to the service, and so is none), and those of the client are not sent.
    /// The key goes into the message, since the service looks at no header here.
    /// </param>
    /// <remarks>Exceptions, logs and traces call it <c>stream</c> (<c>/v1/stream</c>, which no contract describes).</remarks>
    /// <param name="options">What this call does differently from its client; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream; the task may go on and is paid for.</param>
    /// <exception cref="ArgumentNullException">The request is null.</exception>
    /// <exception cref="RequestValidationException">The description is empty, a limit is out of range, or the request has what a stream
    /// does not take. Nothing was sent.</exception>
    /// <exception cref="PermissionDeniedException">The key has no permission profile, or the profile does not allow this tool, agent,
    /// skill, time or cost. Nothing was run.</exception>
    /// <exception cref="InvalidApiKeyException">The client has no key.</exception>
    /// <exception cref="BudgetExceededException">The budget of the project is spent, or the client's guard allows no more. Nothing was
    /// run.</exception>
    /// <exception cref="RequestTimeoutException">The task ran into its own timeout (<see cref="TimeoutReason.Task"/>). It is paid
    /// for.</exception>
    /// <exception cref="ServerErrorException">The task broke off.</exception>
    /// <exception cref="StreamInterruptedException">The stream broke off before the result.</exception>
    /// <exception cref="ValentinaException">The connection could not be opened.</exception>
    public virtual IAsyncEnumerable<StreamEvent> StreamAgenticTaskAsync(
        AgenticTaskRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => SendOnceAsync(TaskRequest(request), StreamLimits(request, options?.Timeout), options, cancellationToken);

    /// <summary>Makes a session, whose streams share a connection one after the other. Nothing is opened yet.</summary>
    /// <param name="options">What its handshakes do differently from the client: headers, retries.</param>
    public virtual ClaudeStreamSession OpenStreamSession(RequestOptions? options = null)
    {
        var handshake = RequestOptions.WithTimeout(null, ClaudeCodeTimes.Quick);
        handshake.MaxRetries = options?.MaxRetries;
        handshake.OnResponse = options?.OnResponse;
        foreach (var (name, value) in options?.HeaderMap ?? [])
        {
            handshake.Headers[name] = value;
        }

        return new ClaudeStreamSession(this, new StreamConnection(
            new StreamConnector(Connection, Settings.Limits(), handshake), Connection.Time, Connection.Disposal, Connection.Failures));
    }

    /// <summary>A task that cost too much comes without the sum.</summary>
    internal static long TokensOf(TaskUsage usage) => usage.TotalTokens > 0 ? usage.TotalTokens : usage.InputTokens + usage.OutputTokens;

    internal ReadOnlyMemory<byte> ChatRequest(IEnumerable<ChatMessage> messages, ClaudeModel model)
    {
        var list = Copied(messages);
        RequireMessages(StreamConnector.Operation, list);
        return StreamRequests.Chat(list, model, ProjectId);
    }

    internal ReadOnlyMemory<byte> TaskRequest(AgenticTaskRequest request)
    {
        var complete = Complete(request, StreamConnector.TaskOperation);
        RequireTaken(request);
        Connection.Secrets.Add(complete.ApiKey);
        return StreamRequests.Task(complete, Connection.ApiKey);
    }

    /// <summary>
    /// What the message of a stream has no place for must not be lost unseen: the task would run, and be paid for, without.
    /// </summary>
    private static void RequireTaken(AgenticTaskRequest request)
    {
        var errors = default(ValidationErrors);
        foreach (var (member, value) in new[]
        {
            ("working_directory", request.WorkingDirectory), ("model", Chosen(request.Model)?.Value), ("project_id", request.ProjectId),
        })
        {
            if (value is not null)
            {
                errors.Add(member, "is not taken on a stream; use AgenticTaskAsync");
            }
        }

        errors.ThrowIfAny(ServiceNames.ClaudeCode, StreamConnector.TaskOperation);
    }

    /// <summary>A task says nothing until it ends, so that its own time counts too.</summary>
    internal StreamLimits StreamLimits(AgenticTaskRequest? request, TimeSpan? idle = null)
    {
        if (request is null)
        {
            return Settings.Limits(idle);
        }

        var limit = TaskTime(request.Timeout);
        var silence = limit + ClaudeCodeTimes.Margin;
        return Settings.Limits(idle ?? (silence > Settings.StreamIdleTimeout ? silence : Settings.StreamIdleTimeout), limit);
    }

    private async IAsyncEnumerable<StreamEvent> SendOnceAsync(
        ReadOnlyMemory<byte> request,
        StreamLimits limits,
        RequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var session = OpenStreamSession(options);
        await using (session.ConfigureAwait(false))
        {
            await foreach (var read in session.SendAsync(request, limits, options, cancellationToken).ConfigureAwait(false))
            {
                yield return read;
            }
        }
    }
}
