using System.Net;

namespace Valentina.Connection.Requests;

/// <summary>A body of ready bytes. It notes when the transport took it, since a billed call may not be repeated after that.</summary>
internal sealed class BytesContent : HttpContent, ITransmission
{
    private readonly ReadOnlyMemory<byte> _bytes;

    public BytesContent(ReadOnlyMemory<byte> bytes, string? contentType)
    {
        _bytes = bytes;
        Headers.ContentLength = bytes.Length;
        if (contentType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
    }

    public bool HasStarted { get; private set; }

    protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasStarted = true;
        stream.Write(_bytes.Span);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasStarted = true;
        return stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}

/// <summary>A body that knows whether any of it left.</summary>
internal interface ITransmission
{
    /// <summary>Whether the transport began to send the body.</summary>
    bool HasStarted { get; }
}
