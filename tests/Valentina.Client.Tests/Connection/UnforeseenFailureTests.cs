using System.Net;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>Whatever goes wrong, what a call throws has a type of the SDK, with the cause inside.</summary>
public sealed class UnforeseenFailureTests
{
    public static TheoryData<string, Type> Causes() => new()
    {
        { "invalid operation", typeof(ConnectionFailedException) },
        { "null reference", typeof(ConnectionFailedException) },
        { "not supported", typeof(ConnectionFailedException) },
        { "broken circuit", typeof(ConnectionFailedException) },
        { "host's timeout", typeof(RequestTimeoutException) },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public async Task What_a_handler_throws_becomes_a_typed_exception(string cause, Type expected)
    {
        Exception thrown = cause switch
        {
            "invalid operation" => new InvalidOperationException("odd"),
            "null reference" => new NullReferenceException("odd"),
            "not supported" => new NotSupportedException("odd"),
            "broken circuit" => new BrokenCircuitException("odd"),
            _ => new TimeoutRejectedException("odd", TimeSpan.FromSeconds(7)),
        };
        foreach (var sync in new[] { false, true })
        {
            using var connection = TestConnection.Over(StubHandler.Always(() => throw thrown), options => options.MaxRetries = 0);

            var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            var failure = (await call.Should().ThrowAsync<ValentinaException>()).Which;
            failure.Should().BeOfType(expected);
            failure.InnerException.Should().BeSameAs(thrown);
        }
    }

    [Theory]
    [InlineData("""{"detail":"slow down","retry_after":1e400}""")]
    [InlineData("""{"detail":"slow down","retry_after":123456789012345678901234567890123456789012345678901234567890}""")]
    public async Task A_hint_of_any_size_is_a_long_wait(string body)
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json((HttpStatusCode)429, body)));

        var call = () => connection.CallAsync<Thing>(false, Ops.Request(Ops.Get));

        (await call.Should().ThrowAsync<RateLimitedException>()).Which.Attempts.Should().Be(1);
    }

    [Fact]
    public void Two_thousand_repetitions_without_a_delay_have_a_wait()
    {
        var settings = TestConnection.Options(options => options.RetryDelay = TimeSpan.Zero).Resolve(EnvironmentReaders.None);

        Valentina.Connection.Retries.RetryRules.Backoff(2000, settings, 0.5).Should().Be(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_unasked_change_of_protocol_is_refused_at_once(bool sync)
    {
        using var server = new RawServer(exchange => exchange.Write(
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"u8));
        using var connection = LoopbackTests.Own(server.Url, options => options.MaxRetries = 0);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        (await call.Should().ThrowAsync<ApiException>()).Which.StatusCode.Should().Be(HttpStatusCode.SwitchingProtocols);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Data_that_cannot_be_decompressed_is_unreadable(string encoding)
    {
        foreach (var sync in new[] { false, true })
        {
            using var server = new RawServer(exchange => exchange.Answer(
                new byte[] { 0xFF, 0x13, 0x37, 0xFF, 0xFF, 0x00, 0x42, 0x11 }, 200, $"Content-Encoding: {encoding}\r\n"));
            using var connection = LoopbackTests.Own(server.Url, options => options.MaxRetries = 0);

            var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            await call.Should().ThrowAsync<UnreadableResponseException>($"{encoding}, {(sync ? "synchronous" : "asynchronous")}");
        }
    }

    [Fact]
    public void Nulls_in_a_page_are_no_items()
        => new Page<string> { Items = ["a", null!, "b"] }.Items.Should().Equal("a", "b");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_download_in_an_encoding_that_cannot_be_read_is_unreadable(bool sync)
    {
        using var server = new RawServer(exchange => exchange.Answer(
            new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 0x04, 0x00, 0x11, 0x00 }, 200, "Content-Encoding: zstd\r\n"));
        using var connection = LoopbackTests.Own(server.Url, options => options.MaxRetries = 0);

        var call = () => connection.DownloadAsync(sync, Ops.Request(Ops.Get));

        (await call.Should().ThrowAsync<UnreadableResponseException>()).Which.Message.Should().Contain("zstd");
    }

    [Fact]
    public void A_synchronous_call_over_a_handler_of_HTTP_2_says_what_it_needs()
    {
        using var server = new RawServer(exchange => exchange.Answer("{}"u8.ToArray(), 200, ""));
        using var connection = new ApiConnection(
            TestConnection.Options(options => options.BaseUrl = server.Url).Resolve(EnvironmentReaders.None),
            Transport.Of(new Http2Handler()));

        var call = () => connection.Send<Thing>(Ops.Request(Ops.Get), null, default);

        call.Should().Throw<ConnectionFailedException>().WithMessage("*HTTP/1.1*").WithInnerException<Exception>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_length_that_lies_takes_no_memory(bool sync)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var server = new RawServer(exchange =>
        {
            exchange.Write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 60000000\r\n\r\n{"u8);
            exchange.Closes = true;
        });
        using var connection = LoopbackTests.Own(server.Url, options => options.MaxRetries = 0);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        await call.Should().ThrowAsync<ValentinaException>();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(10_000_000);
    }

    [Theory]
    [InlineData("gzip", false)]
    [InlineData("gzip", true)]
    [InlineData("br", false)]
    [InlineData("br", true)]
    public async Task A_small_answer_that_unpacks_without_end_is_given_up(string encoding, bool sync)
    {
        var packed = new MemoryStream();
        using (Stream packer = encoding == "gzip"
            ? new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)
            : new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1024 * 1024];
            for (var time = 0; time < 70; time++)
            {
                packer.Write(block);
            }
        }

        using var server = new RawServer(exchange => exchange.Answer(packed.ToArray(), 200, $"Content-Encoding: {encoding}\r\n"));
        using var connection = LoopbackTests.Own(server.Url, options => options.MaxRetries = 0);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        (await call.Should().ThrowAsync<UnreadableResponseException>()).Which.Message.Should().Contain("longer than");
    }

    /// <summary>What a host does whose handler wants HTTP/2.</summary>
    private sealed class Http2Handler() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Version = HttpVersion.Version20;
            request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
            return base.Send(request, cancellationToken);
        }
    }
}
