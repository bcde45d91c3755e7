using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>
/// A server that failed (5xx) often drops its connection a moment later. What is sent on it meanwhile is lost, so that nothing is sent on
/// it.
/// </summary>
public sealed class FailedConnectionTests
{
    private const string Ravn = """{"name":"Ravn"}""";

    private const string Failure = "HTTP/1.1 500 X\r\nContent-Length: 2\r\n\r\n{}";

    private const string Interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n";

    public static TheoryData<bool, string> Answers()
    {
        var cases = new TheoryData<bool, string>();
        foreach (var isSecure in new[] { false, true })
        {
            cases.Add(isSecure, Failure);
            cases.Add(isSecure, "HTTP/1.1 503 X\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
            cases.Add(isSecure, Interim + Failure);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Nothing_is_sent_on_the_connection_of_a_failure(bool isSecure, string failure)
    {
        using var server = new Failing(
            isSecure, exchange => exchange.Write(exchange.Connection == 1 && exchange.Index == 1 ? failure : Success));
        using var connection = server.Connect(options => options.MaxRetries = 0);

        (await connection.CallAsync<Thing>(false, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");
        var fail = () => connection.CallAsync<Thing>(false, Ops.Request(Ops.Post));
        await fail.Should().ThrowAsync<ServerErrorException>();
        (await connection.CallAsync<Thing>(false, Ops.Request(Ops.Billed))).Name
            .Should().Be("Ravn", "it was sent once, on another connection");
        (await connection.CallAsync<Thing>(false, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");

        server.Requests.Should().Equal("1: GET", "1: POST", "2: POST", "2: GET");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_status_may_come_byte_by_byte(bool isSecure)
    {
        using var server = new Failing(isSecure, exchange =>
        {
            foreach (var letter in exchange.Connection == 1 ? Failure : Success)
            {
                exchange.Write(letter.ToString());
            }
        });
        using var connection = server.Connect(options => options.RetryDelay = TimeSpan.Zero);

        (await connection.CallAsync<Thing>(false, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");

        server.Requests.Should().Equal("1: GET", "2: GET");
    }

    [Theory]
    [InlineData(false, 404)]
    [InlineData(true, 404)]
    [InlineData(false, 429)]
    [InlineData(true, 429)]
    public async Task A_client_error_is_no_failure_and_its_connection_serves_on(bool sync, int status)
    {
        using var server = new Failing(
            false, exchange => exchange.Write(exchange.Index == 0 ? $"HTTP/1.1 {status} X\r\nContent-Length: 2\r\n\r\n{{}}" : Success));
        using var connection = server.Connect(options => options.MaxRetries = 0);

        var refused = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        await refused.Should().ThrowAsync<ApiException>();
        (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");

        server.Requests.Should().Equal("1: GET", "1: GET");
    }

    [Fact]
    public async Task A_pool_full_of_such_connections_costs_the_next_call_nothing()
    {
        const int Many = 30;
        using var all = new Barrier(Many);
        using var server = new Failing(false, exchange =>
        {
            if (exchange.Connection > Many)
            {
                exchange.Write(Success);
                return;
            }

            // Every connection is in use at once, so that the pool gets to have them all.
            all.SignalAndWait(TimeSpan.FromMinutes(1));
            exchange.Write(Failure);
        });

        // The gate would let only some of them go before it knows anything about the server.
        using var connection = server.Connect(options =>
        {
            options.MaxRetries = 0;
            options.Pacing = RateLimitPacing.Off;
        });
        var failures = Enumerable.Range(0, Many).Select(_ => connection.CallAsync<Thing>(false, Ops.Request(Ops.Get)));
        var fail = () => Task.WhenAll(failures);
        await fail.Should().ThrowAsync<ServerErrorException>();

        ResponseInfo? info = null;
        await connection.CallAsync<Thing>(false, Ops.Request(Ops.Billed), new RequestOptions { OnResponse = got => info = got });

        info!.Attempts.Should().Be(1);
        server.Requests.Count(request => request.EndsWith("POST", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task A_file_that_can_be_read_once_goes_to_another_connection_unread()
    {
        using var server = new Failing(false, exchange => exchange.Write(exchange.Connection == 1 ? Failure : Success));
        using var connection = server.Connect(options => options.MaxRetries = 0);
        var fail = () => connection.CallAsync<Thing>(false, Ops.Request(Ops.Get));
        await fail.Should().ThrowAsync<ServerErrorException>();

        using var once = new ReadOnce("picture"u8.ToArray());
        await connection.CallAsync<Thing>(
            false, new ApiRequest(Ops.Upload).Literal("/x").Form("file", FileUpload.FromStream("a.png", once)));

        server.Requests.Should().Equal("1: GET", "2: POST");
        server.Bodies.Last().Should().Contain("picture");
    }

    /// <summary>
    /// A synchronous call may have no thread of the pool to open a connection with, so that it looks first whether the server closes this
    /// one.
    /// </summary>
    /// <remarks>A busy machine may hold the server up longer than anybody would wait, once in a while; not five times.</remarks>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_synchronous_call_waits_a_moment_for_the_server_to_close(bool isSecure)
        => Enumerable.Range(0, 5).Any(_ => IsSentElsewhere(isSecure)).Should().BeTrue();

    private static bool IsSentElsewhere(bool isSecure)
    {
        using var server = new Failing(isSecure, exchange =>
        {
            exchange.Write(exchange.Index == 1 ? Failure : Success);
            if (exchange.Index == 1)
            {
                var answered = Stopwatch.StartNew();
                SpinWait.SpinUntil(() => answered.ElapsedMilliseconds > 5);
                exchange.Close();
            }
        });
        using var connection = server.Connect(options => options.MaxRetries = 0);
        connection.Send<Thing>(Ops.Request(Ops.Get), null, default);
        var fail = () => connection.Send<Thing>(Ops.Request(Ops.Get), null, default);
        fail.Should().Throw<ServerErrorException>();
        try
        {
            return connection.Send<Thing>(Ops.Request(Ops.Billed), null, default).Name == "Ravn";
        }
        catch (ConnectionFailedException)
        {
            return false;
        }
    }

    [Fact]
    public void A_synchronous_call_goes_on_with_a_connection_that_stays_open()
    {
        using var server = new Failing(false, exchange => exchange.Write(exchange.Index == 0 ? Failure : Success));
        using var connection = server.Connect(options => options.RetryDelay = TimeSpan.Zero);

        connection.Send<Thing>(Ops.Request(Ops.Get), null, default).Name.Should().Be("Ravn");

        server.Requests.Should().Equal("1: GET", "1: GET");
    }

    private static string Success => $"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: {Ravn.Length}\r\n\r\n{Ravn}";

    /// <summary>A server that notes what comes on which connection, and keeps every connection open.</summary>
    private sealed class Failing : IDisposable
    {
        private readonly RawServer _server;
        private readonly SocketsHttpHandler _handler = ServerCertificate.TrustedBy(Transport.CreateHandler());

        public Failing(bool isSecure, Action<RawExchange> answer)
            => _server = new RawServer(
                exchange =>
                {
                    Bodies.Enqueue(Encoding.Latin1.GetString(exchange.ReadBody()));
                    Requests.Enqueue($"{exchange.Connection}: {exchange.Method}");
                    answer(exchange);
                },
                isSecure);

        public ConcurrentQueue<string> Requests { get; } = new();

        public ConcurrentQueue<string> Bodies { get; } = new();

        public ApiConnection Connect(Action<ValentinaOptions> change)
            => TestConnection.Over(_handler, options => { options.BaseUrl = _server.Url; change(options); });

        public void Dispose()
        {
            _handler.Dispose();
            _server.Dispose();
        }
    }

    /// <summary>A stream that cannot go back.</summary>
    private sealed class ReadOnce(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
