using System.Net;
using Valentina.Connection;
using Valentina.Connection.Profiles;

namespace Valentina.Client.Tests.Connection;

/// <summary>Exceptions where the recordings do not reach: broken bodies, proxies, missing ids.</summary>
public sealed class ErrorTests
{
    [Fact]
    [Trait("Defect", "D11")]
    public async Task The_message_shows_the_server_s_detail_fields_code_and_request_id()
    {
        var failure = await FailAsync(409, """
            {"status":409,"title":"Conflict","detail":"Cannot remove the user's only linked identity.","code":"LAST_IDENTITY",
             "instance":"http://server.test/x?email=person@example.com","request_id":"req_1","invalid_parameters":[{"field":"provider","message":"last one"}]}
            """);

        failure.Message.Should().Be(
            "Valentina Noir answered getThing with 409 Conflict: Cannot remove the user's only linked identity. (provider: last one) [code LAST_IDENTITY] [request req_1]");
        failure.Instance.Should().Contain("email=", "the property has it, the message has not");
        failure.ToString().Should().NotContain("person@example.com");
    }

    [Theory]
    [InlineData("""{"invalid_parameters":[1,null,"text",{"field":"a"},{"message":"b"},{},[]]}""", "|text;a|;|b")]
    [InlineData("""{"invalid_parameters":{"field":"a"}}""", "")]
    [InlineData("""{"invalid_parameters":"a"}""", "")]
    [InlineData("""{"invalid_parameters":[{"field":7,"message":["x"]}]}""", "")]
    [Trait("Defect", "D12")]
    public async Task Odd_fields_never_throw(string body, string expected)
    {
        var failure = await FailAsync(400, body);

        failure.Should().BeOfType<BadRequestException>();
        string.Join(';', failure.InvalidParameters.Select(field => $"{field.Field}|{field.Message}")).Should().Be(expected);
        failure.ToString().Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("""{"detail":{"a":1},"code":5,"title":[],"request_id":{}}""")]
    [InlineData("""[1,2]""")]
    [InlineData("""{"detail": """)]
    [InlineData("""null""")]
    [InlineData("")]
    [Trait("Defect", "D12")]
    public async Task Odd_bodies_never_throw(string body)
    {
        var failure = await FailAsync(500, body);

        failure.Should().BeOfType<ServerErrorException>();
        failure.Code.Should().BeNull();
        failure.Title.Should().Be("Internal Server Error");
        failure.RawBody.Should().Be(body.Length == 0 ? null : body);
    }

    [Fact]
    [Trait("Defect", "D13")]
    public async Task Every_failure_is_an_exception_of_the_SDK()
    {
        (await CallAsync(() => throw new HttpRequestException("dns"))).Should().BeOfType<ConnectionFailedException>();
        (await CallAsync(() => throw new IOException("cut"))).Should().BeOfType<ConnectionFailedException>();
        (await CallAsync(() => throw new TaskCanceledException("slow", new TimeoutException())))
            .Should().BeOfType<RequestTimeoutException>();
        (await CallAsync(() => StubHandler.Json(HttpStatusCode.OK, "<html>"))).Should().BeOfType<UnreadableResponseException>();
        (await CallAsync(() => StubHandler.Json(HttpStatusCode.OK, """{"name":"""))).Should().BeOfType<UnreadableResponseException>();
        (await CallAsync(() => StubHandler.Json(HttpStatusCode.OK, """{"name":{"a":1}}""")))
            .Should().BeOfType<UnreadableResponseException>();
        (await CallAsync(() => StubHandler.Json(HttpStatusCode.OK, "null"))).Should().BeOfType<UnreadableResponseException>();
        (await CallAsync(() => StubHandler.Json(HttpStatusCode.OK, "[1]"))).Should().BeOfType<UnreadableResponseException>();
        (await CallAsync(() => new HttpResponseMessage(HttpStatusCode.NoContent))).Should().BeOfType<UnreadableResponseException>();
    }

