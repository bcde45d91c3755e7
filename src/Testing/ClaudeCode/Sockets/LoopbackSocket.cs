using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>A conversation over a real WebSocket: takes its steps when they are due, and listens meanwhile.</summary>
internal sealed class LoopbackSocket(WebSocket socket, HttpContext context, ISocketConversation conversation, TimeProvider clock)
{
    /// <summary>The real service's server takes no larger message.</summary>
    private const int LargestMessage = 16 * 1024 * 1024;

    private readonly SocketScript _script = new(clock);
    private readonly byte[] _buffer = new byte[16 * 1024];

    public async Task RunAsync()
    {
        var receiving = ReceiveAsync();
        while (true)
        {
            if (!receiving.IsCompleted)
            {
                if (_script.TryTake(out var wait) is not { } step)
                {
                    await WaitAsync(receiving, wait).ConfigureAwait(false);
                }
                else if (!await TakeAsync(step).ConfigureAwait(false))
                {
                    return;
                }

                continue;
            }

            if (!await AcceptAsync(await receiving.ConfigureAwait(false)).ConfigureAwait(false))
            {
                return;
            }

            receiving = ReceiveAsync();
        }
    }

    /// <summary>Waits for a message, or until a step is due.</summary>
    private async Task WaitAsync(Task receiving, TimeSpan? wait)
    {
        if (wait is not { } delay)
        {
            await receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        using var stop = new CancellationTokenSource();
        await Task.WhenAny(receiving, FakeWait.DelayAsync(clock, delay, stop.Token)).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
    }

    /// <summary>Deals with a message; false when the conversation is over.</summary>
    private async Task<bool> AcceptAsync((WebSocketMessageType Type, string? Text) message)
    {
        switch (message.Type)
        {
            case WebSocketMessageType.Text or WebSocketMessageType.Binary when message.Text is null:
                await socket.CloseOutputAsync(WebSocketCloseStatus.MessageTooBig, null, context.RequestAborted).ConfigureAwait(false);
                return false;
            case WebSocketMessageType.Close:
                await socket.CloseOutputAsync(
                    socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure, null, CancellationToken.None).ConfigureAwait(false);
                return false;
            case WebSocketMessageType.Text:
                _script.Add(conversation.OnText(message.Text!));
                return true;
            default:
                _script.Add(conversation.OnBinary());
                return true;
        }
    }

    /// <summary>Takes a step; false when the conversation is over.</summary>
    private async Task<bool> TakeAsync(SocketStep step)
    {
        switch (step.Kind)
        {
            case SocketStepKind.Text:
                await socket.SendAsync(
                    step.Payload, WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted).ConfigureAwait(false);
                return true;
            case SocketStepKind.Binary:
                await socket.SendAsync(
                    step.Payload, WebSocketMessageType.Binary, endOfMessage: true, context.RequestAborted).ConfigureAwait(false);
                return true;
            case SocketStepKind.Close:
                await socket.CloseOutputAsync((WebSocketCloseStatus)step.CloseCode, null, context.RequestAborted).ConfigureAwait(false);
                return false;
            default:
                // The connection ends without a close frame, but not before what was sent is through.
                return false;
        }
    }

    /// <summary>Reads a message; its text is null where it is too large to be read.</summary>
    private async Task<(WebSocketMessageType Type, string? Text)> ReceiveAsync()
    {
        using var message = new MemoryStream();
        while (true)
        {
            var part = await socket.ReceiveAsync(_buffer.AsMemory(), context.RequestAborted).ConfigureAwait(false);
            message.Write(_buffer, 0, part.Count);
            if (message.Length > LargestMessage)
            {
                return (part.MessageType, null);
            }

            if (part.MessageType == WebSocketMessageType.Close || part.EndOfMessage)
            {
                return (part.MessageType, Encoding.UTF8.GetString(message.GetBuffer(), 0, (int)message.Length));
            }
        }
    }
}
