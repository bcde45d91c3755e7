using Valentina.Connection;
using Valentina.Connection.Responses;

namespace Valentina.Client.Tests.Connection;

/// <summary>A program that prints the message of a failed connection tells its reader why.</summary>
public sealed class FailureCauseTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Https_where_the_server_speaks_plain_http_is_guessed(bool sync)
    {
        // What a web server answers to bytes that are no HTTP, here to the first ones of TLS.
        using var server = new RawServer(static exchange => exchange.Closes = true)
        {
            OnAccepted = static socket => socket.Send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"u8),
        };

        var failure = await FailureAsync(server.Url.Replace("http:", "https:", StringComparison.Ordinal), sync);

        failure.Message.Should().Contain("The SSL connection could not be established: ").And.NotContain("inner exception")
            .And.Contain(failure.GetBaseException().Message.TrimEnd('.'))
            .And.EndWith(". The server may speak plain HTTP on that port: check whether BaseUrl must begin with http:// instead of https://.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_certificate_that_is_not_trusted_is_named_and_no_plain_server_suspected(bool sync)
    {
        using var server = new RawServer(static exchange => exchange.Closes = true, isSecure: true);

        (await FailureAsync(server.Url, sync)).Message.Should().Contain("The remote certificate is invalid").And.NotContain("plain HTTP");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_that_hangs_up_is_told_as_that(bool sync)
    {
        using var server = new RawServer(static exchange => exchange.Closes = true);

        (await FailureAsync(server.Url, sync)).Message.Should().Contain("ended prematurely").And.NotContain("plain HTTP");
    }

    [Fact]
    public void What_the_message_says_already_is_not_said_twice()
        => FailureCause.Of(new HttpRequestException("Connection refused (night:80)", new IOException("Connection refused")))
            .Should().Be("Connection refused (night:80)");

    [Fact]
    public async Task The_key_is_taken_out_of_the_cause_as_well()
    {
        using var connection = TestConnection.Over(
            StubHandler.Always(() => throw new HttpRequestException(
                "It broke, see inner exception.", new IOException("refused for very-secret-key-1234"))),
            options => (options.MaxRetries, options.ApiKey) = (0, "very-secret-key-1234"));

        var call = () => connection.CallAsync<Thing>(false, Ops.Request(Ops.Get));

        (await call.Should().ThrowAsync<ConnectionFailedException>()).Which.Message.Should().Contain("It broke: refused for ***");
    }

    private static async Task<ConnectionFailedException> FailureAsync(string url, bool sync)
    {
        using var connection = LoopbackTests.Own(url, static options => options.MaxRetries = 0);
        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        return (await call.Should().ThrowAsync<ConnectionFailedException>()).Which;
    }
}
