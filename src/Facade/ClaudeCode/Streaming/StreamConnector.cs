using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// Opens streams over the connection of a client, so that the handshake is authenticated, retried, logged and mapped like any call.
/// </summary>
internal sealed class StreamConnector(ApiConnection connection, StreamLimits limits, RequestOptions? options) : IStreamConnector
{
    /// <summary>By hand, since the contract says nothing of the socket. Opening it costs nothing, so it may be repeated.</summary>
    public static readonly ApiOperation Operation = new(StreamRequests.Operation, HttpMethod.Get, "/v1/stream")
    {
        IsRepeatable = true,
        MethodName = "StreamAsync",
    };

    /// <summary>The same for a task.</summary>
    public static readonly ApiOperation TaskOperation = new(StreamRequests.Operation, HttpMethod.Get, "/v1/stream")
    {
        IsRepeatable = true,
        MethodName = "StreamAgenticTaskAsync",
    };

    private readonly Uri _address = new(connection.Settings.BaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + Operation.Path);

    public async Task<WebSocketConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        using var chain = new HttpMessageInvoker(new Chain(connection, options));
        return await StreamHandshake.ConnectAsync(chain, _address, limits, cancellationToken, connection.Failures).ConfigureAwait(false);
    }

    public WebSocketConnection Connect(CancellationToken cancellationToken)
    {
        using var chain = new HttpMessageInvoker(new Chain(connection, options));
        return StreamHandshake.Connect(chain, _address, limits, cancellationToken, connection.Failures);
    }

    /// <summary>The end of a WebSocket handshake that reaches into the connection.</summary>
    private sealed class Chain(ApiConnection connection, RequestOptions? options) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => connection.UpgradeAsync(
                new ApiRequest(Operation).Literal(Operation.Path), message => Prepare(message, request), options, cancellationToken);

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
            => connection.Upgrade(
                new ApiRequest(Operation).Literal(Operation.Path), message => Prepare(message, request), options, cancellationToken);

        private static void Prepare(HttpRequestMessage message, HttpRequestMessage handshake)
        {
            message.Version = handshake.Version;
            message.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            message.Headers.Remove("Accept");
            foreach (var (name, values) in handshake.Headers.NonValidated)
            {
                message.Headers.TryAddWithoutValidation(name, values);
            }
        }
    }
}
