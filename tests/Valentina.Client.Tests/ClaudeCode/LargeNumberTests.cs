using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>The service counts without a bound, and what it counts was paid for: a large number must not make it unreadable.</summary>
public sealed class LargeNumberTests
{
    private const long Many = 3_000_000_000;

    private const string Task = """
        {"type":"result","task_id":"1","status":"completed","result":{"summary":"s"},"execution_log":[],
         "artifacts":[{"type":"file","path":"a.bin","size_bytes":3221225472,"created_at":"2026-01-01T00:00:00"}],
         "usage":{"input_tokens":3000000000,"output_tokens":3000000000,"total_tokens":6000000000,"total_cost":0.0038422499999999997}}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_completion_of_three_billion_tokens_can_be_read(bool sync)
    {
        using var claude = Wired.Client(Wired.Answers(
            200,
            """{"id":"1","model":"haiku","content":"x","usage":{"input_tokens":3000000000,"output_tokens":1,"total_tokens":3000000001},"cost":1.4999999999999998e-06,"project_id":"main"}"""));

        var completion = sync ? claude.Complete("x") : await claude.CompleteAsync("x");

        (completion.Usage.InputTokens, completion.Usage.OutputTokens, completion.Usage.TotalTokens).Should().Be((Many, 1, Many + 1));
        completion.Cost.Should().Be(0.0000014999999999999998m, "money keeps every digit");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_with_a_file_of_three_gigabytes_can_be_read_over_HTTP(bool sync)
    {
        using var claude = Wired.Client(Wired.Answers(200, Task));

        Check(sync ? claude.AgenticTask("x") : await claude.AgenticTaskAsync("x"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_with_a_file_of_three_gigabytes_can_be_read_over_the_socket(bool sync)
    {
        using var claude = Wired.Client(Wired.Sends(Task));
        var guard = new BudgetGuard();
        using var guarded = claude.WithBudget(guard);

        var events = await Wired.EventsAsync(sync, guarded.StreamAgenticTaskAsync("x"), guarded.StreamAgenticTask("x"));

        Check(events.OfType<ResultEvent>().Single().Task);
        (guard.SpentTokens, guard.SpentCost).Should().Be((2 * Many, 0.0038422499999999997m));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_stream_of_three_billion_tokens_can_be_read(bool sync)
    {
        using var claude = Wired.Client(Wired.Sends(
            """{"type":"done","usage":{"input_tokens":3000000000,"output_tokens":1,"total_tokens":3000000001},"cost":1.15e-05,"model":"haiku"}"""));

        var events = await Wired.EventsAsync(sync, claude.StreamEventsAsync("x"), claude.StreamEvents("x"));

        var done = events.Should().ContainSingle().Which.Should().BeOfType<DoneEvent>().Which;
        (done.Usage.InputTokens, done.Usage.TotalTokens, done.Cost).Should().Be((Many, Many + 1, 0.0000115m));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_usage_of_a_large_month_can_be_read(bool sync)
    {
        using var claude = Wired.Client(Wired.Answers(
            200,
            """{"project_id":"main","period":"month","total_tokens":3000000000,"total_cost":300.10,"by_model":{"haiku":{"tokens":3000000000,"cost":300.10}},"limit":5000000000,"remaining":-3000000000}"""));

        var usage = sync ? claude.GetUsage() : await claude.GetUsageAsync();

        (usage.TotalTokens, usage.Limit, usage.Remaining, usage.TotalCost).Should().Be((Many, 5_000_000_000, -Many, 300.10m));
        usage.ByModel["haiku"].Tokens.Should().Be(Many);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_sums_of_a_guarded_batch_hold_large_numbers_and_exact_money(bool sync)
    {
        using var claude = Wired.Client(Wired.Answers(
            200,
            """
            {"total":5,"completed":5,"failed":0,"total_cost":0.1,"total_tokens":3000000000,
             "results":[{"id":"0","prompt":"x","status":"completed","content":"y","usage":{"input_tokens":1,"output_tokens":2999999999,"total_tokens":3000000000},"cost":0.1,"error":null}]}
            """));
        var guard = new BudgetGuard();
        var request = new BatchRequest { Prompts = [.. Enumerable.Range(0, 15).Select(static _ => new BatchPrompt { Prompt = "x" })] };

        var batch = sync ? claude.Batch(request, guard) : await claude.BatchAsync(request, guard);

        (batch.TotalTokens, batch.TotalCost).Should().Be((3 * Many, 0.3m), "three times 0.1 is 0.3");
        (guard.SpentTokens, guard.SpentCost).Should().Be((3 * Many, 0.3m));
    }

    [Fact]
    public async Task A_number_beyond_all_bounds_in_a_member_nobody_knows_does_no_harm_over_the_socket()
    {
        using var claude = Wired.Client(Wired.Sends(
            """{"type":"done","usage":{"input_tokens":1,"output_tokens":1,"total_tokens":2,"entropy":1e300},"cost":0.5,"model":"haiku"}"""));

        var events = await claude.StreamEventsAsync("x").CollectAsync();

        events.OfType<DoneEvent>().Single().Cost.Should().Be(0.5m);
    }

    private static void Check(AgenticTaskResult task)
    {
        task.Artifacts.Single().SizeBytes.Should().Be(3L << 30);
        (task.Usage.InputTokens, task.Usage.OutputTokens, task.Usage.TotalTokens).Should().Be((Many, Many, 2 * Many));
        task.Usage.TotalCost.Should().Be(0.0038422499999999997m);
    }
}
