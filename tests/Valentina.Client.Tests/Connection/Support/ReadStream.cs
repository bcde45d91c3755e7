namespace Valentina.Client.Tests.Connection;

/// <summary>A stream whose reads are written in the test.</summary>
internal sealed class ReadStream : Stream
{
    public Func<Memory<byte>, int>? OnRead { get; init; }

    public Func<Memory<byte>, CancellationToken, ValueTask<int>>? OnReadAsync { get; init; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
        => OnRead is { } read ? read(buffer.AsMemory(offset, count)) : throw new InvalidOperationException("A synchronous read blocks.");

    public override int Read(Span<byte> buffer)
    {
        var copy = new byte[buffer.Length];
        var count = Read(copy, 0, copy.Length);
        copy.AsSpan(0, count).CopyTo(buffer);
        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        => OnReadAsync is { } read
            ? read(buffer, cancellationToken)
            : throw new InvalidOperationException("An asynchronous read needs the pool.");

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Gives the bytes in pieces, then does what is told.</summary>
    public static ReadStream Pieces(byte[] bytes, int size, bool async, Func<int>? end = null)
    {
        var position = 0;
        int Next(Memory<byte> buffer)
        {
            var count = Math.Min(Math.Min(size, buffer.Length), bytes.Length - position);
            if (count == 0)
            {
                return end?.Invoke() ?? 0;
            }

            bytes.AsMemory(position, count).CopyTo(buffer);
            position += count;
            return count;
        }

        return async
            ? new ReadStream
            {
                OnReadAsync = async (buffer, token) =>
                {
                    await Task.Yield();
                    token.ThrowIfCancellationRequested();
                    return Next(buffer);
                },
            }
            : new ReadStream { OnRead = Next };
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
