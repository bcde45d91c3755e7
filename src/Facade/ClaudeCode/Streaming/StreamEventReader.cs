using System.Text;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>Turns the messages of one answer into events, and remembers the text so far for the case that it breaks off.</summary>
internal sealed class StreamEventReader(FailureFactory failures)
{
    private const int MaxRememberedText = 1024 * 1024;

    private readonly StringBuilder _text = new();

    /// <summary>Whether the answer came to its end, be it an error, and the connection is free for the next request.</summary>
    public bool IsFinished { get; private set; }

    /// <param name="message">The message.</param>
    /// <param name="elapsed">How long ago the request was sent.</param>
    /// <param name="limit">The time that the service was asked to keep, where it was.</param>
    /// <exception cref="StreamInterruptedException">The message is none of this protocol.</exception>
    /// <exception cref="ValentinaException">The service ended the answer with an error.</exception>
    public StreamEvent Read(string message, TimeSpan elapsed, TimeSpan? limit)
    {
        try
        {
            var frame = ClaudeJson.ParseObject(message);
            var read = Read(frame, message, elapsed, limit);
            IsFinished = read.IsFinal;
            return read;
        }
        catch (Exception ex) when (ex is not (ValentinaException or OutOfMemoryException))
        {
            // Whatever a reader throws: odd JSON makes it throw more than its own exceptions.
            throw Interrupted(
                StreamInterruption.UnreadableMessage, "The service sent a message that is not what the stream's protocol says.", null, ex,
                message);
        }
    }

    public StreamInterruptedException Interrupted(
        StreamInterruption reason, string message, int? closeCode = null, Exception? exception = null, string? rawBody = null)
        => failures.Interrupted(reason, message, _text.ToString(), closeCode, exception, rawBody);

    private StreamEvent Read(JObject frame, string message, TimeSpan elapsed, TimeSpan? limit)
    {
        var type = Text(frame, "type");
        switch (type)
        {
            case "token":
                var token = Text(frame, "content");
                Remember(token);
                return new TokenEvent(token);
            case "thinking":
                return new ThinkingEvent(Text(frame, "content"));
            case "done":
                return new DoneEvent(
                    ClaudeJson.Read<TokenUsage>(frame["usage"]) ?? new TokenUsage(),
                    ClaudeJson.Read<decimal?>(frame["cost"]) ?? 0,
                    Text(frame, "model"));
            case "result":
                var result = ClaudeJson.Read<AgenticTaskResult>(frame)!;
                result.Origin = new TaskOrigin(failures, Answer: null, elapsed, limit);
                IsFinished = true;
                result.ThrowIfOverBudget();
                return new ResultEvent(result);
            case "error":
                var error = Text(frame, "error");
                IsFinished = !BreaksConnection(error);
                var facts = new FailureFacts
                {
                    Operation = StreamRequests.Operation,
                    Method = limit is null ? StreamConnector.Operation.MethodName : "StreamAgenticTaskAsync",
                    Error = new ErrorContent { Detail = error },
                    Elapsed = elapsed,
                    Limit = limit,
                };
                throw failures.OfSocket(facts, message);
            default:
                return new UnknownEvent(type, message);
        }
    }

    /// <summary>After an error of this kind the service drops the connection.</summary>
    private static bool BreaksConnection(string error) => error.StartsWith("Server error: ", StringComparison.Ordinal);

    private void Remember(string token)
    {
        var room = MaxRememberedText - _text.Length;
        _text.Append(token, 0, Math.Min(room, token.Length));
    }

    private static string Text(JObject frame, string member)
        => frame[member] is JValue { Type: JTokenType.String } value ? (string)value! : "";
}
