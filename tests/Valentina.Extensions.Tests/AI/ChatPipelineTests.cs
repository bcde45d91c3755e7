using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Testing;

namespace Valentina.Extensions.Tests.AI;

/// <summary>The middleware and the containers that programs put around a chat client.</summary>
public sealed class ChatPipelineTests
{
    private readonly FakeClaudeCode _fake = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cache_gives_the_same_answer_and_cost_again_without_a_call(bool streaming)
    {
        _fake.OnPrompt().Replies("Io").Uses(3, 1).Costs(0.004);
        var cache = new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions()));
        using var chat = _fake.CreateClient().AsIChatClient().AsBuilder().UseDistributedCache(cache).Build();

        var answers = new List<ChatResponse>();
        for (var time = 0; time < 2; time++)
        {
            answers.Add(streaming
                ? await chat.GetStreamingResponseAsync("A moon?").ToChatResponseAsync()
                : await chat.GetResponseAsync("A moon?"));
        }

        answers.Should().AllSatisfy(static answer =>
        {
            answer.Text.Should().Be("Io");
            answer.GetCost().Should().Be(0.004m);
            answer.Usage!.TotalTokenCount.Should().Be(4);
        });
        _fake.Prompts.Should().ContainSingle();
    }

    [Fact]
    public async Task Telemetry_names_provider_models_tokens_and_reason()
    {
        _fake.OnPrompt().Replies("Io").Uses(3, 1);
        var source = $"test-{Guid.NewGuid():N}";
        var seen = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name == source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = seen.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var chat = _fake.CreateClient().AsIChatClient(ClaudeModel.Haiku).AsBuilder().UseOpenTelemetry(sourceName: source).Build();

        await chat.GetResponseAsync("A moon?");
        await chat.GetStreamingResponseAsync("A moon?").ToChatResponseAsync();

        seen.Should().HaveCount(2).And.AllSatisfy(static activity =>
        {
            activity.GetTagItem("gen_ai.provider.name").Should().Be("anthropic");
            activity.GetTagItem("gen_ai.request.model").Should().Be("haiku");
            activity.GetTagItem("gen_ai.response.model").Should().Be("haiku");
            activity.GetTagItem("gen_ai.usage.input_tokens").Should().Be(3L);
            activity.GetTagItem("server.address").Should().Be(FakeClaudeCode.BaseAddress.Host);
        });
    }

    [Fact]
    public async Task Dependency_injection_gives_chat_clients_with_their_middleware_keyed_ones_too()
    {
        var passing = new FakeClaudeCode(new FakeClaudeCodeOptions { PassesTools = true });
        passing.OnPrompt("dice").AsksFor("roll");
        passing.OnPrompt("seven").Replies("You rolled seven.");
        var services = new ServiceCollection();
        Add(services.AddClaudeCode(Set(_fake)), _fake).AsChatClient(ClaudeModel.Haiku);
        Add(services.AddKeyedClaudeCode("agent", Set(passing)), passing)
            .AsChatClient(pipeline: static (chat, provider) => chat.AsBuilder().UseFunctionInvocation().Build(provider));
        await using var provider = services.BuildServiceProvider();

        var plain = await provider.GetRequiredService<IChatClient>().GetResponseAsync("hi");
        var agent = await provider.GetRequiredKeyedService<IChatClient>("agent").GetResponseAsync(
            "Throw the dice.", new ChatOptions { Tools = [AIFunctionFactory.Create(static () => "seven", "roll")] });

        plain.Text.Should().Be("Echo: hi");
        _fake.Prompts.Should().ContainSingle().Which.Model.Should().Be("haiku");
        agent.Text.Should().Contain("You rolled seven.");
        provider.GetRequiredService<IChatClient>().GetService<ClaudeCodeClient>()
            .Should().BeSameAs(provider.GetRequiredService<ClaudeCodeClient>());
    }

    [Fact]
    public void It_belongs_behind_the_claude_code_client_alone()
    {
        var builder = new ServiceCollection().AddHttpClient("other");

        builder.Invoking(static one => one.AsChatClient()).Should().Throw<ArgumentException>().WithMessage("*AddClaudeCode*other*");
    }

    private static Action<ClaudeCodeOptions> Set(FakeClaudeCode fake)
        => options => (options.BaseUrl, options.ApiKey) = (FakeClaudeCode.BaseAddress.AbsoluteUri, fake.ApiKey);

    private static IHttpClientBuilder Add(IHttpClientBuilder builder, FakeClaudeCode fake)
        => builder.ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
}
