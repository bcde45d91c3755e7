using System.Runtime.CompilerServices;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Streaming;

namespace Valentina.ClaudeCode;

/// <summary>
/// A connection for several streams, one after the other, which saves the handshake. It connects when first used, and again when the
/// last stream was cut short, the service went away, or 15 seconds passed, after which the service might. One stream at a time; for
/// streams side by side open several sessions. Use a session either asynchronously or synchronously; changing over reconnects.
/// </summary>
/// <example>
/// <code>
/// await using var session = claude.OpenStreamSession();
/// await foreach (var text in session.StreamAsync("Begin a story.")) { Console.Write(text); }
/// await foreach (var text in session.StreamAsync("Begin another.")) { Console.Write(text); }
/// </code>
/// </example>
[GenerateSync]
public partial class ClaudeStreamSession : IAsyncDisposable, IDisposable
{
    private readonly StreamConnection? _streamConnection;
    private readonly ClaudeCodeClient? _client;

    internal ClaudeStreamSession(ClaudeCodeClient client, StreamConnection connection)
    {
        _client = client;
        _streamConnection = connection;
    }

    /// <summary>For test doubles, which override what they need.</summary>
    protected ClaudeStreamSession()
    {
    }

    private ClaudeCodeClient Client => _client
        ?? throw new InvalidOperationException("This ClaudeStreamSession has no connection: override the members that are called.");

    /// <summary>Answers a prompt and yields the text as it comes.</summary>
    /// <param name="prompt">What to ask.</param>
    /// <param name="options">What this stream does differently; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <inheritdoc cref="ClaudeCodeClient.StreamAsync(string, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<string> StreamAsync(
        string prompt, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamAsync(ClaudeCodeClient.Asked(StreamConnector.Operation, prompt), ClaudeModel.Auto, options, cancellationToken);

    /// <inheritdoc cref="StreamAsync(string, RequestOptions, CancellationToken)"/>
    /// <param name="prompt">What to ask.</param>
    /// <param name="model">The model: haiku, sonnet or opus; the service takes sonnet for auto, and a stream knows no other.</param>
    /// <param name="options">What this stream does differently; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    public virtual IAsyncEnumerable<string> StreamAsync(
        string prompt, ClaudeModel model, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamAsync(ClaudeCodeClient.Asked(StreamConnector.Operation, prompt), model, options, cancellationToken);

    /// <summary>Continues a conversation and yields the text as it comes.</summary>
    /// <param name="messages">The conversation so far, oldest first.</param>
    /// <param name="model">The model: haiku, sonnet or opus; left out, the service takes sonnet.</param>
    /// <param name="options">What this stream does differently; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream.</param>
    /// <inheritdoc cref="ClaudeCodeClient.StreamAsync(string, RequestOptions, CancellationToken)"/>
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

    /// <summary>Answers a prompt and yields every event as it comes, the cost at the end.</summary>
    /// <inheritdoc cref="StreamAsync(string, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamEventsAsync(
        string prompt, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamEventsAsync(ClaudeCodeClient.Asked(StreamConnector.Operation, prompt), ClaudeModel.Auto, options, cancellationToken);

    /// <summary>Answers a prompt and yields every event as it comes, the cost at the end.</summary>
    /// <inheritdoc cref="StreamAsync(string, ClaudeModel, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamEventsAsync(
        string prompt, ClaudeModel model, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamEventsAsync(ClaudeCodeClient.Asked(StreamConnector.Operation, prompt), model, options, cancellationToken);

    /// <summary>Continues a conversation and yields every event as it comes, the cost at the end.</summary>
    /// <inheritdoc cref="StreamAsync(IEnumerable{ChatMessage}, ClaudeModel, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamEventsAsync(
        IEnumerable<ChatMessage> messages,
        ClaudeModel model = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => SendAsync(Client.ChatRequest(messages, model), Client.StreamLimits(null, options?.Timeout), options, cancellationToken);

    /// <summary>Has a task done and yields what it says on the way, the result at the end.</summary>
    /// <param name="description">What to do.</param>
    /// <param name="options">What this stream does differently; its timeout is how long the service may be silent.</param>
    /// <param name="cancellationToken">Cancels the stream; the task may go on and is paid for.</param>
    /// <inheritdoc cref="ClaudeCodeClient.StreamAgenticTaskAsync(AgenticTaskRequest, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamAgenticTaskAsync(
        string description, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => StreamAgenticTaskAsync(new AgenticTaskRequest { Description = description }, options, cancellationToken);

    /// <summary>Has a task done and yields what it says on the way, the result at the end.</summary>
    /// <inheritdoc cref="ClaudeCodeClient.StreamAgenticTaskAsync(AgenticTaskRequest, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamAgenticTaskAsync(
        AgenticTaskRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => SendAsync(Client.TaskRequest(request), Client.StreamLimits(request, options?.Timeout), options, cancellationToken);

    /// <summary>Closes the connection with a close frame.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_streamConnection is not null)
        {
            await _streamConnection.DisposeAsync().ConfigureAwait(false);
        }

        Dispose(disposing: false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection; with a close frame if it was used synchronously.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection.</summary>
    /// <param name="disposing">Whether it is disposed synchronously.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _streamConnection?.Dispose();
        }
    }

    internal async IAsyncEnumerable<StreamEvent> SendAsync(
        ReadOnlyMemory<byte> request,
        StreamLimits limits,
        RequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var guard = Client.Guard;
        guard?.StartOrThrow();
        (decimal Cost, long Tokens)? paid = null;
        try
        {
            await foreach (var read in _streamConnection!.SendAsync(
                request, limits, cancellationToken, options?.CancellationToken ?? default).ConfigureAwait(false))
            {
                paid = read switch
                {
                    DoneEvent done => (done.Cost, done.Usage.TotalTokens),
                    ResultEvent result => (result.Task.Usage.TotalCost ?? 0, ClaudeCodeClient.TokensOf(result.Task.Usage)),
                    _ => null,
                };
                yield return read;
            }
        }
        finally
        {
            guard?.Settle(paid);
        }
    }
}