    [Fact]
    public async Task An_unreadable_success_shows_what_came()
    {
        var failure = (UnreadableResponseException)await CallAsync(
            () => StubHandler.Json(HttpStatusCode.OK, "<html>portal</html>", "text/html", ("X-Request-Id", "req_9")));

        failure.StatusCode.Should().Be(HttpStatusCode.OK);
        failure.RawBody.Should().Be("<html>portal</html>");
        failure.RequestId.Should().Be("req_9");
        failure.Message.Should().Contain("text/html");
        failure.InnerException.Should().NotBeNull();
    }

    [Fact]
    public async Task A_failed_connection_carries_what_is_known()
    {
        var failure = (ConnectionFailedException)await CallAsync(() => throw new HttpRequestException(
            HttpRequestError.NameResolutionError, "No such host"));

        failure.Should().BeEquivalentTo(
            new { Service = ServiceNames.ValentinaNoir, Operation = "getThing", Attempts = 1, StatusCode = (HttpStatusCode?)null });
        failure.Message.Should().Contain("No such host");
        failure.InnerException.Should().BeOfType<HttpRequestException>();
    }

    [Fact]
    [Trait("Defect", "D16")]
    public async Task A_page_of_a_proxy_does_not_become_the_message_and_the_raw_body_is_capped()
    {
        var page = "<html><body>" + new string('x', 100_000) + "</body></html>";

        var failure = await FailAsync(502, page, "text/html");

        failure.Message.Should().Be("Valentina Noir answered getThing with 502 Bad Gateway");
        failure.Detail.Should().BeNull();
        failure.RawBody.Should().HaveLength(8192);
    }

    [Fact]
    [Trait("Defect", "D16")]
    public async Task A_long_detail_is_cut_in_the_message_only()
    {
        var detail = new string('d', 5000);

        var failure = await FailAsync(400, $$"""{"detail":"{{detail}}"}""");

        failure.Detail.Should().Be(detail);
        failure.Message.Length.Should().BeLessThan(1200);
    }

    [Fact]
    public async Task Plain_text_is_the_detail()
        => (await FailAsync(500, "Internal Server Error: boom", "text/plain")).Detail.Should().Be("Internal Server Error: boom");

    [Fact]
    public async Task A_detail_cannot_forge_lines_of_a_log()
        => (await FailAsync(400, """{"detail":"a\r\n2026-05-04 ERROR forged"}""")).Message.Should().NotContainAny("\r", "\n");

