using System.Net.WebSockets;
using Valentina.Connection.Responses;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// One request on a connection and its answer: sends the message, turns what comes back into events, and says in the
/// SDK's exceptions why an answer has no end.
/// </summary>
[GenerateSync]
internal sealed partial class StreamExchange(
    WebSocketConnection connection, StreamLimits limits, StreamWatch watch, FailureFactory failures) : IDisposable
{
    private readonly StreamEventReader _reader = new(failures);

    /// <summary>Whether the answer came to its end, so that the connection is free for the next request.</summary>
    public bool IsFinished => _reader.IsFinished;

    /// <summary>Whether it ended by cancellation, disposal or silence; then nobody waits for the server's close.</summary>
    public bool IsOver => watch.IsOver;

    /// <summary>With which word the connection is to be closed when the answer did not come to its end.</summary>
    public WebSocketCloseStatus CloseStatus { get; private set; } = WebSocketCloseStatus.NormalClosure;

    /// <summary>Sends the request.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        using var wait = watch.Waiting();
        watch.Ask();
        try
        {
            await connection.SendAsync(message, watch).ConfigureAwait(false);
        }
        catch (Exception ex) when (WebSocketConnection.IsTransport(ex))
        {
            throw Interrupted(ex);
        }
    }

    /// <summary>The next event of the answer; the last one makes <see cref="IsFinished"/> true.</summary>
    public async Task<StreamEvent> NextAsync()
    {
        using var wait = watch.Waiting();
        StreamMessage message;
        try
        {
            message = await connection.ReceiveAsync(watch).ConfigureAwait(false);
        }
        catch (Exception ex) when (WebSocketConnection.IsTransport(ex))
        {
            throw Interrupted(ex);
        }

        return Read(message);
    }

    public void Dispose() => watch.Dispose();

    private StreamEvent Read(StreamMessage message)
    {
        switch (message.Kind)
        {
            case StreamMessageKind.Text:
                return _reader.Read(message.Json!, watch.SinceAsked, limits.TaskLimit);
            case StreamMessageKind.Binary:
                CloseStatus = WebSocketCloseStatus.InvalidMessageType;
                throw _reader.Interrupted(StreamInterruption.UnreadableMessage, "sent a binary message where text was due.");
            case StreamMessageKind.TooBig:
                CloseStatus = WebSocketCloseStatus.MessageTooBig;
                throw _reader.Interrupted(
                    StreamInterruption.MessageTooBig,
                    $"sent a message above the limit of {limits.MaxMessageBytes} bytes.",
                    (int)WebSocketCloseStatus.MessageTooBig);
            default:
                // A close that answers ours is the end of a cancelled stream, not the server's decision.
                throw watch.IsOver ? Interrupted(null) : Closed(message);
        }
    }

    private StreamInterruptedException Closed(StreamMessage message) => message.CloseCode switch
    {
        1009 => _reader.Interrupted(
            StreamInterruption.MessageTooBig,
            $"rejected the request as too big (it takes {StreamLimits.ServiceMaxMessageText}).",
            1009),
        1012 => _reader.Interrupted(
            StreamInterruption.ServiceRestarting, "is shutting down or restarting; what it was doing is lost.", 1012),
        var code => _reader.Interrupted(
            StreamInterruption.ClosedByService, $"closed the stream before its end{Because(code, message.CloseReason)}.", code),
    };

    private Exception Interrupted(Exception? exception)
    {
        if (watch.IsCancelled)
        {
            return failures.StreamCancelled(exception, watch.Cause);
        }

        if (watch.IsDisposed)
        {
            return failures.StreamDisposed(exception);
        }

        return watch.IsSilent
            ? _reader.Interrupted(
                StreamInterruption.IdleTimeout, $"was silent for {limits.IdleTimeout.TotalSeconds:0.#} seconds.", null,
                exception)
            : _reader.Interrupted(
                StreamInterruption.ConnectionLost, "broke off the connection before the end of the stream.", 1006, exception);
    }

    private static string Because(int? code, string? reason) => (code, reason) switch
    {
        (null or 1005, _) => "",
        (_, null or "") => $" (code {code})",
        _ => $" (code {code}: {reason})",
    };
}
