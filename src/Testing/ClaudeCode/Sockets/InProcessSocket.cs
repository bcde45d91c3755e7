using System.Text;
using Valentina.Connection.Retries;

namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>
/// The server's end of a WebSocket as the client's transport stream. Nothing runs beside the client: its writes are
/// answered where they happen and its reads take what is due, so that it serves synchronous and asynchronous callers alike.
/// </summary>
internal sealed class InProcessSocket : Stream, IWait
{
    private readonly object _gate = new();
    private readonly ISocketConversation _conversation;
    private readonly TimeProvider _time;
    private readonly SocketScript _script;
    private readonly MemoryStream _message = new();
    private byte[] _received = [];
    private ReadOnlyMemory<byte> _outgoing;
    private TaskCompletionSource _woken = NewSignal();
    private byte _messageKind;
    private bool _ended;
    private bool _dropped;

    public InProcessSocket(ISocketConversation conversation, TimeProvider time)
    {
        _conversation = conversation;
        _time = time;
        _script = new SocketScript(time);
    }

    /// <summary>The code the client closed with; null while it has not.</summary>
    public int? ClientClosed { get; private set; }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        lock (_gate)
        {
            int count;
            while (!TryRead(buffer, out count, out _, out var wait))
            {
                using var timer = StartTimer(wait);
                if (TryRead(buffer, out count, out _, out _))
                {
                    break;
                }

                Monitor.Wait(_gate);
            }

            return count;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (TryRead(buffer.Span, out var count, out var woken, out var wait))
            {
                return count;
            }

            // Time may have passed between the look at the clock and the start of the timer.
            using var timer = StartTimer(wait);
            if (timer is not null && TryRead(buffer.Span, out count, out woken, out _))
            {
                return count;
            }

            await woken.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        lock (_gate)
        {
            if (_dropped)
            {
                throw new IOException("The connection was dropped.");
            }

            _received = [.. _received, .. buffer];
            while (!_ended && WebSocketFrames.Decode(_received) is { } frame)
            {
                _received = _received[frame.Size..];
                Accept(frame);
            }
        }

        Wake();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer.AsSpan(offset, count));
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        lock (_gate)
        {
            _dropped = true;
            _outgoing = default;
        }

        Wake();
        base.Dispose(disposing);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Accept(WebSocketFrames.ClientFrame frame)
    {
        switch (frame.Opcode)
        {
            case WebSocketFrames.CloseFrame:
                ClientClosed = frame.Payload.Length >= 2 ? (frame.Payload[0] << 8) | frame.Payload[1] : 1005;
                _script.Clear();
                Send(WebSocketFrames.Encode(WebSocketFrames.CloseFrame, frame.Payload));
                _ended = true;
                break;
            case WebSocketFrames.PingFrame:
                Send(WebSocketFrames.Encode(WebSocketFrames.PongFrame, frame.Payload));
                break;
            case WebSocketFrames.PongFrame:
                break;
            default:
                Assemble(frame);
                break;
        }
    }

    private void Assemble(WebSocketFrames.ClientFrame frame)
    {
        _messageKind = frame.Opcode == WebSocketFrames.ContinuationFrame ? _messageKind : frame.Opcode;
        _message.Write(frame.Payload);
        if (!frame.IsFinal)
        {
            return;
        }

        var bytes = _message.ToArray();
        _message.SetLength(0);
        _script.Add(
            _messageKind == WebSocketFrames.TextFrame ? _conversation.OnText(Encoding.UTF8.GetString(bytes)) : _conversation.OnBinary());
    }

    private bool TryRead(Span<byte> buffer, out int count, out Task woken, out TimeSpan? wait)
    {
        lock (_gate)
        {
            wait = null;
            while (_outgoing.IsEmpty && !_ended && !_dropped && _script.TryTake(out wait) is { } step)
            {
                Take(step);
            }

            count = Math.Min(buffer.Length, _outgoing.Length);
            if (count == 0 && _dropped)
            {
                throw new IOException("The connection was dropped.");
            }

            _outgoing.Span[..count].CopyTo(buffer);
            _outgoing = _outgoing[count..];
            woken = _woken.Task;
            return count > 0 || _ended || buffer.IsEmpty;
        }
    }

    private void Take(SocketStep step)
    {
        switch (step.Kind)
        {
            case SocketStepKind.Text:
                Send(WebSocketFrames.Encode(WebSocketFrames.TextFrame, step.Payload.Span));
                break;
            case SocketStepKind.Binary:
                Send(WebSocketFrames.Encode(WebSocketFrames.BinaryFrame, step.Payload.Span));
                break;
            case SocketStepKind.Close:
                Send(WebSocketFrames.EncodeClose(step.CloseCode));
                _ended = true;
                break;
            default:
                _dropped = true;
                break;
        }
    }

    private void Send(byte[] frame) => _outgoing = _outgoing.IsEmpty ? frame : (byte[])[.. _outgoing.Span, .. frame];

    private ITimer? StartTimer(TimeSpan? wait)
        => wait is { } delay
            ? _time.CreateTimer(static state => ((InProcessSocket)state!).Wake(), this, delay, Timeout.InfiniteTimeSpan)
            : null;

    private void Wake()
    {
        TaskCompletionSource woken;
        lock (_gate)
        {
            woken = _woken;
            _woken = NewSignal();
            Monitor.PulseAll(_gate);
        }

        woken.TrySetResult();
    }
}
