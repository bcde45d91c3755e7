using Valentina.ClaudeCode.Streaming;
using Valentina.Connection;

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>Opens connections without the rest of the SDK, and counts them.</summary>
internal sealed class TestConnector(Uri address, HttpMessageHandler? handler = null) : IStreamConnector, IDisposable
{
    private readonly HttpMessageInvoker _chain = new(handler ?? Transport.CreateHandler());

    public StreamLimits Limits { get; init; } = new();

    public int Connected { get; private set; }

    public Task<WebSocketConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        Connected++;
        return StreamHandshake.ConnectAsync(_chain, address, Limits, cancellationToken);
    }

    public WebSocketConnection Connect(CancellationToken cancellationToken)
    {
        Connected++;
        return StreamHandshake.Connect(_chain, address, Limits, cancellationToken);
    }

    public void Dispose() => _chain.Dispose();
}
