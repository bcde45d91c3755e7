using System.Net;
using Microsoft.Extensions.Logging;
using Valentina.Connection;
using Valentina.Connection.Profiles;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>What is logged, at which level, and what never is.</summary>
public sealed class LoggingTests
{
    [Fact]
    public async Task A_call_that_works_leaves_its_sending_and_its_end()
    {
        var loggers = new RecordingLoggers();
        using (var connection = TestConnection.Over(StubHandler.Always(() => Answer(200)), loggers: loggers))
        {
            await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);
        }

        loggers.Events.Select(entry => (entry.Level, entry.Name)).Should().Equal(
            (LogLevel.Information, "ClientCreated"),
            (LogLevel.Trace, "RequestSending"),
            (LogLevel.Debug, "RequestCompleted"),
            (LogLevel.Information, "ClientClosed"));
        loggers.Events.Should().OnlyContain(entry => entry.Category == "Valentina.Client");
        loggers.Events[2].Fields.Should().Contain("Method", "GET").And.Contain("Url", "/api/v1/things/7").And.Contain("Status", 200)
            .And.Contain("Operation", "getThing").And.Contain("RequestId", "req_1").And.Contain("Attempt", 1);
    }

    [Theory]
    [InlineData(400, LogLevel.Warning, "BadRequest")]
    [InlineData(401, LogLevel.Error, "AuthenticationFailed")]
    [InlineData(403, LogLevel.Error, "PermissionDenied")]
    [InlineData(404, LogLevel.Warning, "NotFound")]
    [InlineData(409, LogLevel.Warning, "Conflict")]
    [InlineData(422, LogLevel.Warning, "Unprocessable")]
    [InlineData(413, LogLevel.Warning, "RequestFailed")]
    [InlineData(501, LogLevel.Warning, "RequestFailed")]
    public async Task An_error_response_has_its_level(int status, LogLevel level, string name)
    {
        var events = await FailAsync(Ops.Get, () => Answer(status));

        events.Last(entry => entry.Name != "ClientClosed").Should().Match<LogEvent>(entry => entry.Level == level && entry.Name == name);
    }

    [Theory]
    [InlineData(429, "RetryAfterRateLimit")]
    [InlineData(503, "RetryAfterServerError")]
    [InlineData(0, "RetryAfterNetworkError")]
    public async Task Each_repetition_is_a_warning_that_counts_and_so_is_the_end(int status, string name)
    {
        var events = await FailAsync(Ops.Get, () => status == 0 ? throw new HttpRequestException("cut") : Answer(status), retries: 2);

        var repetitions = events.Where(entry => entry.Name == name).ToList();
        repetitions.Should().OnlyContain(entry => entry.Level == LogLevel.Warning);
        repetitions.Select(entry => entry.Fields["Attempt"]).Should().Equal(1, 2);
        repetitions.Select(entry => entry.Fields["MaxAttempts"]).Should().Equal(3, 3);
        repetitions.Select(entry => entry.Fields["DelaySeconds"]).Should().Equal(1.0, 2.0);
        events.Should().ContainSingle(entry => entry.Name == "RetriesExhausted" && entry.Level == LogLevel.Information);
        events.Should().ContainSingle(entry => entry.Level >= LogLevel.Warning && entry.Name != name);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(0)]
    [Trait("Defect", "D40")]
    public async Task Nothing_is_exhausted_where_one_attempt_was_all(int status)
    {
        var events = await FailAsync(Ops.Get, () => status == 0 ? throw new HttpRequestException("cut") : Answer(status), retries: 0);

        events.Should().NotContain(entry => entry.Name == "RetriesExhausted");
        events.Should().NotContain(entry => entry.Level == LogLevel.Error);
    }

    [Fact]
    [Trait("Defect", "D40")]
    public async Task A_network_failure_that_uses_up_the_attempts_is_logged()
        => (await FailAsync(Ops.Get, () => throw new HttpRequestException("cut"), retries: 1)).Select(entry => entry.Name)
            .Should().Contain(["RetriesExhausted", "ConnectionFailed"]);

    [Theory]
    [InlineData(429, 0)]
    [InlineData(429, 2)]
    [InlineData(500, 0)]
    [InlineData(503, 2)]
    [InlineData(404, 2)]
    [InlineData(401, 0)]
    [InlineData(200, 0)]
    public async Task A_failure_is_logged_once_with_status_and_request_however_often_it_was_repeated(int status, int retries)
    {
        var events = await FailAsync(Ops.Get, () => Answer(status, "no JSON"), retries);

        var failure = events.Should().ContainSingle(entry => entry.Level >= LogLevel.Warning && !entry.Name!.StartsWith("Retry")).Subject;
        failure.Text.Should().Contain(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        failure.Fields.Should().Contain("RequestId", "req_1");
    }

    [Fact]
    public async Task Printed_waits_have_two_decimals_at_most()
    {
        var events = await FailAsync(
            Ops.Get,
            () => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"),
            retries: 2,
            configure: options => options.RetryDelay = TimeSpan.FromSeconds(0.123456789));

        events.Where(entry => entry.Name == "RetryAfterServerError").Select(entry => entry.Fields["DelaySeconds"])
            .Should().Equal(0.12, 0.25);
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_logged()
        => (await FailAsync(
            Ops.Get, () => StubHandler.Json(HttpStatusCode.TooManyRequests, "{}", "application/json", ("Retry-After", "3600")), retries: 1))
            .Should().ContainSingle(entry => entry.Name == "WaitTooLong" && (double)entry.Fields["DelaySeconds"]! == 3600);

    [Fact]
    public async Task The_other_service_has_its_own_category()
    {
        var loggers = new RecordingLoggers();
        using var connection = new ApiConnection(
            ClaudeCodeProfile.Instance.Settings(), Transport.Of(StubHandler.Always(() => Answer(200))), loggers);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        loggers.Events.Should().OnlyContain(entry => entry.Category == "Valentina.ClaudeCode");
    }

    [Fact]
    [Trait("Defect", "D63")]
    public async Task Personal_data_in_a_query_is_masked_everywhere()
    {
        var request = new ApiRequest(Ops.Lookup).Literal("/api/v1/users/lookup").Query("email", "person@example.com")
            .Query("discord_id", "4711");
        var loggers = new RecordingLoggers();
        using var connection = TestConnection.Over(StubHandler.Script(() => Answer(503), () => Answer(400)), loggers: loggers);

        var call = () => connection.SendAsync<Thing>(request, null, default);

        await call.Should().ThrowAsync<BadRequestException>();
        loggers.Events.Should().HaveCountGreaterThan(4);
        loggers.Events.Should().NotContain(entry => entry.Text.Contains("person") || entry.Text.Contains("4711"));
        loggers.Events.Where(entry => entry.Fields.ContainsKey("Url")).Should().OnlyContain(
            entry => (string)entry.Fields["Url"]! == "/api/v1/users/lookup?email=***&discord_id=***");
    }

    [Fact]
    public void Ids_of_events_are_stable()
        => typeof(Logging.ConnectionLog).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(LoggerMessageAttribute), false))
                .Cast<LoggerMessageAttribute>().Select(entry => $"{entry.EventId} {entry.EventName} {entry.Level}").Should().BeEquivalentTo(
            "1 ClientCreated Information",
            "2 ClientClosed Information",
            "3 DefaultClientReplaced Warning",
            "4 UnusedConfiguration Warning",
            "5 MissingConfiguration Information",
            "10 RequestSending Trace",
            "11 RequestCompleted Debug",
            "12 AlreadyDeleted Information",
            "20 RetryAfterNetworkError Warning",
            "21 RetryAfterRateLimit Warning",
            "22 RetryAfterServerError Warning",
            "23 RetriesExhausted Information",
            "24 WaitTooLong Information",
            "25 RateLimitWait Debug",
            "26 HeldBack Warning",
            "30 BadRequest Warning",
            "31 AuthenticationFailed Error",
            "32 PermissionDenied Error",
            "33 NotFound Warning",
            "34 Conflict Warning",
            "35 Unprocessable Warning",
            "36 RequestFailed Warning",
            "37 ConnectionFailed Warning",
            "38 AnswerUnreadable Warning");

    private static HttpResponseMessage Answer(int status, string body = "{}")
        => StubHandler.Json((HttpStatusCode)status, body, "application/json", ("X-Request-Id", "req_1"));

    private static async Task<List<LogEvent>> FailAsync(
        ApiOperation operation, Func<HttpResponseMessage> answer, int retries = 0, Action<ValentinaOptions>? configure = null)
    {
        var loggers = new RecordingLoggers();
        using var connection = TestConnection.Over(StubHandler.Always(answer), options =>
        {
            options.MaxRetries = retries;
            configure?.Invoke(options);
        }, loggers: loggers);
        var call = () => connection.SendAsync<Thing>(Ops.Request(operation), null, default);
        await call.Should().ThrowAsync<ValentinaException>();
        return loggers.Events;
    }
}
