using System.Net;

namespace Valentina.Connection;

/// <summary>What carries messages: a handler of our own, or a client or handler given by the user, who keeps owning it.</summary>
internal sealed class Transport : IDisposable
{
    private readonly HttpMessageInvoker _invoker;
    private readonly HttpClient? _client;
    private readonly bool _isOwned;

    private Transport(HttpMessageInvoker invoker, HttpClient? client, bool isOwned)
    {
        _invoker = invoker;
        _client = client;
        _isOwned = isOwned;
    }

    /// <summary>A handler of our own, disposed with the connection.</summary>
    public static Transport Own() => new(new HttpMessageInvoker(CreateHandler()), null, isOwned: true);

    /// <summary>A client given by the user. Its <see cref="HttpClient.Timeout"/> stays in force beside ours.</summary>
    public static Transport Of(HttpClient client) => new(client, client, isOwned: false);

    /// <summary>
    /// A handler given by the user. It gets our sockets where it has no way of its own to connect, so that synchronous reads can end
    /// themselves.
    /// </summary>
    public static Transport Of(HttpMessageHandler handler)
    {
        var innermost = Innermost(handler);
        DisableRedirects(innermost);
        UseDirectSockets(innermost);
        return new(new HttpMessageInvoker(handler, disposeHandler: false), null, isOwned: false);
    }

    /// <summary>Whether nothing of the user's is between the SDK and the network.</summary>
    public bool IsOwned => _isOwned;

    /// <summary>The time limit of an <see cref="HttpClient"/> given by the user; null where there is none.</summary>
    public TimeSpan? ClientTimeout => _client?.Timeout;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
        => _client is null
            ? _invoker.SendAsync(message, cancellationToken)
            : _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public HttpResponseMessage Send(HttpRequestMessage message, CancellationToken cancellationToken)
        => _client is null
            ? _invoker.Send(message, cancellationToken)
            : _client.Send(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose()
    {
        if (_isOwned)
        {
            _invoker.Dispose();
        }
    }

    /// <summary>The handler we use when none is given; also what dependency injection configures.</summary>
    internal static SocketsHttpHandler CreateHandler() => new()
    {
        // Finds a changed DNS entry in the end.
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        AutomaticDecompression = DecompressionMethods.All,

        // The SDK follows redirects itself, and never to another host with the key.
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = DirectSocketStream.ConnectAsync,
        PlaintextStreamFilter = DirectTlsStream.WrapAsync,

        // A reader that stops early closes its connection instead of reading on behind the caller's back.
        MaxResponseDrainSize = 0,
    };

    /// <summary>The handler at the end of the chain, which does the work.</summary>
    private static HttpMessageHandler Innermost(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }

    private static void UseDirectSockets(HttpMessageHandler handler)
    {
        if (handler is not SocketsHttpHandler { ConnectCallback: null } sockets)
        {
            return;
        }

        try
        {
            sockets.ConnectCallback = DirectSocketStream.ConnectAsync;
            sockets.PlaintextStreamFilter ??= DirectTlsStream.WrapAsync;
        }
        catch (InvalidOperationException)
        {
            // It is in use already: its synchronous reads end between two reads only.
        }
    }

    /// <summary>A handler that follows redirects by itself would carry the key to whatever host the answer names.</summary>
    private static void DisableRedirects(HttpMessageHandler handler)
    {
        try
        {
            switch (handler)
            {
                case SocketsHttpHandler { AllowAutoRedirect: true } sockets:
                    sockets.AllowAutoRedirect = false;
                    break;
                case HttpClientHandler { AllowAutoRedirect: true } client:
                    client.AllowAutoRedirect = false;
                    break;
            }
        }
        catch (InvalidOperationException ex)
        {
            throw new ArgumentException(
                "The handler follows redirects by itself, which would carry the API key to other hosts, and it is in use already, so that this cannot be switched off. Give a handler with AllowAutoRedirect = false.",
                nameof(handler),
                ex);
        }
    }
}
