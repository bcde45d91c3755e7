using System.Net.Sockets;

namespace Valentina.Connection;

/// <summary>
/// A socket whose synchronous reads and writes wait in the kernel. .NET waits for a socket that was opened asynchronously by an event
/// loop, which now and then hands the wake-up to the thread pool; a synchronous call would hang while the pool is busy.
/// </summary>
internal sealed class DirectSocketStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    /// <summary>A socket that can be written to takes at least this much at once.</summary>
    private const int WriteSize = 4096;

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
        try
        {
            WaitUntil(SelectMode.SelectRead);
            return Socket.Receive(buffer);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            throw new IOException($"The connection broke while reading: {fault.Message}", fault);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            while (!buffer.IsEmpty)
            {
                WaitUntil(SelectMode.SelectWrite);
                buffer = buffer[Socket.Send(buffer[..Math.Min(buffer.Length, WriteSize)])..];
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            throw new IOException($"The connection broke while writing: {fault.Message}", fault);
        }
    }

    /// <summary>Returns when the socket is ready or broken; the operation itself tells which.</summary>
    private void WaitUntil(SelectMode mode)
    {
        if (!Socket.Poll(SocketDeadline.Left, mode))
        {
            throw new SocketDeadlineException();
        }
    }
}
