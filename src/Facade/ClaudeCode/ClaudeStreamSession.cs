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
    private readonly StreamLine? _line;
    private readonly ClaudeCodeClient? _client;

    internal ClaudeStreamSession(ClaudeCodeClient client, StreamLine line)
    {
        _client = client;
        _line = line;
    }

    /// <summary>For test doubles, which override what they need.</summary>
    protected ClaudeStreamSession()
    {
    }

    private ClaudeCodeClient Client => _client ?? throw new InvalidOperationException("This ClaudeStreamSession has no connection: override the members that are called.");

    /// <summary>Answers a prompt and yields the text as it comes.</summary>
    /// <inheritdoc cref="ClaudeCodeClient.StreamAsync(string, ClaudeModel, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<string> StreamAsync(string prompt, ClaudeModel model = default, CancellationToken cancellationToken = default)
        => StreamAsync([ChatMessage.User(prompt)], model, cancellationToken);

    /// <summary>Continues a conversation and yields the text as it comes.</summary>
    /// <inheritdoc cref="ClaudeCodeClient.StreamAsync(IEnumerable{ChatMessage}, ClaudeModel, RequestOptions, CancellationToken)"/>
    public virtual async IAsyncEnumerable<string> StreamAsync(IEnumerable<ChatMessage> messages, ClaudeModel model = default, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var read in StreamEventsAsync(messages, model, cancellationToken).ConfigureAwait(false))
        {
            if (read is TokenEvent token)
            {
                yield return token.Text;
            }
        }
    }

    /// <summary>Answers a prompt and yields every event as it comes, the cost at the end.</summary>
    /// <inheritdoc cref="ClaudeCodeClient.StreamEventsAsync(string, ClaudeModel, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamEventsAsync(string prompt, ClaudeModel model = default, CancellationToken cancellationToken = default)
        => StreamEventsAsync([ChatMessage.User(prompt)], model, cancellationToken);

    /// <summary>Continues a conversation and yields every event as it comes, the cost at the end.</summary>
    /// <inheritdoc cref="ClaudeCodeClient.StreamEventsAsync(IEnumerable{ChatMessage}, ClaudeModel, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamEventsAsync(IEnumerable<ChatMessage> messages, ClaudeModel model = default, CancellationToken cancellationToken = default)
        => AskAsync(Client.ChatQuestion(messages, model), Client.StreamLimits(null), cancellationToken);

    /// <summary>Has a task done and yields what it says on the way, the result at the end.</summary>
    /// <inheritdoc cref="ClaudeCodeClient.StreamAgenticTaskAsync(AgenticTaskRequest, RequestOptions, CancellationToken)"/>
    public virtual IAsyncEnumerable<StreamEvent> StreamAgenticTaskAsync(AgenticTaskRequest request, CancellationToken cancellationToken = default)
        => AskAsync(Client.TaskQuestion(request), Client.StreamLimits(request), cancellationToken);

    /// <summary>Says goodbye to the service and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_line is not null)
        {
            await _line.DisposeAsync().ConfigureAwait(false);
        }

        Dispose(disposing: false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connection; with a goodbye if it was used synchronously.</summary>
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
            _line?.Dispose();
        }
    }

    internal async IAsyncEnumerable<StreamEvent> AskAsync(ReadOnlyMemory<byte> question, StreamLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var guard = Client.Guard;
        guard?.StartOrThrow();
        (double Cost, long Tokens)? paid = null;
        try
        {
            await foreach (var read in _line!.AskAsync(question, limits, cancellationToken).ConfigureAwait(false))
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
