using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode.Promises;

/// <summary>
/// What the founding page of the Claude client promises about batches and parallel work, kept here where the reference client broke it.
/// </summary>
public sealed class BatchPromises
{
    private readonly FakeClaudeCode _fake = new();

    [Fact]
    [Trait("Promise", "C11")]
    public async Task A_batch_takes_texts_or_prompts_with_ids_and_an_empty_one_is_refused_before_sending()
    {
        using var claude = _fake.CreateClient();

        await claude.BatchAsync(["one", "two"], ClaudeModel.Haiku, TimeSpan.FromSeconds(20));
        var named = await claude.BatchAsync(new BatchRequest { Prompts = [new() { Prompt = "one", Id = "a" }, new() { Prompt = "two" }] });
        var empty = await Record.ExceptionAsync(() => claude.BatchAsync([]));

        var expected = JObject.Parse(
            """{"prompts":[{"prompt":"one","id":"0"},{"prompt":"two","id":"1"}],"model":"haiku","timeout":20.0}""");
        JToken.DeepEquals(JObject.Parse(_fake.Calls[0].Body!.ToJsonString()), expected)
            .Should().BeTrue("the places are the ids where the caller gives none");
        named.Results.Select(static one => one.Id).Should().Equal("a", null);
        empty.Should().BeOfType<RequestValidationException>().Which.Errors.Should().ContainSingle().Which.Member.Should().Be("prompts");
        _fake.Calls.Should().HaveCount(2);
    }

    [Fact]
    [Trait("Promise", "C11")]
    public async Task Parallel_work_is_done_for_real_and_bounded()
    {
        var gate = new CountingHandler(_fake.CreateHandler(), expected: 3);
        using var claude = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = FakeClaudeCode.BaseAddress.AbsoluteUri, ApiKey = _fake.ApiKey }, gate);

        var outcomes = await claude.CompleteManyAsync(["a", "b", "c", "d", "e", "f"], new CompleteManySettings { MaxParallel = 3 })
            .CollectAsync();

        outcomes.Select(static one => one.Index).Order().Should().Equal(0, 1, 2, 3, 4, 5);
        gate.Most.Should().Be(3);
    }

    [Fact]
    [Trait("Promise", "C12")]
    public async Task A_batch_sums_up()
    {
        _fake.OnPrompt("one").Costs(0.5).Uses(2, 3);
        _fake.OnPrompt("two").Fails(FakeModelFault.Crash);
        using var claude = _fake.CreateClient();

        var batch = await claude.BatchAsync(["one", "two"]);

        (batch.Total, batch.Completed, batch.Failed, batch.TotalCost, batch.TotalTokens).Should().Be((2, 1, 1, 0.5m, 5));
    }

    [Fact]
    [Trait("Promise", "C13")]
    public async Task Each_result_of_a_batch_tells_its_own_outcome()
    {
        _fake.OnPrompt("two").Fails(FakeModelFault.Overloaded);
        using var claude = _fake.CreateClient();

        var batch = await claude.BatchAsync(["one", "two"], ClaudeModel.Haiku);

        batch.Results[0].IsCompleted.Should().BeTrue();
        batch.Results[0].Content.Should().Be("Echo: one");
        batch.Results[0].Usage!.TotalTokens.Should().BePositive();
        batch.Results[1].Status.Should().Be(BatchStatus.Failed);
        batch.Results[1].Prompt.Should().Be("two");
        batch.Results[1].Error.Should().Contain("overloaded");
        batch.Results[1].Cost.Should().BeNull();
    }
}
