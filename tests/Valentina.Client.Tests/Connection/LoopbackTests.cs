using System.IO.Compression;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>The SDK's own handler over real sockets.</summary>
public sealed class LoopbackTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Requests_go_over_kept_connections_as_HTTP_1_1(bool sync)
    {
        var heads = new List<string>();
        using var server = new RawServer(exchange =>
        {
            lock (heads)
            {
                heads.Add(exchange.Head);
            }

            exchange.Answer("""{"name":"Ravn"}""");
        });
        using var connection = Own(server.Url);

        for (var round = 0; round < 5; round++)
        {
            (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");
        }

        server.Connections.Should().Be(1);
        heads.Should().OnlyContain(head => head.StartsWith("GET /api/v1/things/7 HTTP/1.1\r\n"));
        heads[0].Should().Contain("Accept-Encoding: gzip");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bodyless_post_says_that_its_length_is_zero_on_the_wire(bool sync)
    {
        string? length = null;
        using var server = new RawServer(exchange =>
        {
            length = exchange.Header("Content-Length");
            exchange.Answer("{}");
        });
        using var connection = Own(server.Url);

        await connection.CallAsync<Thing>(sync, new ApiRequest(Ops.Post).Literal("/x"));

        length.Should().Be("0");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D32")]
    public async Task A_kept_connection_that_the_server_cut_is_replaced(bool sync)
    {
        using var server = new RawServer(exchange =>
        {
            exchange.ReadBody();
            if (exchange.Connection == 1 && exchange.Index == 1)
            {
                exchange.Closes = true;
                return;
            }

            exchange.Answer("{}", 201);
        });
        using var connection = Own(server.Url);

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Post));
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Post));

        server.Connections.Should().Be(2);
        server.Requests.Should().Be(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cut_connection_is_not_tried_again_where_the_call_may_not_happen_twice(bool sync)
    {
        using var server = new RawServer(exchange =>
        {
            exchange.ReadBody();
            exchange.Closes = true;
        });
        using var connection = Own(server.Url);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Billed));

        await call.Should().ThrowAsync<ConnectionFailedException>();
        server.Requests.Should().Be(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_billed_call_is_tried_again_where_nobody_listened(bool sync)
    {
        using var port = new RefusingPort();
        using var connection = Own(port.Url, options => options.MaxRetries = 2);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Billed));

        (await call.Should().ThrowAsync<ConnectionFailedException>()).Which.Attempts.Should().Be(3, "nothing was sent");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Compressed_answers_are_read(bool sync)
    {
        using var server = new RawServer(exchange => exchange.Answer(Gzip("""{"name":"Ravn"}"""), 200, "Content-Encoding: gzip\r\n"));
        using var connection = Own(server.Url);

        (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_stops_in_the_middle_ends_with_the_attempt_and_frees_the_caller(bool sync)
    {
        using var over = new ManualResetEventSlim();
        using var server = new RawServer(exchange =>
        {
            exchange.Write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"na"u8);
            over.Wait(TimeSpan.FromSeconds(30));
        });
        using var connection = Own(server.Url, options =>
        {
            options.Timeout = TimeSpan.FromMilliseconds(250);
            options.MaxRetries = 0;
        });

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        await call.Should().ThrowAsync<RequestTimeoutException>();
        over.Set();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_cut_in_the_middle_is_asked_for_again(bool sync)
    {
        using var server = new RawServer(exchange =>
        {
            if (exchange.Request == 1)
            {
                exchange.Write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"na"u8);
                exchange.Closes = true;
                return;
            }

            exchange.Answer("""{"name":"Ravn"}""");
        });
        using var connection = Own(server.Url);

        (await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");
        server.Requests.Should().Be(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_arrives_whole(bool sync)
    {
        var picture = new byte[300_000];
        new Random(7).NextBytes(picture);
        byte[]? body = null;
        using var server = new RawServer(exchange =>
        {
            body = exchange.ReadBody();
            exchange.Answer("{}", 201);
        });
        using var connection = Own(server.Url);

        await connection.CallAsync<Thing>(
            sync, new ApiRequest(Ops.Upload).Literal("/x").Form("file", FileUpload.FromBytes("a.png", picture)));

        body.AsSpan().IndexOf(picture).Should().BePositive();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_key_never_follows_a_redirect_to_another_host(bool sync)
    {
        using var foreign = new RawServer(exchange => exchange.Answer("{}"));
        using var server = new RawServer(exchange => exchange.Answer(
            "{}", 302, $"Location: {foreign.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/x\r\n"));
        using var connection = Own(server.Url);
        using var handler = new SocketsHttpHandler();
        using var given = new ApiConnection(
            TestConnection.Options(options => options.BaseUrl = server.Url).Resolve(EnvironmentReaders.None), Transport.Of(handler));

        foreach (var each in new[] { connection, given })
        {
            var call = () => each.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            await call.Should().ThrowAsync<ApiException>();
        }

        foreign.Requests.Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_secure_connection_works_and_a_certificate_that_is_not_trusted_is_refused_once(bool sync)
    {
        using var server = new RawServer(exchange => exchange.Answer("""{"name":"Ravn"}"""), isSecure: true);
        using var handler = ServerCertificate.TrustedBy(Transport.CreateHandler());
        using var trusting = new ApiConnection(
            TestConnection.Options(options => options.BaseUrl = server.Url).Resolve(EnvironmentReaders.None), Transport.Of(handler));
        using var doubting = Own(server.Url);

        (await trusting.CallAsync<Thing>(sync, Ops.Request(Ops.Get))).Name.Should().Be("Ravn");
        (await trusting.CallAsync<Thing>(sync, Ops.Request(Ops.Post))).Name.Should().Be("Ravn");
        var call = () => doubting.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        (await call.Should().ThrowAsync<ConnectionFailedException>()).Which.Attempts.Should().Be(1);
    }

    internal static ApiConnection Own(string url, Action<ValentinaOptions>? change = null)
        => new(
            TestConnection.Options(options =>
            {
                options.BaseUrl = url;
                options.RetryDelay = TimeSpan.FromMilliseconds(1);

                // The clock is the machine's, which may be busy: only a test about deadlines may meet one.
                options.Timeout = TimeSpan.FromMinutes(1);
                change?.Invoke(options);
            }).Resolve(EnvironmentReaders.None),
            Transport.Own());

    private static byte[] Gzip(string text)
    {
        using var output = new MemoryStream();
        using (var zip = new GZipStream(output, CompressionLevel.Fastest))
        {
            zip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        }

        return output.ToArray();
    }
}
