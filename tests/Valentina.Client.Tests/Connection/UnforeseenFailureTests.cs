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
        using var server = new LoopbackServer(exchange => exchange.Write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"u8));
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
            using var server = new LoopbackServer(exchange => exchange.Answer(new byte[] { 0xFF, 0x13, 0x37, 0xFF, 0xFF, 0x00, 0x42, 0x11 }, 200, $"Content-Encoding: {encoding}\r\n"));
            using var connection = LoopbackTests.Own(server.Url, options => options.MaxRetries = 0);

            var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            await call.Should().ThrowAsync<UnreadableResponseException>($"{encoding}, {(sync ? "synchronous" : "asynchronous")}");
        }
    }

    [Fact]
    public void Nulls_in_a_page_are_no_items()
        => new Page<string> { Items = ["a", null!, "b"] }.Items.Should().Equal("a", "b");
}
