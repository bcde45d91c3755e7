using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;

namespace Valentina.Client.Tests.ClaudeCode.Failures;

/// <summary>A spent budget of the project is one exception, in whichever of its words and ways the service says it.</summary>
public sealed class SpentBudgetTests
{
    private const string Refused = """
        {"type":"result","task_id":"1","status":"failed","result":{"error":"Insufficient budget"},"execution_log":[],"artifacts":[],"usage":{}}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Promise", "C20")]
    public async Task A_task_over_budget_is_a_success_of_HTTP_that_ran_nothing(bool sync)
    {
        var handler = Wired.Answers(200, Refused);
        using var claude = Wired.Client(handler);

        var failure = await Record.ExceptionAsync(async () => _ = sync ? claude.AgenticTask("x") : await claude.AgenticTaskAsync("x"));

        var spent = failure.Should().BeOfType<BudgetExceededException>().Which;
        (spent.Detail, spent.RequestId, spent.EstimatedCost).Should().Be(("Insufficient budget", "r-1", null));
        handler.Sent.Should().ContainSingle("a budget is never retried");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Promise", "C20")]
    public async Task A_task_over_budget_is_the_same_over_the_socket_whose_connection_stays_usable(bool sync)
    {
        var socket = Wired.Sends("""{"type":"thinking","content":"Starting task execution..."}""", Refused);
        using var claude = Wired.Client(socket);
        await using var session = claude.OpenStreamSession();

        for (var time = 1; time <= 2; time++)
        {
            var failure = await Record.ExceptionAsync(
                () => Wired.EventsAsync(sync, session.StreamAgenticTaskAsync("x"), session.StreamAgenticTask("x")));

            var spent = failure.Should().BeOfType<BudgetExceededException>().Which;
            (spent.Detail, spent.Operation, spent.StatusCode).Should().Be(("Insufficient budget", "stream", null));
            spent.Message.Should().Be("Claude Code answered StreamAgenticTaskAsync: Insufficient budget");
        }

        socket.Requests.Should().HaveCount(2);
        socket.Connections.Should().Be(1, "the result was the end of the answer");
    }

    [Theory]
    [InlineData(429, "Budget exceeded for project main")]
    [InlineData(403, "Budget exceeded for project main")]
    [InlineData(403, "Insufficient budget")]
    [InlineData(500, "Task execution failed: Insufficient budget")]
    [Trait("Promise", "C20")]
    public async Task Its_words_are_known_at_every_status(int status, string detail)
    {
        var handler = Wired.Answers(status, $$"""{"detail":"{{detail}}"}""");
        using var claude = Wired.Client(handler);

        (await Record.ExceptionAsync(() => claude.CompleteAsync("x", new RequestOptions { AllowRepeat = true })))
            .Should().BeOfType<BudgetExceededException>().Which.Detail.Should().Be(detail);
        handler.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData("Budget exceeded for project main")]
    [InlineData("Insufficient budget")]
    [InlineData("Task execution error: Insufficient budget")]
    [Trait("Promise", "C20")]
    public async Task Its_words_are_known_on_a_stream(string error)
    {
        using var claude = Wired.Client(Wired.Sends($$"""{"type":"error","error":"{{error}}"}"""));

        (await Record.ExceptionAsync(() => claude.StreamAsync("x").CollectAsync())).Should().BeOfType<BudgetExceededException>();
        Record.Exception(() => claude.Stream("x").ToList()).Should().BeOfType<BudgetExceededException>();
    }

    [Fact]
    public void A_task_that_failed_otherwise_is_no_budget()
        => new AgenticTaskResult { Status = AgenticTaskStatus.Failed, Result = new TaskOutcome { Error = "The budget report is missing." } }
            .Invoking(static result => result.EnsureCompleted()).Should().Throw<ServerErrorException>();
}
