using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>Client and fake together, within the process and over a real loopback socket.</summary>
public sealed class FakeClaudeCodeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_works_asynchronously_and_synchronously_within_the_process(bool asynchronous)
    {
        var fake = new FakeClaudeCode();
        fake.OnPrompt("moons").RepliesInPieces("Io, ", "Europa, ", "Ganymede");
        using var claude = fake.CreateClient();

        var text = asynchronous
            ? await claude.StreamAsync("Name three moons.").CollectAsync()
            : [.. claude.Stream("Name three moons.")];

        text.Should().Equal("Io, ", "Europa, ", "Ganymede");
        fake.Prompts.Should().ContainSingle().Which.IsStream.Should().BeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_works_asynchronously_and_synchronously_on_the_loopback_port(bool asynchronous)
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { PieceDelay = TimeSpan.FromMilliseconds(1) });
        await using var server = await fake.StartServerAsync();
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.BaseAddress.AbsoluteUri, ApiKey = fake.ApiKey });

        var events = asynchronous
            ? await claude.StreamEventsAsync("Tell me a story of a hundred wolves and one moon.", ClaudeModel.Haiku).CollectAsync()
            : [.. claude.StreamEvents("Tell me a story of a hundred wolves and one moon.", ClaudeModel.Haiku)];

        string.Concat(events.OfType<TokenEvent>()).Should().Be("Echo: Tell me a story of a hundred wolves and one moon.");
        events[^1].Should().BeOfType<DoneEvent>().Which.Cost.Should().BePositive();
    }

    [Fact]
    public void A_wait_below_nothing_is_refused_whether_a_route_or_the_model_fails()
    {
        var fake = new FakeClaudeCode();
        var wait = TimeSpan.FromSeconds(-1);

        FluentActions.Invoking(() => fake.On(ClaudeCodeRoutes.CreateChatCompletion).Fails(429, problem => problem.RetryAfter = wait))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("RetryAfter");
        FluentActions.Invoking(() => fake.OnPrompt().Fails(FakeModelFault.RateLimited, retryAfter: wait))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("retryAfter");
    }

    [Fact]
    public async Task The_pieces_come_in_the_fakes_own_time()
    {
        var clock = new FakeClock();
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { TimeProvider = clock });
        fake.OnPrompt().RepliesInPieces("a", "b", "c").Takes(TimeSpan.FromSeconds(5)).PieceEvery(TimeSpan.FromSeconds(1));
        using var claude = fake.CreateClient();
        var start = clock.GetUtcNow();
        var times = new List<double>();

        await foreach (var _ in claude.StreamEventsAsync("x"))
        {
            times.Add((clock.GetUtcNow() - start).TotalSeconds);
        }

        times.Should().Equal(5, 6, 7, 8);
    }

    [Fact]
    public async Task All_operations_answer_and_agree_with_the_contract()
    {
        var fake = new FakeClaudeCode();
        using var claude = fake.CreateClient();

        (await claude.HealthAsync()).IsOk.Should().BeTrue();
        (await claude.ReadyAsync()).Ready.Should().BeTrue();
        (await claude.GetServiceInfoAsync()).Endpoints.Should().ContainKey("stream");
        (await claude.ListProvidersAsync()).Should().HaveCount(2);
        (await claude.GetProviderModelsAsync("anthropic")).Models.Should().ContainKey("haiku");
        (await claude.GetCapabilitiesAsync()).AgentsCount.Should().Be(2);
        (await claude.CompleteAsync("hi", ClaudeModel.Haiku)).Text.Should().Be("Echo: hi");
        (await claude.BatchAsync(["one", "two"])).Completed.Should().Be(2);
        (await claude.ProcessAsync(new ProcessRequest { Provider = "anthropic", ModelName = "claude-3-haiku", UserMessage = "hi" })).Content
            .Should().Be("Echo: User: hi");
        (await claude.AgenticTaskAsync("do it")).IsCompleted.Should().BeTrue();
        (await claude.RouteAsync("list files")).RecommendedModel.Should().Be(ClaudeModel.Haiku);
        (await claude.GetUsageAsync(UsagePeriod.Day)).TotalTokens.Should().BePositive();
        fake.Coverage.ToString().Should().Contain("12");
    }

    [Fact]
    public async Task Dependency_injection_gives_a_client_from_configuration_and_keyed_ones()
    {
        var fake = new FakeClaudeCode();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ClaudeCode:BaseUrl"] = FakeClaudeCode.BaseAddress.AbsoluteUri,
            ["ClaudeCode:ApiKey"] = fake.ApiKey,
            ["ClaudeCode:Timeout"] = "00:02:00",
            ["ClaudeCode:ProjectId"] = "saga",
            ["ClaudeCode:MaxRetries"] = "1",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton(fake.Clock);
        services.AddClaudeCode(configuration.GetSection("ClaudeCode")).ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        services.AddKeyedClaudeCode("reviews", options => (
            options.BaseUrl, options.ApiKey, options.ProjectId) = (FakeClaudeCode.BaseAddress.AbsoluteUri, fake.ApiKey, "reviews"))
            .ConfigurePrimaryHttpMessageHandler(fake.CreateHandler);
        await using var provider = services.BuildServiceProvider();

        var claude = provider.GetRequiredService<ClaudeCodeClient>();
        var reviews = provider.GetRequiredKeyedService<ClaudeCodeClient>("reviews");
        await claude.CompleteAsync("x");
        var streamed = await reviews.StreamAsync("y").CollectAsync();

        claude.ProjectId.Should().Be("saga");
        ((double)fake.Calls[0].Body!["timeout"]!).Should().Be(120);
        string.Concat(streamed).Should().Be("Echo: y");
        fake.Prompts[^1].ProjectId.Should().Be("reviews");
    }
}
