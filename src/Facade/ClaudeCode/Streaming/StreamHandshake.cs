using System.Net;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// Turns an HTTP request into a WebSocket. The asynchronous half leaves the handshake to <see cref="ClientWebSocket"/>;
/// the synchronous half, which .NET does not have, makes it by hand over <see cref="HttpMessageInvoker.Send"/>.
/// </summary>
internal static class StreamHandshake
{
    private const string AcceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Opens a connection whose traffic is asynchronous.</summary>
    /// <param name="chain">Sends the upgrade request; its exceptions come out as they are.</param>
    /// <param name="address">The HTTP address of the endpoint.</param>
    /// <param name="limits">Sizes and times.</param>
    /// <param name="cancellationToken">Cancels the handshake.</param>
    /// <param name="failures">Makes what it throws; null where there are no keys to take out.</param>
    public static async Task<WebSocketConnection> ConnectAsync(
        HttpMessageInvoker chain, Uri address, StreamLimits limits, CancellationToken cancellationToken, FailureFactory? failures = null)
    {
        var socket = new ClientWebSocket();
        var closing = new CloseFrameWatch();
        using var watching = new HttpMessageInvoker(new WatchingHandler(chain, closing));
        try
        {
            // Only unsolicited pongs: the service answers no ping while it waits for the model, so demanding an answer
            // would cut long tasks off. What ends a dead connection is the idle limit.
            socket.Options.KeepAliveInterval = limits.KeepAliveInterval;
            await socket.ConnectAsync(ToWebSocketScheme(address), watching, cancellationToken).ConfigureAwait(false);
            return new WebSocketConnection(socket, limits.MaxMessageBytes, isSynchronous: false, closing);
        }
        catch (WebSocketException ex)
            when (ex.InnerException is ValentinaException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Dispose();
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(ex.InnerException);
            throw;
        }
        catch (WebSocketException ex)
        {
            socket.Dispose();
            throw Refused(failures, ex.Message, ex);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection whose traffic never leaves the calling thread.</summary>
    /// <inheritdoc cref="ConnectAsync"/>
    public static WebSocketConnection Connect(
        HttpMessageInvoker chain, Uri address, StreamLimits limits, CancellationToken cancellationToken, FailureFactory? failures = null)
    {
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        using var request = UpgradeRequest(address, key);
        var response = chain.Send(request, cancellationToken);
        try
        {
            Check(response, key, failures);
            var raw = response.Content.ReadAsStream(cancellationToken);
            if (!raw.CanRead || !raw.CanWrite)
            {
                // A handler unpacks what calls itself packed, and then the connection is out of reach.
                throw Refused(failures, "its body is no connection.");
            }

            var closing = new CloseFrameWatch();
            var stream = new SynchronousStream(new WatchedStream(raw, closing));

            // No keep-alive timer: it would write from another thread. The server's own pings are answered while reading.
            var options = new WebSocketCreationOptions { IsServer = false, KeepAliveInterval = TimeSpan.Zero };
            return new WebSocketConnection(
                WebSocket.CreateFromStream(stream, options), limits.MaxMessageBytes, isSynchronous: true, closing);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static HttpRequestMessage UpgradeRequest(Uri address, string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.Connection.Add("Upgrade");
        request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Version", "13");
        request.Headers.TryAddWithoutValidation("Sec-WebSocket-Key", key);
        return request;
    }

    private static void Check(HttpResponseMessage response, string key, FailureFactory? failures)
    {
        if (response.StatusCode != HttpStatusCode.SwitchingProtocols)
        {
            throw Refused(failures, $"the status is {(int)response.StatusCode}.");
        }

        // What RFC 6455 demands of a client (4.1); ClientWebSocket does the same for the asynchronous half.
        Require(response, "Upgrade", "websocket", StringComparison.OrdinalIgnoreCase, failures);
        Require(response, "Connection", "Upgrade", StringComparison.OrdinalIgnoreCase, failures);
        Require(response, "Sec-WebSocket-Accept", AcceptFor(key), StringComparison.Ordinal, failures);
        foreach (var name in new[] { "Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions" })
        {
            if (response.Headers.NonValidated.TryGetValues(name, out var values) && !string.IsNullOrWhiteSpace(values.ToString()))
            {
                throw Refused(failures, $"the header {name} grants what was not asked for.");
            }
        }
    }

    private static void Require(
        HttpResponseMessage response, string name, string value, StringComparison comparison, FailureFactory? failures)
    {
        if (!response.Headers.NonValidated.TryGetValues(name, out var values) || !values.Any(one => one.Trim().Equals(value, comparison)))
        {
            throw Refused(failures, $"the header {name} is missing or not the one to this request.");
        }
    }

    private static UnreadableResponseException Refused(FailureFactory? failures, string reason, Exception? exception = null)
        => (failures ?? FailureFactory.WithoutKeys(ClaudeCodeProfile.Instance)).OfHandshake(StreamRequests.Operation, reason, exception);

#pragma warning disable CA5350 // RFC 6455 prescribes SHA-1 here; it proves that the peer speaks WebSocket, nothing more.
    internal static string AcceptFor(string key) => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + AcceptSuffix)));
#pragma warning restore CA5350

    private static Uri ToWebSocketScheme(Uri address)
        => new UriBuilder(address) { Scheme = address.Scheme == Uri.UriSchemeHttps ? "wss" : "ws" }.Uri;

    /// <summary>Lets <see cref="ClientWebSocket"/> have its stream with a watch in it.</summary>
    private sealed class WatchingHandler(HttpMessageInvoker chain, CloseFrameWatch closing) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await chain.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.SwitchingProtocols)
            {
                response.Content = new WatchedContent(response.Content, closing);
            }

            return response;
        }
    }

    private sealed class WatchedContent(HttpContent inner, CloseFrameWatch closing) : HttpContent
    {
        protected override Stream CreateContentReadStream(CancellationToken cancellationToken)
            => new WatchedStream(inner.ReadAsStream(cancellationToken), closing);

        protected override async Task<Stream> CreateContentReadStreamAsync()
            => new WatchedStream(await inner.ReadAsStreamAsync().ConfigureAwait(false), closing);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => inner.CopyToAsync(stream, context);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
