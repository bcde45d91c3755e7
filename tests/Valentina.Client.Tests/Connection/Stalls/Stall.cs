using System.IO.Compression;
using System.Text;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection.Stalls;

/// <summary>Where a server stops.</summary>
public enum StallPlace
{
    /// <summary>It says nothing at all.</summary>
    BeforeAnswer,

    /// <summary>The head of its answer is the last it says.</summary>
    AfterHead,

    /// <summary>Half of the body comes.</summary>
    InBody,

    /// <summary>Half of a compressed body comes, so that the decompressor is in the middle of a block.</summary>
    InGzipBlock,

    /// <summary>Half of the chunk it announced comes.</summary>
    InChunk,

    /// <summary>Half of a TLS record comes.</summary>
    InTlsRecord,

    /// <summary>It reads none of the file that is sent to it.</summary>
    InUpload,
}

/// <summary>What ends a call that stalls.</summary>
public enum StallEnd
{
    Cancel,
    Deadline,
    Dispose,
}

/// <summary>A server that answers the first request of each connection and stops at a place of the others, and a client of it.</summary>
internal sealed class Stall : IDisposable
{
    /// <summary>More than the buffers of two sockets hold.</summary>
    private const int UploadLength = 64 * 1024 * 1024;

    private static readonly byte[] Plain = Encoding.UTF8.GetBytes($$"""{"name":"{{new string('x', 20_000)}}"}""");
    private static readonly Lazy<byte[]> File = new(() => new byte[UploadLength]);

    private readonly StallPlace _place;
    private readonly RawServer _server;
    private readonly SocketsHttpHandler _handler;
    private readonly ManualResetEventSlim _over = new();

    public Stall(StallPlace place)
    {
        _place = place;
        var isSecure = place == StallPlace.InTlsRecord;
        _server = new RawServer(Answer, isSecure);
        _handler = ServerCertificate.TrustedBy(Transport.CreateHandler());

        // .NET looks after idle connections from time to time, on the pool; not while a test has all of that.
        _handler.PooledConnectionIdleTimeout = TimeSpan.FromDays(1);
        Connection = new ApiConnection(
            TestConnection.Options(options =>
            {
                options.BaseUrl = _server.Url;
                options.MaxRetries = 0;
            }).Resolve(EnvironmentReaders.None),
            Transport.Of(_handler));
    }

    public ApiConnection Connection { get; }

    /// <summary>Set once the server has said its last word.</summary>
    public ManualResetEventSlim HasStalled { get; } = new();

    /// <summary>Set once the client has closed the connection that stalled.</summary>
    public ManualResetEventSlim IsClosed { get; } = new();

    public int Connections => _server.Connections;

    /// <summary>Opens a connection and leaves it in the pool.</summary>
    public void Warm() => Connection.Send<Thing>(Ops.Request(Ops.Get), null, default);

    /// <summary>A call that ends only if something ends it.</summary>
    public Task CallAsync(bool sync, TimeSpan timeout, CancellationToken cancellationToken)
        => Connection.CallAsync<Thing>(sync, Request(), new RequestOptions { Timeout = timeout }, cancellationToken);

    /// <summary>The same on the caller's thread alone.</summary>
    public void Call(TimeSpan timeout, CancellationToken cancellationToken)
        => Connection.Send<Thing>(Request(), new RequestOptions { Timeout = timeout }, cancellationToken);

    public void Dispose()
    {
        _over.Set();
        Connection.Dispose();
        _handler.Dispose();
        _server.Dispose();
    }

    private ApiRequest Request()
        => _place == StallPlace.InUpload
            ? new ApiRequest(Ops.Upload).Literal("/x").Form("file", FileUpload.FromBytes("a.png", File.Value))
            : Ops.Request(Ops.Get);

    private void Answer(RawExchange exchange)
    {
        if (exchange.Index == 0)
        {
            exchange.Answer("{}");
            return;
        }

        exchange.Closes = true;
        Stop(exchange);
        HasStalled.Set();
        if (_place == StallPlace.InUpload)
        {
            _over.Wait(TimeSpan.FromMinutes(2));
        }
        else
        {
            exchange.StallUntilGone();
        }

        IsClosed.Set();
    }

    private void Stop(RawExchange exchange)
    {
        switch (_place)
        {
            case StallPlace.AfterHead:
                exchange.Write(Head($"Content-Length: {Plain.Length}"));
                break;
            case StallPlace.InBody:
                exchange.Write(Head($"Content-Length: {Plain.Length}"));
                exchange.Write(Plain.AsSpan(0, Plain.Length / 2));
                break;
            case StallPlace.InGzipBlock:
                var zipped = Zip();
                exchange.Write(Head($"Content-Encoding: gzip\r\nContent-Length: {zipped.Length}"));
                exchange.Write(zipped.AsSpan(0, zipped.Length / 2));
                break;
            case StallPlace.InChunk:
                exchange.Write(Head("Transfer-Encoding: chunked"));
                exchange.Write("1000\r\n{\"name\":");
                break;
            case StallPlace.InTlsRecord:
                exchange.Write(Head($"Content-Length: {Plain.Length}"));
                exchange.Wire.SwallowAfter(4000);
                exchange.Write(Plain.AsSpan(0, 8000));
                break;
        }
    }

    private static string Head(string headers) => $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n{headers}\r\n\r\n";

    private static byte[] Zip()
    {
        var text = new byte[60_000];
        new Random(7).NextBytes(text);
        using var output = new MemoryStream();
        using (var zip = new GZipStream(output, CompressionLevel.Fastest))
        {
            zip.Write(text);
        }

        return output.ToArray();
    }
}
