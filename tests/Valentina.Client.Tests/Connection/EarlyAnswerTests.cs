using System.Net;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>
/// A server that answers before it has the whole file, and closes: the caller is told what it said, not that the connection broke. Linux
/// keeps what came before a reset; where a system throws it away there is nothing to be read.
/// </summary>
public sealed class EarlyAnswerTests
{
    private const int Length = 24 * 1024 * 1024;

    private const string Problem = """{"detail":"The file is too large.","status_code":413}""";

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, true, true)]
    public async Task An_error_during_an_upload_is_reported_as_such(bool sync, bool isSecure, bool readsSome)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var server = new RawServer(
            exchange =>
            {
                exchange.Skip(readsSome ? 300_000 : 0);
                exchange.Answer(Problem, 413, "Connection: close\r\nX-Request-Id: r-413\r\n");
                exchange.Close();
            },
            isSecure);
        using var handler = ServerCertificate.TrustedBy(Transport.CreateHandler());
        using var connection = Over(server, handler);

        var call = () => connection.CallAsync<Thing>(sync, Upload());

        var error = (await call.Should().ThrowAsync<ApiException>()).Which;
        error.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        error.Detail.Should().Be("The file is too large.");
        error.RequestId.Should().Be("r-413");
        error.Attempts.Should().Be(1);
        server.Connections.Should().Be(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_answered_too_early_serves_nobody_else(bool sync)
    {
        using var over = new ManualResetEventSlim();
        using var server = new RawServer(exchange =>
        {
            if (exchange.Connection > 1)
            {
                exchange.Answer("""{"name":"Ravn"}""");
                return;
            }

            // It neither reads on nor closes, and says nothing of closing either.
            exchange.Answer(Problem, 413);
            over.Wait(TimeSpan.FromMinutes(2));
        });
        using var handler = Transport.CreateHandler();
        using var connection = Over(server, handler);

        // Whether .NET can be made to read the answer is seen on the synchronous way; the asynchronous one always waits for the deadline.
        var limit = TimeSpan.FromSeconds(sync ? 20 : 4);
        var call = () => connection.CallAsync<Thing>(sync, Upload(), new RequestOptions { Timeout = limit });

        var failure = (await call.Should().ThrowAsync<ValentinaException>()).Which;
        (failure is ApiException { StatusCode: HttpStatusCode.RequestEntityTooLarge } or RequestTimeoutException)
            .Should().BeTrue(failure.ToString());
        (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");

        server.Connections.Should().Be(2);
        over.Set();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_breaks_without_a_word_is_a_broken_connection(bool sync)
    {
        using var server = new RawServer(exchange =>
        {
            exchange.Skip(100_000);
            exchange.Close();
        });
        using var handler = Transport.CreateHandler();
        using var connection = Over(server, handler);

        var call = () => connection.CallAsync<Thing>(sync, Upload());

        await call.Should().ThrowAsync<ConnectionFailedException>();
    }

    [Theory]
    [InlineData(false, "Connection: close\r\n")]
    [InlineData(true, "Connection: close\r\n")]
    [InlineData(false, "")]
    [InlineData(true, "")]
    public async Task A_connection_that_the_server_drops_after_a_500_is_not_used_again(bool sync, string headers)
    {
        using var closed = new ManualResetEventSlim();
        using var server = new RawServer(exchange =>
        {
            if (exchange.Connection > 1)
            {
                exchange.Answer("""{"name":"Ravn"}""", 201);
                return;
            }

            exchange.Answer("""{"detail":"broken"}""", 500, headers);
            exchange.Close();
            closed.Set();
        });
        using var handler = Transport.CreateHandler();
        using var connection = Over(server, handler);
        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Post));

        await call.Should().ThrowAsync<ServerErrorException>();
        closed.Wait(TimeSpan.FromSeconds(30)).Should().BeTrue();
        (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Post))).Name.Should().Be("Ravn");

        server.Connections.Should().Be(2);
    }

    private static ApiConnection Over(RawServer server, SocketsHttpHandler handler)
        => new(
            TestConnection.Options(options =>
            {
                options.BaseUrl = server.Url;
                options.MaxRetries = 0;
            }).Resolve(EnvironmentReaders.None),
            Transport.Of(handler));

    private static ApiRequest Upload()
        => new ApiRequest(Ops.Upload).Literal("/x").Form("file", FileUpload.FromBytes("a.png", new byte[Length]));
}
