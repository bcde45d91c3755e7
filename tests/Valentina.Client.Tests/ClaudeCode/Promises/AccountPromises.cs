using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode.Promises;

/// <summary>
/// What the founding page of the Claude client promises about usage, health, logs and budgets, kept here where the reference client broke
/// it.
/// </summary>
public sealed class AccountPromises
{
    private readonly FakeClaudeCode _fake = new();

    [Fact]
    [Trait("Promise", "C14")]
    public async Task Usage_is_typed_by_model_and_its_period_open()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { Strict = false });
        using var claude = fake.CreateClient();
        await claude.CompleteAsync("hello", ClaudeModel.Opus);

        var usage = await claude.GetUsageAsync(UsagePeriod.Week);
        var wrong = await Record.ExceptionAsync(() => claude.GetUsageAsync((UsagePeriod)"year"));

        usage.ByModel["opus"].Tokens.Should().Be(usage.TotalTokens);
        usage.TotalCost.Should().BePositive();
        (usage.Period, usage.Limit, usage.Remaining).Should().Be(("week", null, null));
        wrong.Should().BeOfType<BadRequestException>()
            .Which.Message.Should().Contain("Invalid period: year", "the service decides what it knows");
    }

    [Fact]
    [Trait("Promise", "C15")]
    public async Task Health_names_every_part_of_the_service()
    {
        using var claude = _fake.CreateClient();

        var health = await claude.HealthAsync();
        _fake.IsOverloaded = true;
        var degraded = await claude.HealthAsync();

        (health.Status, health.IsOk, health.Version).Should().Be(("ok", true, "0.1.0"));
        health.Services["worker_pool"].Status.Should().Be("ok");
        degraded.IsOk.Should().BeFalse();
        degraded.Services["worker_pool"].Status.Should().Be("overloaded");
    }

    [Fact]
    [Trait("Promise", "C25")]
    public async Task Events_are_logged_in_a_category_of_their_own_without_secrets()
    {
        var log = new KeptLog();
        using var claude = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = FakeClaudeCode.BaseAddress.AbsoluteUri, ApiKey = _fake.ApiKey }, _fake.CreateHandler(), log,
            _fake.Clock);

        await claude.CompleteAsync("my secret plan");
        await claude.StreamAsync("my secret plan").CollectAsync();
        await claude.StreamAgenticTaskAsync("my secret plan").CollectAsync();

        log.Categories.Should().Equal("Valentina.ClaudeCode");
        log.Lines.Should().Contain(static line => line.Contains("/v1/chat/completions", StringComparison.Ordinal))
            .And.Contain(static line => line.Contains("/v1/stream", StringComparison.Ordinal));
        log.Lines.Should().NotContain(line => line.Contains("secret plan", StringComparison.Ordinal)
            || line.Contains(_fake.ApiKey, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Promise", "C26")]
    public async Task Budgets_hold_on_tasks_and_on_everything_else()
    {
        _fake.OnPrompt().Costs(0.04).Uses(10, 10);
        using var claude = _fake.CreateClient();
        var guard = new BudgetGuard(maxCost: 0.10m);
        var guarded = claude.WithBudget(guard);

        await guarded.CompleteAsync("one");
        await guarded.StreamAsync("two").CollectAsync();
        var third = await Record.ExceptionAsync(() => guarded.AgenticTaskAsync("three"));

        third.Should().BeOfType<BudgetExceededException>().Which.Message.Should().Contain("$0.08 of $0.1");
        (guard.SpentCost, guard.SpentTokens, guard.Calls).Should().Be((0.08m, 40, 2));
        _fake.Prompts.Should().HaveCount(2);
    }
}
