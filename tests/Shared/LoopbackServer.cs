using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Valentina.Tests.Shared;

/// <summary>A server on a loopback port with a thread for each connection, so that it needs nothing of the thread pool.</summary>
/// <remarks>It waits for bytes, and for room to write some, for two minutes at the most.</remarks>
public sealed class LoopbackServer : IDisposable
{
    private static readonly TimeSpan SocketTimeout = TimeSpan.FromMinutes(2);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Action<LoopbackExchange> _answer;
    private int _connections;
    private int _requests;

    private readonly X509Certificate2? _certificate;

    public LoopbackServer(Action<LoopbackExchange> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start(256);
        Url = $"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public string Url { get; }

    public int Connections => Volatile.Read(ref _connections);

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>What an answer of the test threw, which cut its connection.</summary>
    public Exception? Failure { get; private set; }

    public void Dispose() => _listener.Stop();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var client = _listener.AcceptTcpClient();
                var number = Interlocked.Increment(ref _connections);
                new Thread(() => Serve(client, number)) { IsBackground = true }.Start();
            }
        }
        catch (Exception ex) when (ex is SocketException or InvalidOperationException)
        {
            // The server was disposed.
        }
    }

    private void Serve(TcpClient client, int connection)
    {
        try
        {
            client.NoDelay = true;
            client.ReceiveTimeout = client.SendTimeout = (int)SocketTimeout.TotalMilliseconds;
            using (client)
            {
                var stream = Secure(client.GetStream());
                for (var index = 0; ReadHead(stream) is { } head; index++)
                {
                    var length = head.Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                        .Select(line => int.Parse(line[15..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
                    var body = new byte[length];
                    stream.ReadExactly(body);
                    var exchange = new LoopbackExchange(stream, head, body, connection, index, Interlocked.Increment(ref _requests));
                    _answer(exchange);
                    if (exchange.Closes)
                    {
                        return;
                    }
                }
            }
        }
        catch (Exception ex) when (ex is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client, or the test, is gone.
        }
        catch (Exception ex)
        {
            // On a thread of its own it would end the whole process; the client sees its connection cut.
            Failure = ex;
        }
    }

    private Stream Secure(NetworkStream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        var secure = new SslStream(stream);
        secure.AuthenticateAsServer(_certificate);
        return secure;
    }

    private static string? ReadHead(Stream stream)
    {
        var head = new List<byte>();
        while (stream.ReadByte() is >= 0 and var next)
        {
            head.Add((byte)next);
            if (next == '\n' && head.Count > 3 && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r')
            {
                return Encoding.Latin1.GetString([.. head]);
            }
        }

        return null;
    }
}

/// <summary>One request to the loopback server, to be answered by hand.</summary>
public sealed class LoopbackExchange(Stream stream, string head, byte[] body, int connection, int index, int request)
{
    public string Head { get; } = head;

    public byte[] Body { get; } = body;

    /// <summary>The number of the connection, from 1.</summary>
    public int Connection { get; } = connection;

    /// <summary>The number of the request on its connection, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>The number of the request on the server, from 1.</summary>
    public int Request { get; } = request;

    /// <summary>Whether the connection is cut after this exchange.</summary>
    public bool Closes { get; set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        stream.Flush();
    }

    public void Answer(string json, int status = 200, string headers = "")
        => Answer(Encoding.UTF8.GetBytes(json), status, headers);

    public void Answer(byte[] content, int status = 200, string headers = "")
        => Write([
            .. Encoding.Latin1.GetBytes(
                $"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {content.Length}\r\n{headers}\r\n"),
            .. content,
        ]);
}
