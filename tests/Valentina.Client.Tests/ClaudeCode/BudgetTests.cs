using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>Money: what is spent is counted, limits stop the spending, and nothing is paid for twice.</summary>
public sealed class BudgetTests
{
    private readonly FakeClaudeCode _fake = new();

    public BudgetTests() => _fake.OnPrompt().Costs(0.10).Uses(50, 50);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Many_completions_stop_before_the_limit_and_the_rest_comes_back_skipped(bool asynchronous)
    {
        using var claude = _fake.CreateClient();
        var settings = new CompleteManySettings { Guard = new BudgetGuard(maxCost: 0.35m), MaxParallel = 4 };
        var prompts = Enumerable.Range(0, 10).Select(static index => new BatchPrompt { Prompt = $"p{index}", Id = $"id{index}" });

        var outcomes = asynchronous
            ? await claude.CompleteManyAsync(prompts, settings).CollectAsync()
            : [.. claude.CompleteMany(prompts, settings)];

        outcomes.Should().HaveCount(10);
        outcomes.Count(static one => one.IsCompleted).Should().Be(3, "the fourth would pass $0.35");
        outcomes.Where(static one => one.IsSkipped).Select(static one => one.Id)
            .Should().BeSubsetOf(outcomes.Select(static one => $"id{one.Index}"));
        settings.Guard.SpentCost.Should().Be(0.30m);
        settings.Guard.EstimatedCost.Should().Be(0.10m);
        _fake.Prompts.Should().HaveCount(3, "what is skipped is never sent");
    }

