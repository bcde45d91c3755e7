namespace Valentina.ClaudeCode.Streaming;

/// <summary>Opens connections to the stream endpoint, through the same chain as every other call.</summary>
internal interface IStreamConnector
{
    Task<WebSocketConnection> ConnectAsync(CancellationToken cancellationToken);

    WebSocketConnection Connect(CancellationToken cancellationToken);
}
