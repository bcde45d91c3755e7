using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Valentina.Client.Tests.Connection;

/// <summary>
/// A server of bare sockets, with a thread for each connection: the test reads what it wants of a request and writes any bytes as an
/// answer, or none. It waits two minutes at the most.
/// </summary>
internal sealed class RawServer : IDisposable
{
    private static readonly Lazy<X509Certificate2> Certificate = new(MakeCertificate);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Action<RawPeer> _serve;
    private readonly bool _isSecure;
    private int _connections;

    /// <summary>Starts to listen.</summary>
    /// <param name="serve">Serves one connection; it is closed afterwards.</param>
    /// <param name="isSecure">Whether to speak TLS, with a certificate made for the purpose.</param>
    public RawServer(Action<RawPeer> serve, bool isSecure = false)
    {
        _serve = serve;
        _isSecure = isSecure;
        _listener.Start(256);
        Url = $"{(isSecure ? "https" : "http")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        new Thread(Accept) { IsBackground = true, Name = "Raw server" }.Start();
    }

    public string Url { get; }

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Makes a handler of the SDK accept the server's certificate, and no other.</summary>
    public static SocketsHttpHandler Trusting(SocketsHttpHandler handler)
    {
        handler.SslOptions.RemoteCertificateValidationCallback =
            (_, certificate, _, _) => certificate!.GetCertHashString() == Certificate.Value.GetCertHashString();
        return handler;
    }

    public void Dispose() => _listener.Stop();

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = _listener.AcceptSocket();
                var number = Interlocked.Increment(ref _connections);
                new Thread(() => Serve(socket, number)) { IsBackground = true, Name = $"Raw server, connection {number}" }.Start();
            }
        }
        catch (Exception ex) when (ex is SocketException or InvalidOperationException)
        {
            // The server was disposed.
        }
    }

    private void Serve(Socket socket, int number)
    {
        try
        {
            using (socket)
            {
                using var peer = new RawPeer(socket, number, _isSecure ? Certificate.Value : null);
                _serve(peer);
            }
        }
        catch (Exception ex) when (ex is IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client is gone.
        }
    }
}

/// <summary>One connection to the raw server.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Socket _socket;
    private readonly HalvingStream _halving;
    private readonly Stream _stream;

    public RawPeer(Socket socket, int connection, X509Certificate2? certificate)
    {
        _socket = socket;
        _socket.NoDelay = true;
        _socket.ReceiveTimeout = _socket.SendTimeout = 120_000;
        Connection = connection;
        _halving = new HalvingStream(new NetworkStream(socket));
        _stream = _halving;
        if (certificate is not null)
        {
            var secure = new SslStream(_halving);
            secure.AuthenticateAsServer(certificate);
            _stream = secure;
        }
    }

    /// <summary>The number of the connection, from 1.</summary>
    public int Connection { get; }

    /// <summary>Reads a request up to its empty line.</summary>
    /// <exception cref="EndOfStreamException">The client has closed the connection.</exception>
    public string ReadHead()
    {
        var head = new StringBuilder();
        while (head.Length < 4 || head.ToString(head.Length - 4, 4) != "\r\n\r\n")
        {
            head.Append((char)ReadByte());
        }

        return head.ToString();
    }

    /// <summary>Reads so many bytes of a body and leaves them.</summary>
    public void Skip(int count) => Read(count);

    /// <summary>Reads so many bytes of a body.</summary>
    public string Read(int count)
    {
        var bytes = new byte[count];
        _stream.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes);
    }

    public void Write(string text) => Write(Encoding.Latin1.GetBytes(text));

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _stream.Flush();
    }

    /// <summary>Answers whole.</summary>
    public void Answer(string json, int status = 200, string headers = "")
        => Write($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n{headers}\r\n{json}");

    /// <summary>Writes the bytes as one TLS record, and of that record only the first half.</summary>
    public void WriteHalfRecord(ReadOnlySpan<byte> bytes)
    {
        _halving.IsHalving = true;
        Write(bytes);
        _halving.IsHalving = false;
    }

    /// <summary>Reads until the client has closed its end.</summary>
    public void WaitForEnd()
    {
        try
        {
            while (_stream.ReadByte() >= 0)
            {
            }
        }
        catch (IOException)
        {
            // Closed with something unread, or in the middle of a record.
        }
    }

    /// <summary>Closes at once, so that the client is told by a reset where it has sent what was not read.</summary>
    public void Close() => _socket.Dispose();

    public void Dispose() => _stream.Dispose();

    private byte ReadByte() => _stream.ReadByte() is >= 0 and var next ? (byte)next : throw new EndOfStreamException();

    /// <summary>Passes half of each write on while it is told to.</summary>
    private sealed class HalvingStream(NetworkStream inner) : Stream
    {
        public bool IsHalving { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => inner.Read(buffer);

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, IsHalving ? count / 2 : count);

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

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