    [Fact]
    public async Task A_huge_failure_is_not_read_to_its_end()
    {
        var read = 0L;
        var stream = new ReadStream
        {
            OnReadAsync = (buffer, _) =>
            {
                read += buffer.Length;
                buffer.Span.Fill((byte)'x');
                return new(buffer.Length);
            },
        };
        using var connection = TestConnection.Over(
            StubHandler.Always(() => new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StreamContent(stream) }));

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<BadRequestException>();
        read.Should().BeLessThan(4 * 1024 * 1024);
    }

    [Theory]
    [InlineData("""{"detail":"x","request_id":null}""", "req_header")]
    [InlineData("""{"detail":"x","request_id":""}""", "req_header")]
    [InlineData("""{"detail":"x"}""", "req_header")]
    [InlineData("""{"detail":"x","request_id":"req_body"}""", "req_body")]
    [Trait("Defect", "D18")]
    public async Task The_request_id_comes_from_the_body_or_the_header_whichever_has_it(string body, string expected)
        => (await FailAsync(500, body, "application/json", ("x-request-id", "req_header"))).RequestId.Should().Be(expected);

    [Fact]
    [Trait("Defect", "D18")]
    public async Task Without_any_request_id_there_is_none()
        => (await FailAsync(404, """{"status":404,"title":"Not Found","detail":"Not Found"}""")).RequestId.Should().BeNull();

    [Theory]
    [InlineData("Not authenticated", typeof(InvalidApiKeyException))]
    [InlineData("Permission denied: no", typeof(PermissionDeniedException))]
    [InlineData("Budget exceeded for project x", typeof(BudgetExceededException))]
    public async Task Claude_s_403_has_three_meanings(string detail, Type expected)
        => (await FailClaudeAsync(403, $$"""{"detail":"{{detail}}"}""")).Should().BeOfType(expected);

    [Theory]
    [InlineData(null, 30)]
    [InlineData("Mon, 04 May 2026 09:00:12 GMT", 48)]
    public async Task Claude_s_own_limit_is_waited_for_until_the_next_minute_of_the_server_s_clock(string? serverClock, int seconds)
    {
        var time = new AutoTimeProvider();
        var handler = StubHandler.Script(
            () => StubHandler.Json(
                HttpStatusCode.TooManyRequests,
                """{"detail":"Rate limit exceeded. Please try again later."}""",
                "application/json",
                serverClock is null ? [] : [("Date", serverClock)]),
            () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = new ApiConnection(ClaudeCodeProfile.Instance.Settings(), Transport.Of(handler), time: time);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Billed), null, default);

        time.Waits.Should().Equal(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Claude_s_provider_limit_is_waited_for_by_its_hint()
    {
        var time = new AutoTimeProvider();
        var handler = StubHandler.Script(
            () => StubHandler.Json(
                HttpStatusCode.TooManyRequests, """{"detail":"Rate limited by the provider"}""", "application/json",
                ("X-Error-Category", "rate_limited"), ("Retry-After", "17")),
            () => StubHandler.Json(
                HttpStatusCode.TooManyRequests, """{"detail":"Process exited"}""", "application/json",
                ("X-Error-Category", "rate_limited")),
            () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = new ApiConnection(
            ClaudeCodeProfile.Instance.Settings(), Transport.Of(handler), time: time, randomizer: () => 0.5);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Billed), null, default);

        time.Waits.Should().Equal(TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(403)]
    public async Task A_spent_budget_is_never_repeated(int status)
    {
        var failure = await FailClaudeAsync(status, """{"detail":"Budget exceeded for project rec-poor"}""", retries: 3);

        failure.Should().BeOfType<BudgetExceededException>().Which.RetryAfter.Should().BeNull();
        failure.Attempts.Should().Be(1);
    }

    [Fact]
    public void Exceptions_can_be_made_for_tests()
    {
        var failure = new NotFoundException(new FailureDetails
        {
            StatusCode = HttpStatusCode.NotFound,
            Detail = "No such campaign",
            RequestId = "req_1"
        });

        failure.Message.Should().Be("The server answered with 404: No such campaign [request req_1]");
        failure.Headers.Should().BeEmpty();
    }

    private static Task<ApiException> FailAsync(
        int status, string body, string mediaType = "application/problem+json", params (string Name, string Value)[] headers)
        => FailAsync(ValentinaProfile.Instance, 0, () => StubHandler.Json((HttpStatusCode)status, body, mediaType, headers));

    private static Task<ApiException> FailClaudeAsync(int status, string body, int retries = 0)
        => FailAsync(ClaudeCodeProfile.Instance, retries, () => StubHandler.Json((HttpStatusCode)status, body));

    private static async Task<ApiException> FailAsync(ServiceProfile profile, int retries, Func<HttpResponseMessage> answer)
    {
        using var connection = new ApiConnection(
            profile.Settings(options => options.MaxRetries = retries),
            Transport.Of(StubHandler.Always(answer)),
            time: new AutoTimeProvider());
        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);
        return (await call.Should().ThrowAsync<ApiException>()).Which;
    }

    private static async Task<ValentinaException> CallAsync(Func<HttpResponseMessage> answer)
    {
        using var connection = TestConnection.Over(StubHandler.Always(answer), options => options.MaxRetries = 0);
        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);
        return (await call.Should().ThrowAsync<ValentinaException>()).Which;
    }
}
