using System.Net;

namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>The body of a 101 answer: the connection itself, readable and writable.</summary>
internal sealed class SocketUpgradeContent(Stream connection) : HttpContent
{
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => connection;

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(connection);

    protected override Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) => Task.FromResult(connection);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => throw new NotSupportedException("A WebSocket has no body to copy.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }
}
