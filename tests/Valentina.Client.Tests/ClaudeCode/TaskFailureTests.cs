using System.Net;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>A task that failed is a success of HTTP; its exception must be as good for a bug report as any other.</summary>
public sealed class TaskFailureTests
{
    [Theory]
    [InlineData(true, "failed", typeof(ServerErrorException))]
    [InlineData(false, "failed", typeof(ServerErrorException))]
    [InlineData(true, "timeout", typeof(RequestTimeoutException))]
    [InlineData(true, "cost_exceeded", typeof(BudgetExceededException))]
    [InlineData(false, "cost_exceeded", typeof(BudgetExceededException))]
    public async Task EnsureCompleted_says_which_request_it_was(bool asynchronous, string status, Type expected)
    {
        ResponseInfo? seen = null;
        using var handler = Answering(status, "It broke.");
        using var claude = Client(handler);

        var result = await RunAsync(claude, asynchronous, new RequestOptions { OnResponse = info => seen = info });

        var failure = result.Invoking(static one => one.EnsureCompleted()).Should().Throw<ValentinaException>().Which;
        failure.Should().BeOfType(expected);
        failure.RequestId.Should().Be("r-task");
        failure.Message.Should().Contain("r-task");
        failure.Attempts.Should().Be(1);
        failure.Headers["X-Request-Id"].Should().Be("r-task");
        seen!.RequestId.Should().Be("r-task", "the caller's own callback is still called");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_spent_budget_in_a_success_says_which_request_it_was(bool asynchronous)
    {
        using var handler = Answering("failed", "Budget exceeded for project x");
        using var claude = Client(handler);

        var call = () => RunAsync(claude, asynchronous, null);

        (await call.Should().ThrowAsync<BudgetExceededException>()).Which.RequestId.Should().Be("r-task");
    }

    [Fact]
    public void A_result_made_by_hand_has_no_request()
    {
        var result = new AgenticTaskResult { Status = AgenticTaskStatus.Failed };

        result.Invoking(static one => one.EnsureCompleted()).Should().Throw<ServerErrorException>().Which.RequestId.Should().BeNull();
    }

    private static Task<AgenticTaskResult> RunAsync(ClaudeCodeClient claude, bool asynchronous, RequestOptions? options)
        => asynchronous ? claude.AgenticTaskAsync("Write", options) : Task.Run(() => claude.AgenticTask("Write", options));

    private static ClaudeCodeClient Client(HttpMessageHandler handler)
        => new(new ClaudeCodeOptions { BaseUrl = "http://claude.test", ApiKey = "key-0123456789" }, handler);

    private static StubHandler Answering(string status, string error) => StubHandler.Always(() =>
    {
        var response = StubHandler.Json(HttpStatusCode.OK, $$"""{"task_id":"1","status":"{{status}}","result":{"summary":"","error":"{{error}}" },"execution_log":[],"artifacts":[],"usage":{} }""");
        response.Headers.Add("X-Request-ID", "r-task");
        return response;
    });
}
