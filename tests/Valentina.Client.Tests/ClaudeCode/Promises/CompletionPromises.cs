using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode.Promises;

/// <summary>
/// What the founding page of the Claude client promises about completions and streams, kept here where the reference client broke it.
/// </summary>
public sealed class CompletionPromises
{
    private readonly FakeClaudeCode _fake = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Promise", "C05")]
    public async Task The_timeout_of_a_completion_governs_the_service_and_the_wait(bool asynchronous)
    {
        _fake.OnPrompt("slow").Takes(TimeSpan.FromSeconds(200)).Replies("at last");
        using var claude = _fake.CreateClient(static options => options.Timeout = TimeSpan.FromSeconds(30));

        var completion = asynchronous
            ? await claude.CompleteAsync("slow", ClaudeModel.Opus, TimeSpan.FromSeconds(240))
            : claude.Complete("slow", ClaudeModel.Opus, TimeSpan.FromSeconds(240));
        var exception = await Record.ExceptionAsync(() => claude.CompleteAsync("slow"));

        completion.Text.Should().Be("at last", "the wait is as long as the model's time and 10 s, not the client's 30 s");
        ((double)_fake.Calls[0].Body!["timeout"]!).Should().Be(240);
        exception.Should().BeOfType<RequestTimeoutException>("the service itself gives up at its time, and the client hears it")
            .Which.StatusCode.Should().Be(System.Net.HttpStatusCode.GatewayTimeout);
    }

    [Theory]
    [InlineData("haiku", "haiku")]
    [InlineData("sonnet", "sonnet")]
    [InlineData("opus", "opus")]
    [InlineData("auto", null)]
    [InlineData("gpt-9", "gpt-9")]
    [Trait("Promise", "C06")]
    public async Task Models_have_names_and_auto_leaves_the_choice_to_the_service(string model, string? sent)
    {
        using var claude = _fake.CreateClient();

        await claude.CompleteAsync("x", model);
        await claude.CompleteAsync("x");

        ((string?)_fake.Calls[0].Body!["model"]).Should().Be(sent);
        _fake.Calls[1].Body!["model"].Should().BeNull("auto is the default");
        new[] { ClaudeModel.Haiku, ClaudeModel.Sonnet, ClaudeModel.Opus }.Should().OnlyContain(static one => one.IsKnown && !one.IsAuto);
    }

    [Fact]
    [Trait("Promise", "C07")]
    public async Task A_completion_tells_text_tokens_cost_model_id_and_project()
    {
        _fake.OnPrompt().Replies("Io").Uses(12, 3).Costs(0.25);
        using var claude = _fake.CreateClient();

        var completion = await claude.CompleteAsync("a moon", ClaudeModel.Haiku);

        completion.Content.Should().Be("Io");
        completion.Text.Should().Be("Io");
        completion.Usage.Input.Should().Be(12);
        completion.Usage.Output.Should().Be(3);
        completion.Usage.TotalTokens.Should().Be(15);
        completion.Cost.Should().Be(0.25m);
        completion.Model.Should().Be(ClaudeModel.Haiku);
        completion.Id.Should().NotBeEmpty();
        completion.ProjectId.Should().Be("default");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Promise", "C10")]
    public async Task Streaming_yields_pieces_as_they_arrive(bool asynchronous)
    {
        var clock = new FakeClock();
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { TimeProvider = clock });
        fake.OnPrompt().RepliesInPieces("Once ", "upon ", "a time").PieceEvery(TimeSpan.FromSeconds(1));
        using var claude = fake.CreateClient();
        var start = clock.GetUtcNow();
        var arrivals = new List<(string, double)>();
        void Note(string text) => arrivals.Add((text, (clock.GetUtcNow() - start).TotalSeconds));

        if (asynchronous)
        {
            await foreach (var text in claude.StreamAsync("story"))
            {
                Note(text);
            }
        }
        else
        {
            foreach (var text in claude.Stream("story"))
            {
                Note(text);
            }
        }

        arrivals.Should().Equal(("Once ", 0), ("upon ", 1), ("a time", 2));
    }

    [Fact]
    [Trait("Promise", "C27")]
    public async Task The_advice_holds_one_client_serves_many_calls_and_streams_at_once()
    {
        using var claude = _fake.CreateClient();

        var streams = Enumerable.Range(0, 20).Select(index => claude.StreamAsync($"prompt {index}").CollectAsync());
        var texts = (await Task.WhenAll(streams)).Select(static pieces => string.Concat(pieces));

        texts.Should().Equal(Enumerable.Range(0, 20).Select(static index => $"Echo: prompt {index}"));
    }
}
