using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode.Promises;

/// <summary>
/// What the founding page of the Claude client promises about failures and limits, kept here where the reference client broke it.
/// </summary>
public sealed class FailurePromises
{
    private readonly FakeClaudeCode _fake = new();

    [Theory]
    [InlineData(400, null, "bad", typeof(BadRequestException))]
    [InlineData(401, null, "Invalid or revoked API key", typeof(InvalidApiKeyException))]
    [InlineData(403, null, "Not authenticated", typeof(InvalidApiKeyException))]
    [InlineData(403, null, "Permission denied: no", typeof(PermissionDeniedException))]
    [InlineData(403, null, "Budget exceeded for project x", typeof(BudgetExceededException))]
    [InlineData(404, null, "no", typeof(NotFoundException))]
    [InlineData(422, null, "no", typeof(UnprocessableException))]
    [InlineData(429, null, "Rate limit exceeded. Please try again later.", typeof(RateLimitedException))]
    [InlineData(429, null, "Budget exceeded for project x", typeof(BudgetExceededException))]
    [InlineData(429, "rate_limited", "Process exited with code 1", typeof(RateLimitedException))]
    [InlineData(500, null, "boom", typeof(ServerErrorException))]
    [InlineData(502, "upstream_error", "boom", typeof(ServerErrorException))]
    [InlineData(503, "overloaded", "boom", typeof(ServerErrorException))]
    [InlineData(504, "timeout", "boom", typeof(RequestTimeoutException))]
    [Trait("Promise", "C18")]
    [Trait("Promise", "C19")]
    public async Task Every_status_is_a_typed_exception_under_one_base(int status, string? category, string detail, Type type)
    {
        _fake.On(ClaudeCodeRoutes.CreateChatCompletion).Fails(status, problem => (problem.Detail, problem.Code) = (detail, category));
        using var claude = _fake.CreateClient(static options => options.MaxRetries = 0);

        var exception = await Record.ExceptionAsync(() => claude.CompleteAsync("x"));

        exception.Should().BeOfType(type);
        var known = exception.Should().BeAssignableTo<ValentinaException>().Which;
        (known.Detail, known.Code, known.Service).Should().Be((detail, category, ServiceNames.ClaudeCode));
        known.RequestId.Should().NotBeNullOrEmpty();
        known.Message.Should().Contain(detail);
    }

    [Theory]
    [InlineData("Internal Server Error", "text/plain")]
    [InlineData("<html>Bad gateway</html>", "text/html")]
    [InlineData("", "application/json")]
    [InlineData("{\"detail\":", "application/json")]
    [Trait("Promise", "C19")]
    public async Task No_body_of_an_error_leaks_another_exception(string body, string type)
    {
        _fake.On(ClaudeCodeRoutes.CreateChatCompletion).RespondsText(body, 429, type);
        using var claude = _fake.CreateClient(static options => options.MaxRetries = 0);

        (await Record.ExceptionAsync(() => claude.CompleteAsync("x"))).Should().BeOfType<RateLimitedException>();
    }

