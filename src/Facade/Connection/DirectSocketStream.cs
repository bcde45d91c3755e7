using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Valentina.Connection;

/// <summary>
/// A socket whose synchronous reads and writes wait in the kernel, in slices, and end by themselves when the work of their thread is
/// over. .NET waits for a socket that was opened asynchronously by an event loop, which now and then hands the wake-up to the thread
/// pool, so that a synchronous call would hang while the pool is busy; and it knows no other way to end the wait than closing the
/// socket from another thread.
/// </summary>
internal sealed class DirectSocketStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    /// <summary>A socket that can be written to takes at least this much at once.</summary>
    private const int WriteSize = 4096;

    /// <summary>How late a cancellation is noticed at the most.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(50);

    private readonly AnswerStart _answer = new();
    private bool _isReadingAhead;
    private bool _stoppedSending;

    /// <summary>Opens a connection as .NET does it by itself, asynchronously.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken).ConfigureAwait(false);
            return new DirectSocketStream(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var deadline = SynchronousWork.Deadline;
        _isReadingAhead = false;
        deadline?.Unlink();
        try
        {
            WaitUntil(SelectMode.SelectRead, deadline);
            var count = Socket.Receive(buffer);
            _answer.Look(buffer[..count]);
            if (count == 0)
            {
                deadline?.Link();
            }

            return count;
        }
        catch (Exception ex) when (ex is SocketException or ObjectDisposedException)
        {
            // .NET may go on with another connection, which has to be waited for under the deadline.
            deadline?.Link();
            throw new IOException($"The connection broke while reading: {ex.Message}", ex);
        }
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var reading = base.ReadAsync(buffer, cancellationToken);
        _isReadingAhead = !reading.IsCompleted;
        if (!reading.IsCompletedSuccessfully)
        {
            return LookedAtAsync(reading, buffer);
        }

        var count = reading.EnsureCompleted();
        _answer.Look(buffer.Span[..count]);
        return new ValueTask<int>(count);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> LookedAtAsync(ValueTask<int> reading, Memory<byte> buffer)
    {
        var count = await reading.ConfigureAwait(false);
        _answer.Look(buffer.Span[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ThrowIfStale(buffer);
        var deadline = SynchronousWork.Deadline;
        if (!_isReadingAhead)
        {
            // A read that .NET began before ends asynchronously, and only by the token.
            deadline?.Unlink();
        }

        try
        {
            while (!buffer.IsEmpty && !_stoppedSending)
            {
                if (WaitUntil(SelectMode.SelectWrite, deadline))
                {
                    buffer = buffer[Socket.Send(buffer[..Math.Min(buffer.Length, WriteSize)])..];
                }
            }
        }
        catch (Exception ex) when (ex is SocketException or ObjectDisposedException)
        {
            if (!HasAnswer())
            {
                deadline?.Link();
                throw new IOException($"The connection broke while writing: {ex.Message}", ex);
            }

            StopSending();
        }
    }

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfStale(buffer.Span);
        if (_stoppedSending)
        {
            return default;
        }

        var writing = base.WriteAsync(buffer, cancellationToken);
        return writing.IsCompletedSuccessfully ? writing : UnlessAnsweredAsync(writing);
    }

    private async ValueTask UnlessAnsweredAsync(ValueTask writing)
    {
        try
        {
            await writing.ConfigureAwait(false);
        }
        catch (IOException) when (HasAnswer())
        {
            StopSending();
        }
    }

    /// <summary>
    /// Before the first byte of a request on a connection that served others: a server that closed it meanwhile has not seen the request,
    /// which is worth knowing (<see cref="StaleConnectionException"/>). Not of a GET, which .NET sends again by itself and harms nobody by
    /// that: it goes without the call into the kernel.
    /// </summary>
    private void ThrowIfStale(ReadOnlySpan<byte> request)
    {
        try
        {
            if (_answer.BeforeWriting(Socket) && (_stoppedSending || (!request.StartsWith("GET "u8) && IsClosed())))
            {
                throw StaleConnectionException.Closed();
            }
        }
        catch (Exception ex) when (ex is SocketException or ObjectDisposedException)
        {
            throw StaleConnectionException.Closed(ex);
        }
    }

    private bool IsClosed() => Socket.Poll(TimeSpan.Zero, SelectMode.SelectRead) && Socket.Available == 0;

    /// <summary>
    /// Whether the server already says something, although we have not said everything: an error response, which is worth reading.
    /// </summary>
    private bool HasAnswer()
    {
        try
        {
            return Socket.Poll(TimeSpan.Zero, SelectMode.SelectRead) && Socket.Available > 0;
        }
        catch (Exception ex) when (ex is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Swallows the rest of the request, so that .NET comes to read the answer. The connection is of no further use.</summary>
    private void StopSending()
    {
        _stoppedSending = true;
        try
        {
            Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception ex) when (ex is SocketException or ObjectDisposedException)
        {
            // It is broken already.
        }
    }

    /// <summary>
    /// Returns when the socket is ready or broken, the operation itself tells which; false where an answer came instead of room to write.
    /// </summary>
    private bool WaitUntil(SelectMode mode, Deadline? deadline)
    {
        while (true)
        {
            deadline?.ThrowIfOver();
            var left = deadline?.Left ?? Timeout.InfiniteTimeSpan;
            if (Socket.Poll(left == Timeout.InfiniteTimeSpan || left > Slice ? Slice : left, mode))
            {
                return true;
            }

            if (mode == SelectMode.SelectWrite && HasAnswer())
            {
                StopSending();
                return false;
            }
        }
    }
}
