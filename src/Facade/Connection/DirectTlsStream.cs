using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Valentina.Connection;

/// <summary>
/// TLS over a <see cref="DirectSocketStream"/>, seen as a network stream. Before it uses a kept-alive connection again, .NET wants to know
/// whether the server closed it. It asks the socket of a network stream, without waiting; from any other stream it begins to read,
/// asynchronously even for a synchronous call, which then hangs while the thread pool is busy and knows no deadline of its thread.
/// </summary>
internal sealed class DirectTlsStream : NetworkStream
{
    private readonly SslStream _tls;
    private readonly AnswerStart _answer = new();

    private DirectTlsStream(SslStream tls, Socket socket)
        : base(socket, ownsSocket: false)
        => _tls = tls;

    /// <summary>Wraps what is encrypted by .NET over one of our sockets, for HTTP/1.1; anything else stays as it is.</summary>
    public static ValueTask<Stream> WrapAsync(SocketsHttpPlaintextStreamFilterContext context, CancellationToken cancellationToken)
        => ValueTask.FromResult(
            context.NegotiatedHttpVersion.Major == 1
                && context.PlaintextStream is SslStream tls
                && InnerStream(tls) is DirectSocketStream direct
                ? new DirectTlsStream(tls, direct.Socket)
                : context.PlaintextStream);

    /// <inheritdoc/>
    public override int ReadTimeout { get => _tls.ReadTimeout; set => _tls.ReadTimeout = value; }

    /// <inheritdoc/>
    public override int WriteTimeout { get => _tls.WriteTimeout; set => _tls.WriteTimeout = value; }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var count = _tls.Read(buffer);
        _answer.Look(buffer[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await _tls.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _answer.Look(buffer.Span[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state)
        => TaskToAsyncResult.Begin(ReadAsync(buffer, offset, count, CancellationToken.None), callback, state);

    /// <inheritdoc/>
    public override int EndRead(IAsyncResult asyncResult) => TaskToAsyncResult.End<int>(asyncResult);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _answer.BeforeWriting(Socket);
        _tls.Write(buffer);
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _answer.BeforeWriting(Socket);
        return _tls.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override IAsyncResult BeginWrite(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state)
        => TaskToAsyncResult.Begin(WriteAsync(buffer, offset, count, CancellationToken.None), callback, state);

    /// <inheritdoc/>
    public override void EndWrite(IAsyncResult asyncResult) => TaskToAsyncResult.End(asyncResult);

    /// <inheritdoc/>
    public override void Flush() => _tls.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => _tls.FlushAsync(cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await _tls.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _tls.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The stream below. It is a protected member of .NET's, so that it stays; there is no other way to the socket.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_InnerStream")]
    private static extern Stream InnerStream(AuthenticatedStream stream);
}
