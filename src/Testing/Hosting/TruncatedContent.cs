using System.Net;

namespace Valentina.Testing;

/// <summary>A body whose connection breaks in the middle.</summary>
internal sealed class TruncatedContent(ReadOnlyMemory<byte> body, int arriving) : HttpContent
{
    private readonly ReadOnlyMemory<byte> _arriving = body[..Math.Min(arriving, body.Length)];

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        stream.Write(_arriving.Span);
        throw Broken();
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(_arriving).ConfigureAwait(false);
        throw Broken();
    }

    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new BreakingStream(_arriving);

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new BreakingStream(_arriving));

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }

    private static HttpIOException Broken()
        => new(HttpRequestError.ResponseEnded, "The fake cut the connection within the body.");

    private sealed class BreakingStream(ReadOnlyMemory<byte> arriving) : MemoryStream(arriving.ToArray(), writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => Checked(base.Read(buffer, offset, count), count);

        public override int Read(Span<byte> buffer) => Checked(base.Read(buffer), buffer.Length);

        public override int ReadByte() => base.ReadByte() is var read and >= 0 ? read : throw Broken();

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => Checked(await base.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false), count);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => Checked(await base.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Length);

        public override void CopyTo(Stream destination, int bufferSize)
        {
            base.CopyTo(destination, bufferSize);
            throw Broken();
        }

        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            await base.CopyToAsync(destination, bufferSize, cancellationToken).ConfigureAwait(false);
            throw Broken();
        }

        private static int Checked(int read, int wanted) => read > 0 || wanted == 0 ? read : throw Broken();
    }
}
