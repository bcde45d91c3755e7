using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Valentina.Tests.Shared.Loopback;

/// <summary>
/// HTTP/1.1 by hand on a loopback port, plain or over TLS, so that it can answer what no real server would. Every connection has a thread
/// of its own and blocks on it: the server answers in time whatever the client does to the thread pool, which is the same process's.
/// </summary>
/// <remarks>It waits as long as the other side does, or until it is disposed, which closes all connections.</remarks>
public sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Action<RawExchange> _answer;
    private readonly bool _isSecure;
    private readonly HashSet<Socket> _open = [];
    private int _connections;
    private int _requests;
    private volatile bool _stopped;

    /// <param name="answer">Called for every request, on the connection's thread. An exception of the network ends the connection quietly;
    /// any other is kept in <see cref="Failure"/>.</param>
    /// <param name="isSecure">Whether it speaks TLS, with <see cref="ServerCertificate"/>.</param>
    public RawServer(Action<RawExchange> answer, bool isSecure = false)
    {
        _answer = answer;
        _isSecure = isSecure;
        _ = isSecure ? ServerCertificate.Instance : null;
        _listener.Start(512);
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        new Thread(Accept) { IsBackground = true, Name = "accept" }.Start();
    }

    public int Port { get; }

    public string Url => $"{(_isSecure ? "https" : "http")}://127.0.0.1:{Port}";

    /// <summary>Asked before the TLS handshake of a connection, and before its first byte is read; may block.</summary>
    public Action<Socket>? OnAccepted { get; init; }

    /// <summary>How many connections were made so far.</summary>
    public int Connections => Volatile.Read(ref _connections);

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>How many connections are open now.</summary>
    public int OpenConnections
    {
        get
        {
            lock (_open)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>What a handler threw that is not the network's.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Waits until no more connections are open.</summary>
    /// <returns>Whether that came about in time.</returns>
    public bool WaitForQuiet(TimeSpan timeout, int connections = 0)
    {
        var until = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        while (OpenConnections > connections)
        {
            if (Environment.TickCount64 > until)
            {
                return false;
            }

            Thread.Sleep(5);
        }

        return true;
    }

    public void Dispose()
    {
        _stopped = true;
        _listener.Stop();
        lock (_open)
        {
            foreach (var socket in _open)
            {
                try
                {
                    socket.Shutdown(SocketShutdown.Both);
                    socket.Dispose();
                }
                catch (Exception ex) when (ex is SocketException or ObjectDisposedException)
                {
                    // It is gone already.
                }
            }
        }
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = _listener.AcceptSocket();
                var number = Interlocked.Increment(ref _connections);
                new Thread(() => Serve(socket, number), maxStackSize: 256 * 1024)
                {
                    IsBackground = true,
                    Name = $"connection {number}"
                }.Start();
            }
        }
        catch (Exception ex) when (ex is SocketException or InvalidOperationException)
        {
            // The server was disposed.
        }
    }

    private void Serve(Socket socket, int connection)
    {
        lock (_open)
        {
            _open.Add(socket);
        }

        try
        {
            socket.NoDelay = true;
            OnAccepted?.Invoke(socket);
            using var wire = new WireStream(socket);
            using var stream = Secure(wire);
            for (var index = 0; !_stopped; index++)
            {
                if (RawExchange.ReadHead(stream) is not { } head)
                {
                    return;
                }

                var exchange = new RawExchange(socket, wire, stream, head, connection, index, Interlocked.Increment(ref _requests));
                _answer(exchange);
                if (exchange.Closes)
                {
                    return;
                }

                exchange.ReadBody();
            }
        }
        catch (Exception ex) when (ex is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client is gone, or the server is.
        }
        catch (Exception ex)
        {
            Failure = ex;
        }
        finally
        {
            lock (_open)
            {
                _open.Remove(socket);
            }

            socket.Dispose();
        }
    }

    private Stream Secure(WireStream wire)
    {
        if (!_isSecure)
        {
            return wire;
        }

        var secure = new SslStream(wire);
        secure.AuthenticateAsServer(ServerCertificate.Instance);
        return secure;
    }
}
