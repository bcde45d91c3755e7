using System.Net;
using System.Text;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;

namespace Valentina.Client.Tests.Connection;

/// <summary>What the Claude Code API says of its failures, in JSON, text or headers, and how long it wants to be left alone.</summary>
public sealed class ClaudeErrorTests
{
    private static readonly ClaudeCodeProfile Profile = ClaudeCodeProfile.Instance;

    [Fact]
    public void Fields_that_failed_validation_are_named_from_within_the_body()
    {
        var error = Read("""
            {"detail":[
                {"loc":["body","messages",0,"role"],"msg":"wrong"},
                {"loc":["body"],"msg":"missing"},
                {"msg":"no place"},
                {"loc":"odd","msg":7},
                "no object"
            ]}
            """);

        error.Detail.Should().Be("The request failed validation.");
        error.InvalidParameters.Select(static field => (field.Field, field.Message)).Should().Equal(
            ("messages.0.role", "wrong"), (null, "missing"), (null, "no place"), (null, null));
    }

    [Theory]
    [InlineData("""{"detail":"Not authenticated"}""", "Not authenticated")]
    [InlineData("""{"detail":[]}""", null)]
    [InlineData("""{"detail":null}""", null)]
    [InlineData("{}", null)]
    [InlineData("""{"detail":" "}""", null)]
    public void A_detail_is_a_text_or_nothing(string body, string? expected) => Read(body).Detail.Should().Be(expected);

    [Theory]
    [InlineData("Internal Server Error", "text/plain", "Internal Server Error", false)]
    [InlineData("  spaced \n", "text/plain", "spaced", false)]
    [InlineData("[1]", "application/json", "[1]", false)]
    [InlineData("{broken", "application/json", "{broken", false)]
    [InlineData("", "text/html", null, false)]
    [InlineData("", null, null, false)]
    [InlineData("Bad gateway", "text/html; charset=utf-8", null, true)]
    [InlineData("<html>", "text/plain", null, true)]
    [InlineData(" \r\n\t<html>", null, null, true)]
    public void What_is_no_JSON_is_a_text_or_a_page(string body, string? mediaType, string? detail, bool isPage)
    {
        var error = Read(body, mediaType);

        error.Detail.Should().Be(detail);
        error.IsPage.Should().Be(isPage);
    }

    [Theory]
    [InlineData("429", 429)]
    [InlineData(" 429", null)]
    [InlineData("-1", null)]
    [InlineData("soon", null)]
    public void The_status_of_the_provider_is_a_number_or_nothing(string header, int? expected)
    {
        foreach (var body in new[] { """{"detail":"x"}""", "x" })
        {
            var error = Read(body, "text/plain", ("X-Upstream-Status", header), ("X-Error-Category", "rate_limited"));

            error.UpstreamStatus.Should().Be(expected);
            error.Code.Should().Be("rate_limited");
        }
    }

    [Theory]
    [InlineData(429, false, true)]
    [InlineData(429, true, true)]
    [InlineData(503, true, true)]
    [InlineData(503, false, false)]
    [InlineData(500, true, false)]
    [InlineData(502, true, false)]
    public void A_full_pool_asks_to_wait_where_it_says_how_long(int status, bool saysHowLong, bool asksToWait)
    {
        var answer = new ErrorResponse
        {
            Error = ErrorContent.Empty,
            RateLimit = null,
            RetryAfter = saysHowLong ? TimeSpan.FromSeconds(3) : null,
            Kind = Profile.Classify(Facts(status, "no")),
        };

        Profile.AsksToWait(status, answer).Should().Be(asksToWait);
    }

    [Theory]
    [InlineData(null, "Rate limit exceeded. Please try again later.", 60)]
    [InlineData(null, "rate limit exceeded", 60)]
    [InlineData(null, "Too many requests", null)]
    [InlineData(null, null, null)]
    [InlineData("rate_limited", "Rate limit exceeded", null)]
    public void The_limit_of_a_key_counts_by_the_minute_and_that_of_the_provider_does_not(string? code, string? detail, int? seconds)
        => (Profile.LimitPeriod(new ErrorContent { Code = code, Detail = detail })?.TotalSeconds).Should().Be(seconds);

    [Theory]
    [InlineData("2026-05-04T10:20:30Z", 30)]
    [InlineData("2026-05-04T10:20:00Z", 60)]
    [InlineData("2026-05-04T10:20:59Z", 1)]
    public void Without_a_hint_the_next_minute_of_its_clock_is_waited_for(string clock, int seconds)
    {
        var now = DateTimeOffset.Parse(clock, System.Globalization.CultureInfo.InvariantCulture);

        Profile.WaitWithoutHint(new ErrorContent(), now).Should().Be(TimeSpan.FromSeconds(seconds));
        Profile.WaitWithoutHint(new ErrorContent { Code = "rate_limited" }, now).Should().BeNull();
    }

    [Theory]
    [InlineData(9.94, false)]
    [InlineData(9.95, true)]
    [InlineData(10.0, true)]
    public void A_task_without_a_result_ran_out_of_time_or_broke_off_and_the_clock_tells_which(double seconds, bool isTimeout)
    {
        var facts = new FailureFacts
        {
            Operation = "task",
            Status = 500,
            Error = new ErrorContent { Detail = "Task execution failed: object of type 'NoneType' has no len()" },
            Elapsed = TimeSpan.FromSeconds(seconds),
            Limit = TimeSpan.FromSeconds(10),
        };

        foreach (var status in new int?[] { 500, 200, null })
        {
            Profile.Classify(facts with { Status = status }).Should().Be(isTimeout ? ErrorKind.TaskTimeout : ErrorKind.ServerError);
        }

        Profile.Classify(facts with { Limit = null }).Should().Be(ErrorKind.ServerError);
        Profile.Advise(facts).Should().Contain(isTimeout ? "ended at its own timeout" : "broke off after 9.9 s");
        Profile.Advise(facts with { Elapsed = null }).Should().StartWith("The task broke off: the command-line tool");
    }

    [Theory]
    [InlineData("Permission denied: Requested timeout (300s) exceeds limit (60s)", true)]
    [InlineData("permission denied: requested max cost EXCEEDS LIMIT", true)]
    [InlineData("Permission denied: Tool 'Grep' is not in allowed list", false)]
    [InlineData("The size exceeds limit", false)]
    public void A_profile_that_allows_less_is_told_with_what_to_set(string detail, bool isAdvised)
        => (Profile.Advise(Facts(403, detail)) ?? "").Contains("TaskMaxCost", StringComparison.Ordinal).Should().Be(isAdvised);

    [Theory]
    [InlineData(429, "The budget of the project is used up", nameof(ErrorKind.RateLimited))]
    [InlineData(429, "The limit was exceeded", nameof(ErrorKind.RateLimited))]
    [InlineData(429, "budget exceeded", nameof(ErrorKind.BudgetExceeded))]
    [InlineData(403, "You exceed your Budget", nameof(ErrorKind.BudgetExceeded))]
    public void A_budget_is_spent_where_both_words_say_so(int status, string detail, string expected)
        => Profile.Classify(Facts(status, detail)).ToString().Should().Be(expected);

    private static FailureFacts Facts(int status, string detail)
        => new() { Operation = "op", Status = status, Error = new ErrorContent { Detail = detail } };

    private static ErrorContent Read(string body, string? mediaType = "application/json", params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.BadRequest);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Profile.ReadError(response.Headers, mediaType, Encoding.UTF8.GetBytes(body));
    }
}
