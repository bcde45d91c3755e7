using System.Net.WebSockets;
using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>Opens connections over sockets that a test has made, one after the other.</summary>
internal sealed class PlayedConnector(params PlayedSocket[] sockets) : IStreamConnector
{
    private readonly Queue<PlayedSocket> _sockets = new(sockets);

    /// <summary>What opening waits for, until it is cancelled.</summary>
    public Task Gate { get; init; } = Task.CompletedTask;

    public async Task<WebSocketConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        return Next(isSynchronous: false);
    }

    public WebSocketConnection Connect(CancellationToken cancellationToken)
    {
        Gate.Wait(cancellationToken);
        return Next(isSynchronous: true);
    }

    private WebSocketConnection Next(bool isSynchronous)
        => _sockets.TryDequeue(out var socket)
            ? new WebSocketConnection(socket, 1000, isSynchronous)
            : throw new WebSocketException("No more connections are to be had.");
}
