using System.Text;
using Valentina.ClaudeCode.Models;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;
using Valentina.Json;
using Valentina.Json.Codecs;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>Turns the messages of one answer into events, and remembers the text so far for the case that it breaks off.</summary>
internal sealed class StreamEventReader(FailureFactory failures)
{
    private const int MaxRememberedText = 1024 * 1024;

    private readonly StringBuilder _text = new();

    /// <summary>Whether the answer came to its end, be it an error, and the connection is free for the next request.</summary>
    public bool IsFinished { get; private set; }

    /// <param name="message">The message, in UTF-8.</param>
    /// <param name="elapsed">How long ago the request was sent.</param>
    /// <param name="limit">The time that the service was asked to keep, where it was.</param>
    /// <exception cref="StreamInterruptedException">The message is none of this protocol.</exception>
    /// <exception cref="ValentinaException">The service ended the answer with an error.</exception>
    public StreamEvent Read(byte[] message, TimeSpan elapsed, TimeSpan? limit)
    {
        try
        {
            var read = Read(StreamFrame.Read(message), message, elapsed, limit);
            IsFinished = read.IsFinal;
            return read;
        }
        catch (Exception ex) when (ex is not (ValentinaException or OutOfMemoryException))
        {
            // Whatever a reader throws: odd JSON makes it throw more than its own exceptions.
            throw Interrupted(
                StreamInterruption.UnreadableMessage, "sent a message that is not what the stream's protocol says.", null, ex,
                Encoding.UTF8.GetString(message));
        }
    }

    public StreamInterruptedException Interrupted(
        StreamInterruption reason, string what, int? closeCode = null, Exception? exception = null, string? rawBody = null)
        => failures.Interrupted(reason, what, _text.ToString(), closeCode, exception, rawBody);

    private StreamEvent Read(in StreamFrame frame, byte[] message, TimeSpan elapsed, TimeSpan? limit)
    {
        switch (frame.Type)
        {
            case "token":
                Remember(frame.Content);
                return new TokenEvent(frame.Content);
            case "thinking":
                return new ThinkingEvent(frame.Content);
            case "done":
                var sum = StreamSum.Read(message);
                return new DoneEvent(sum.Usage ?? new TokenUsage(), sum.Cost, frame.Model);
            case "result":
                var result = WireJson.Read(message, ModelCodec<AgenticTaskResult>.Read);
                result.Origin = new TaskOrigin(failures, StreamConnector.TaskOperation, Answer: null, elapsed, limit);
                IsFinished = true;
                result.ThrowIfOverBudget();
                return new ResultEvent(result);
            case "error":
                IsFinished = !BreaksConnection(frame.Error);
                var facts = new FailureFacts
                {
                    Operation = StreamRequests.Operation,
                    Method = (limit is null ? StreamConnector.Operation : StreamConnector.TaskOperation).MethodName,
                    Error = new ErrorContent { Detail = frame.Error },
                    Elapsed = elapsed,
                    Limit = limit,
                };
                throw failures.OfSocket(facts, Encoding.UTF8.GetString(message));
            default:
                return new UnknownEvent(frame.Type, Encoding.UTF8.GetString(message));
        }
    }

    /// <summary>After an error of this kind the service drops the connection.</summary>
    private static bool BreaksConnection(string error) => error.StartsWith("Server error: ", StringComparison.Ordinal);

    private void Remember(string token)
    {
        var room = MaxRememberedText - _text.Length;
        _text.Append(token, 0, Math.Min(room, token.Length));
    }
}
