namespace Valentina.Connection.Requests;

/// <summary>A body of ready bytes.</summary>
internal sealed class BytesContent : Transmission
{
    private readonly ReadOnlyMemory<byte> _bytes;

    public BytesContent(ReadOnlyMemory<byte> bytes, string? contentType, bool maySendAgain)
        : base(maySendAgain)
    {
        _bytes = bytes;
        Headers.ContentLength = bytes.Length;
        if (contentType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    protected override void Send(Stream stream, CancellationToken cancellationToken) => stream.Write(_bytes.Span);

    protected override Task SendAsync(Stream stream, CancellationToken cancellationToken)
        => stream.WriteAsync(_bytes, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