    [Fact]
    [Trait("Promise", "C20")]
    public async Task A_spent_budget_is_one_exception_everywhere_with_the_estimate_where_one_is_known()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { TokenBudgets = { ["default"] = 3 } });
        using var claude = fake.CreateClient();
        var guard = new BudgetGuard(maxCost: 0.10m);
        guard.Add(0.08m, 100);

        (await Record.ExceptionAsync(() => claude.CompleteAsync("hello there")))
            .Should().BeOfType<BudgetExceededException>().Which.EstimatedCost.Should().BeNull("the service names none");
        (await Record.ExceptionAsync(() => claude.ProcessAsync(new ProcessRequest
        {
            Provider = "a",
            ModelName = "haiku",
            UserMessage = "hello there"
        }))).Should().BeOfType<BudgetExceededException>();
        (await Record.ExceptionAsync(() => claude.AgenticTaskAsync("hello there")))
            .Should().BeOfType<BudgetExceededException>("200 with a failed status that ran nothing is no success");
        (await Record.ExceptionAsync(() => claude.StreamAsync("hello there").CollectAsync())).Should().BeOfType<BudgetExceededException>();
        (await Record.ExceptionAsync(() => claude.WithBudget(guard).CompleteAsync("x")))
            .Should().BeOfType<BudgetExceededException>().Which.EstimatedCost.Should().Be(0.08m);
        fake.Calls.Count(static call => call.Operation == "chat_completion_v1_chat_completions_post")
            .Should().Be(1, "a budget is never retried, and a guard sends nothing");
    }

    [Fact]
    [Trait("Promise", "C21")]
    public async Task Running_out_of_time_is_typed_whoever_noticed()
    {
        _fake.OnPrompt("slow").Takes(TimeSpan.FromSeconds(400));
        using var claude = _fake.CreateClient(static options => options.Timeout = TimeSpan.FromSeconds(60));

        var service = await Record.ExceptionAsync(() => claude.CompleteAsync("slow"));
        var client = await Record.ExceptionAsync(() => claude.CompleteAsync(
            "slow", new RequestOptions { Timeout = TimeSpan.FromSeconds(5) }));
        var task = await Record.ExceptionAsync(() => claude.AgenticTaskAsync("slow"));

        var late = service.Should().BeOfType<RequestTimeoutException>().Which;
        (late.Reason, late.Detail).Should().Be((TimeoutReason.Provider, "Task timed out after 60.0 seconds"));
        client.Should().BeOfType<RequestTimeoutException>().Which.Reason.Should().Be(TimeoutReason.Attempt);
        task.Should().BeOfType<RequestTimeoutException>().Which.Reason.Should().Be(TimeoutReason.Task);
        _fake.Calls.Should().HaveCount(3, "a run that may be paid for is never repeated by itself");
    }

    [Fact]
    [Trait("Promise", "C22")]
    public async Task A_rate_limit_is_waited_for_by_itself_until_the_next_clock_minute_or_as_told()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 1, 1, 12, 0, 40, TimeSpan.Zero));
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions
        {
            TimeProvider = clock,
            Keys = { new FakeClaudeKey("cc_slow") { RequestsPerMinute = 1 } }
        });
        using var claude = fake.CreateClient(static options => options.ApiKey = "cc_slow");

        await claude.CompleteAsync("first");
        await claude.CompleteAsync("second");
        clock.GetUtcNow().Should().Be(new DateTimeOffset(2026, 1, 1, 12, 1, 0, TimeSpan.Zero));

        fake.OnPrompt("third").Fails(FakeModelFault.RateLimited, retryAfter: TimeSpan.FromSeconds(17)).Times(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        await claude.CompleteAsync("third");
        fake.Calls[^1].At.Should().Be(
            new DateTimeOffset(2026, 1, 1, 12, 3, 0, TimeSpan.Zero), "17 s as told, and then the key's own limit until the minute is over");
    }

    [Fact]
    [Trait("Promise", "C29")]
    public async Task Troubles_say_what_to_do()
    {
        using var down = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = "http://127.0.0.1:9", ApiKey = "cc_x", MaxRetries = 0 });
        using var badKey = _fake.CreateClient(static options => options.ApiKey = "cc_revoked");

        (await Record.ExceptionAsync(() => down.HealthAsync())).Should().BeOfType<ConnectionFailedException>();
        (await Record.ExceptionAsync(() => down.StreamAsync("x").CollectAsync()))
            .Should().BeOfType<ConnectionFailedException>("a stream fails as every call does");
        Record.Exception(() => down.Stream("x").ToList()).Should().BeOfType<ConnectionFailedException>();
        (await Record.ExceptionAsync(() => badKey.GetUsageAsync())).Should().BeOfType<InvalidApiKeyException>();
        (await badKey.HealthAsync()).IsOk.Should().BeTrue("health needs no valid key");
    }
}
