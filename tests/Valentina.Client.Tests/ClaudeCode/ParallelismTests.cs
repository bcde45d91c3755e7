using System.Net;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>Many prompts adapt to what the service takes at a time, instead of failing.</summary>
public sealed class ParallelismTests
{
    private static readonly RateLimitedException TooMany = new(FailureDetails.None);

    [Fact]
    public void It_halves_when_there_is_no_room_and_grows_by_one_for_each_round()
    {
        var parallelism = new Parallelism(8);

        parallelism.Adapt(TooMany).Should().BeTrue("the prompt is to be sent again");
        parallelism.Now.Should().Be(4);
        for (var success = 0; success < 5; success++)
        {
            parallelism.Adapt(null).Should().BeFalse();
        }

        parallelism.Now.Should().Be(5);
    }

    [Fact]
    public void A_prompt_that_is_refused_alone_fails()
    {
        var parallelism = new Parallelism(2);

        parallelism.Adapt(TooMany).Should().BeTrue();
        parallelism.Adapt(TooMany).Should().BeFalse();
        parallelism.Now.Should().Be(1);
    }

    [Fact]
    public void A_full_pool_is_no_reason_to_pay_twice()
    {
        var parallelism = new Parallelism(8);

        parallelism.Adapt(Failed(HttpStatusCode.ServiceUnavailable)).Should().BeFalse();
        parallelism.Now.Should().Be(4);
        parallelism.Adapt(Failed(HttpStatusCode.InternalServerError)).Should().BeFalse();
        parallelism.Now.Should().Be(4);
    }

    [Fact]
    public async Task Prompts_that_a_limit_by_the_minute_refuses_are_answered_in_later_minutes()
    {
        var options = new FakeClaudeCodeOptions();
        options.Keys.Add(new FakeClaudeKey("cc_limited") { RequestsPerMinute = 5 });
        var fake = new FakeClaudeCode(options);
        using var claude = fake.CreateClient(client => client.ApiKey = "cc_limited");

        var outcomes = new List<CompletionOutcome>();
        await foreach (var outcome in claude.CompleteManyAsync(
            Enumerable.Range(0, 17).Select(number => $"prompt {number}"), new CompleteManySettings { MaxParallel = 8 }))
        {
            outcomes.Add(outcome);
        }

        outcomes.Should().OnlyContain(outcome => outcome.Completion != null);
        outcomes.Select(outcome => outcome.Index).Should().BeEquivalentTo(Enumerable.Range(0, 17));
        (fake.Clock.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Should().BeLessThan(TimeSpan.FromMinutes(5));
    }

    private static ServerErrorException Failed(HttpStatusCode status) => new(new FailureDetails { StatusCode = status });
}