    [Fact]
    public async Task Without_a_limit_a_guard_adds_up_and_all_go_at_once()
    {
        var gate = new CountingHandler(_fake.CreateHandler(), expected: 4);
        using var claude = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = FakeClaudeCode.BaseAddress.AbsoluteUri, ApiKey = _fake.ApiKey }, gate);
        var guard = new BudgetGuard();

        await claude.CompleteManyAsync(Enumerable.Repeat("p", 8), new CompleteManySettings { Guard = guard, MaxParallel = 4 })
            .CollectAsync();

        (guard.SpentTokens, guard.Calls, guard.IsExhausted).Should().Be((800, 8, false));
    }

    [Fact]
    public async Task A_failed_prompt_fails_alone_and_a_refused_key_ends_it()
    {
        _fake.OnPrompt("bad").Fails(FakeModelFault.Crash);
        using var claude = _fake.CreateClient();
        using var stranger = _fake.CreateClient(static options => options.ApiKey = "cc_stranger");

        var some = await claude.CompleteManyAsync(["good", "bad", "good"]).CollectAsync();
        var none = await stranger.CompleteManyAsync(["a", "b", "c"], new CompleteManySettings { MaxParallel = 1 }).CollectAsync();

        some.Single(static one => one.Index == 1).Error.Should().BeOfType<ServerErrorException>();
        some.Count(static one => one.IsCompleted).Should().Be(2);
        none[0].Error.Should().BeOfType<InvalidApiKeyException>();
        none.Skip(1).Should().OnlyContain(static one => one.IsSkipped);
    }

    [Fact]
    public async Task Leaving_the_loop_early_cancels_what_runs()
    {
        using var claude = _fake.CreateClient();

        await foreach (var _ in claude.CompleteManyAsync(Endless(), new CompleteManySettings { MaxParallel = 2 }))
        {
            break;
        }

        _fake.Prompts.Count.Should().BeLessThan(5);

        static IEnumerable<string> Endless()
        {
            while (true)
            {
                yield return "p";
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_guarded_batch_goes_out_in_slices_and_keeps_places_and_ids(bool asynchronous)
    {
        using var claude = _fake.CreateClient();
        var guard = new BudgetGuard(maxCost: 0.75m);
        var request = new BatchRequest
        {
            Prompts = [.. Enumerable.Range(0, 12).Select(static index => new BatchPrompt { Prompt = $"p{index}", Id = $"id{index}" })],
            Model = ClaudeModel.Haiku
        };

        var batch = asynchronous ? await claude.BatchAsync(request, guard) : claude.Batch(request, guard);

        batch.Results.Select(static one => one.Id).Should().Equal(request.Prompts.Select(static one => one.Id));
        (batch.Total, batch.Completed, batch.Failed).Should().Be((12, 7, 0));
        batch.Results.Skip(7).Should().OnlyContain(static one => one.Status == BatchStatus.Skipped);
        batch.TotalCost.Should().Be(0.7m);
        _fake.Calls.Select(static call => ((System.Text.Json.Nodes.JsonArray)call.Body!["prompts"]!).Count).Should().Equal(1, 5, 1);
    }

    [Fact]
    public async Task A_slice_that_fails_does_not_lose_what_was_paid_for_before()
    {
        _fake.On(ClaudeCodeRoutes.ProcessBatch).Succeeds().Times(1).Fails(503, static problem => problem.Detail = "Worker pool overloaded");
        using var claude = _fake.CreateClient();

        var batch = await claude.BatchAsync(
            new BatchRequest { Prompts = [.. Enumerable.Range(0, 8).Select(static index => new BatchPrompt { Prompt = $"p{index}" })] },
            new BudgetGuard(maxCost: 100));

        batch.Results.Select(static one => one.Status.Value)
            .Should().Equal("completed", "failed", "failed", "failed", "failed", "failed", "skipped", "skipped");
        batch.Results[1].Error.Should().Contain("overloaded");
        _fake.Calls.Should().HaveCount(2, "a batch is never repeated: part of it may run");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_costs_money_is_not_repeated_unless_allowed(int status)
    {
        _fake.On(ClaudeCodeRoutes.CreateChatCompletion).Fails(status).Times(1).ThenSucceeds();
        using var claude = _fake.CreateClient();

        (await Record.ExceptionAsync(() => claude.CompleteAsync("x")))
            .Should().BeOfType(status == 504 ? typeof(RequestTimeoutException) : typeof(ServerErrorException));
        _fake.Calls.Should().HaveCount(1);
        _fake.ResetScripts();
        _fake.On(ClaudeCodeRoutes.CreateChatCompletion).Fails(status).Times(1).ThenSucceeds();
        (await claude.CompleteAsync("x", new RequestOptions { AllowRepeat = true })).Text.Should().NotBeEmpty();
        _fake.Calls.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_connection_cut_after_the_bytes_were_sent_is_not_repeated()
    {
        _fake.On(ClaudeCodeRoutes.ExecuteTask).CutsConnection();
        using var claude = _fake.CreateClient();

        (await Record.ExceptionAsync(() => claude.AgenticTaskAsync("x"))).Should().BeOfType<ConnectionFailedException>();
        _fake.Calls.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_is_not_repeated_and_counts_without_a_price()
    {
        _fake.OnPrompt("story").RepliesInPieces("Once ", "upon ", "a time").CutsStream(2);
        using var claude = _fake.CreateClient();
        var guard = new BudgetGuard(maxCost: 1);

        var exception = await Record.ExceptionAsync(() => claude.WithBudget(guard).StreamAsync("a story").CollectAsync());

        exception.Should().BeOfType<StreamInterruptedException>().Which.ReceivedText.Should().Be("Once upon ");
        (guard.Calls, guard.SpentCost).Should().Be((1, 0));
        _fake.StreamMessages.Should().HaveCount(1);
    }

    [Fact]
    public void A_guard_shared_by_threads_loses_nothing()
    {
        var guard = new BudgetGuard();

        Parallel.For(0, 1000, _ => guard.Add(0.001m, 3));

        guard.SpentTokens.Should().Be(3000);
        guard.SpentCost.Should().Be(1);
    }

    [Theory]
    [InlineData("0.10", "is used up: ")]
    [InlineData("0.15", "leaves no room for one more of the usual size: ")]
    public async Task A_call_that_the_guard_does_not_let_go_says_why(string limit, string why)
    {
        using var client = _fake.CreateClient();
        var guarded = client.WithBudget(new BudgetGuard(decimal.Parse(limit, System.Globalization.CultureInfo.InvariantCulture)));
        await guarded.CompleteAsync("first");

        var refused = () => guarded.CompleteAsync("second");

        (await refused.Should().ThrowAsync<BudgetExceededException>()).Which.Message.Should().Contain(why);
        _fake.Calls.Should().ContainSingle();
    }

    [Fact]
    public void A_limit_must_be_above_zero()
    {
        FluentActions.Invoking(static () => new BudgetGuard(maxCost: 0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(static () => new BudgetGuard(maxTokens: -1)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
