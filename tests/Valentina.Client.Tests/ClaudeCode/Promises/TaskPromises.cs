using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode.Promises;

/// <summary>
/// What the founding page of the Claude client promises about agentic tasks, kept here where the reference client broke it.
/// </summary>
public sealed class TaskPromises
{
    private readonly FakeClaudeCode _fake = new();

    [Fact]
    [Trait("Promise", "C08")]
    public async Task Agentic_tasks_take_tools_agents_skills_time_and_cost()
    {
        using var claude = _fake.CreateClient();

        await claude.AgenticTaskAsync(new AgenticTaskRequest
        {
            Description = "Review the code",
            AllowTools = ["Read", "Grep"],
            AllowAgents = ["code-reviewer"],
            AllowSkills = ["code-analyzer"],
            Timeout = 300,
            MaxCost = 1.5m,
            WorkingDirectory = "/project",
            Model = ClaudeModel.Opus,
        });

        JToken.DeepEquals(JObject.Parse(_fake.Calls[0].Body!.ToJsonString()), JObject.Parse("""
            {
              "description": "Review the code", "allow_tools": ["Read", "Grep"], "allow_agents": ["code-reviewer"], "allow_skills": ["code-analyzer"],
              "working_directory": "/project", "timeout": 300, "max_cost": 1.5, "model": "opus"
            }
            """)).Should().BeTrue(_fake.Calls[0].Body!.ToJsonString());
    }

    [Fact]
    [Trait("Promise", "C08")]
    public async Task A_task_with_the_limits_of_the_free_profile_suits_it_and_one_without_is_told_which()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions
        {
            Keys = { new FakeClaudeKey("cc_free") { Profile = FakeClaudeProfile.Free } }
        });
        using var claude = fake.CreateClient(static options => options.ApiKey = "cc_free");

        var result = await claude.AgenticTaskAsync("List files", ["Read"], timeout: TimeSpan.FromSeconds(60), maxCost: 0.10m);
        var unlimited = await Record.ExceptionAsync(() => claude.AgenticTaskAsync("List files"));
        var dear = await Record.ExceptionAsync(
            () => claude.AgenticTaskAsync(new AgenticTaskRequest { Description = "x", Timeout = 60, MaxCost = 5 }));

        result.IsCompleted.Should().BeTrue();
        unlimited.Should().BeOfType<PermissionDeniedException>("the service's own 300 s and $1.00 are refused")
            .Which.Message.Should().ContainAll("TaskTimeout", "TaskMaxCost", "60 s", "$0.10");
        dear.Should().BeOfType<PermissionDeniedException>().Which.Detail.Should().Contain("exceeds limit ($0.1)");
    }

    [Fact]
    [Trait("Promise", "C09")]
    public async Task The_result_of_a_task_is_typed_and_its_status_open()
    {
        _fake.OnPrompt("docs").Replies("Wrote two pages.\nAll of it.").Makes("docs/a.md", 120).Does("read_file", new { path = "a.cs" })
            .Costs(0.02);
        _fake.On(ClaudeCodeRoutes.ExecuteTask).When(static call => call.Body!["description"]!.ToString() == "new")
            .RespondsText("""{"task_id":"1","status":"paused","result":{},"execution_log":[],"artifacts":[],"usage":{}}""");
        using var claude = _fake.CreateClient();

        var result = await claude.AgenticTaskAsync("Write docs");
        var unheardOf = await claude.AgenticTaskAsync("new");

        result.Status.Should().Be(AgenticTaskStatus.Completed);
        result.Result.Summary.Should().Be("Wrote two pages.");
        result.Artifacts.Should().ContainSingle().Which.Path.Should().EndWith("docs/a.md");
        result.ExecutionLog.Select(static step => step.Action).Should().Equal("read_file", "task_completed");
        result.ExecutionLog[0].Timestamp.Offset.Should().Be(TimeSpan.Zero, "no zone means UTC");
        result.Usage.TotalCost.Should().Be(0.02m);
        result.TaskId.Should().NotBeEmpty();
        result.EnsureCompleted().Should().BeSameAs(result);
        unheardOf.Status.Value.Should().Be("paused");
        unheardOf.Status.IsKnown.Should().BeFalse();
    }

    [Fact]
    [Trait("Promise", "C09")]
    public async Task A_task_that_costs_too_much_is_an_answer_and_an_exception_on_demand()
    {
        _fake.OnPrompt().Costs(3);
        using var claude = _fake.CreateClient();

        var result = await claude.AgenticTaskAsync("Dear");

        result.Status.Should().Be(AgenticTaskStatus.CostExceeded);
        result.Result.Output.Should().Be("Echo: Dear", "what was paid for is not lost");
        result.Invoking(static one => one.EnsureCompleted()).Should().Throw<BudgetExceededException>().Which.EstimatedCost.Should().Be(3);
    }

    [Fact]
    [Trait("Promise", "C28")]
    public async Task A_task_streams_its_thoughts_and_its_result()
    {
        _fake.OnPrompt("bugs").Replies("Two bugs.").Makes("report.md", 10);
        using var claude = _fake.CreateClient();

        var events = await claude.StreamAgenticTaskAsync(new AgenticTaskRequest { Description = "Find bugs", AllowTools = ["Read"] })
            .CollectAsync();

        events[0].Should().BeOfType<ThinkingEvent>().Which.Text.Should().Be("Starting task execution...");
        var result = events[1].Should().BeOfType<ResultEvent>().Which.Task;
        (result.IsCompleted, result.Result.Summary, result.TaskId).Should().Be((true, "Two bugs.", ""));
        result.Artifacts.Should().ContainSingle();
        ((string?)_fake.StreamMessages[0]["api_key"]).Should().Be("***", "the key goes into the message, and never into a log or a URL");
        _fake.Calls.Should().OnlyContain(call => !call.Path.Contains(_fake.ApiKey, StringComparison.Ordinal));
    }
}
