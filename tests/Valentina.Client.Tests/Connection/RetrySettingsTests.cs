using System.Net;

namespace Valentina.Client.Tests.Connection;

/// <summary>What is tried again, and what the options of a client and of a call say about it.</summary>
public sealed class RetrySettingsTests
{
    [Fact]
    [Trait("Defect", "D28")]
    public async Task RetryStatuses_governs_429_too()
    {
        var handler = StubHandler.Always(() => StubHandler.Problem(429, "{}"));
        using var connection = TestConnection.Over(handler, options => options.RetryStatuses = [503]);

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<RateLimitedException>();
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(425)]
    [Trait("Defect", "D29")]
    public async Task RetryStatuses_works_for_4xx(int status)
    {
        var handler = StubHandler.Script(() => StubHandler.Problem(status, "{}"), () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler, options => options.RetryStatuses = [status]);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        handler.Sent.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(503, 2)]
    [InlineData(429, 1)]
    [Trait("Defect", "D30")]
    public async Task AutoRetryRateLimit_governs_429_only(int status, int attempts)
    {
        var handler = StubHandler.Always(() => StubHandler.Problem(status, "{}"));
        using var connection = TestConnection.Over(handler, options =>
        {
            options.AutoRetryRateLimit = false;
            options.MaxRetries = 1;
        });

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<ApiException>();
        handler.Sent.Should().HaveCount(attempts);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    public async Task A_call_may_have_its_own_number_of_retries(int retries, int attempts)
    {
        var handler = StubHandler.Always(() => StubHandler.Problem(503, "{}"));
        using var connection = TestConnection.Over(handler);

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), new RequestOptions { MaxRetries = retries }, default);

        await call.Should().ThrowAsync<ServerErrorException>();
        handler.Sent.Should().HaveCount(attempts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D32")]
    public async Task A_connection_cut_in_the_middle_of_an_answer_is_repeated_for_a_read(bool sync)
    {
        var handler = StubHandler.Script(
            () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(Cut(sync)) },
            () => StubHandler.Json(HttpStatusCode.OK, """{"name":"Ravn"}"""));
        using var connection = TestConnection.Over(handler);

        var thing = await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        thing.Name.Should().Be("Ravn");
        handler.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_certificate_that_is_not_accepted_is_not_tried_again()
    {
        var handler = new StubHandler((_, _, _) => throw new HttpRequestException(
            HttpRequestError.SecureConnectionError, "tls", new System.Security.Authentication.AuthenticationException("untrusted")));
        using var connection = TestConnection.Over(handler);

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<ConnectionFailedException>();
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("timeout")]
    [InlineData("cut")]
    [InlineData("503")]
    public async Task A_caller_may_allow_repeating_what_is_not_repeated_by_itself(string error)
    {
        foreach (var operation in new[] { Ops.Post, Ops.Billed })
        {
            var handler = new StubHandler((index, _, _) => index > 0 ? StubHandler.Json(HttpStatusCode.OK, "{}") : error switch
            {
                "timeout" => throw new TaskCanceledException("slow", new TimeoutException()),
                "cut" => throw new HttpRequestException("cut"),
                _ => StubHandler.Problem(503, "{}"),
            });
            using var connection = TestConnection.Over(handler, options => options.AutoIdempotencyKeys = false);

            await connection.SendAsync<Thing>(Ops.Request(operation), new RequestOptions { AllowRepeat = true }, default);

            handler.Sent.Should().HaveCount(2);
        }
    }

    [Fact]
    public async Task What_leaves_residue_is_not_repeated_after_5xx_even_when_allowed()
    {
        var handler = StubHandler.Always(() => StubHandler.Problem(503, "{}"));
        using var connection = TestConnection.Over(handler);

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.ResiduePost), new RequestOptions { AllowRepeat = true }, default);

        await call.Should().ThrowAsync<ServerErrorException>();
        handler.Sent.Should().HaveCount(1);
    }

    private static ReadStream Cut(bool sync)
        => ReadStream.Pieces("{\"name\":"u8.ToArray(), 4, async: !sync, () => throw new IOException("connection reset by peer"));
}
