namespace Valentina.ClaudeCode.Streaming;

/// <summary>The stream under a WebSocket, for one who wants to see what is read from it.</summary>
internal sealed class WatchedStream(Stream inner, CloseFrameWatch watch) : ForwardingStream(inner)
{
    public override int Read(Span<byte> buffer)
    {
        var count = Inner.Read(buffer);
        watch.Take(buffer[..count]);
        return count;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await Inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        watch.Take(buffer.Span[..count]);
        return count;
    }

    public override async ValueTask DisposeAsync()
    {
        await Inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
}
