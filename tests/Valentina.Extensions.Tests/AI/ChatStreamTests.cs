using Microsoft.Extensions.AI;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Testing;

namespace Valentina.Extensions.Tests.AI;

/// <summary>Streams of a chat client go over the WebSocket, or are sent as a completion where no stream can carry them.</summary>
public sealed class ChatStreamTests
{
    private readonly FakeClaudeCode _fake = new();

    [Fact]
    public async Task Updates_come_piece_by_piece_and_end_with_tokens_model_and_cost()
    {
        _fake.OnPrompt("moons").RepliesInPieces("Io, ", "Europa, ", "Ganymede").Uses(12, 7).Costs(0.002);
        using var chat = _fake.CreateClient().AsIChatClient(ClaudeModel.Haiku);

        var updates = await CollectAsync(chat.GetStreamingResponseAsync("Name three moons."));

        updates.Select(static update => update.Text).Where(static text => text.Length > 0).Should().Equal("Io, ", "Europa, ", "Ganymede");
        updates.Select(static update => update.MessageId).Distinct().Should().ContainSingle().Which.Should().NotBeNullOrEmpty();
        var response = updates.ToChatResponse();
        response.Messages.Should().ContainSingle().Which.Role.Should().Be(ChatRole.Assistant);
        response.Text.Should().Be("Io, Europa, Ganymede");
        (response.ModelId, response.FinishReason, response.Usage!.TotalTokenCount).Should().Be(("haiku", ChatFinishReason.Stop, 19));
        response.GetCost().Should().Be(0.002m);
        _fake.Prompts.Should().ContainSingle().Which.IsStream.Should().BeTrue();
    }

    [Fact]
    public async Task Streams_run_over_a_real_socket()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { PieceDelay = TimeSpan.FromMilliseconds(1) });
        await using var server = await fake.StartServerAsync();
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.BaseAddress.AbsoluteUri, ApiKey = fake.ApiKey });

        var response = await claude.AsIChatClient().GetStreamingResponseAsync("Tell of a wolf.").ToChatResponseAsync();

        response.Text.Should().Be("Echo: Tell of a wolf.");
    }

    [Fact]
    public async Task What_no_stream_can_carry_is_sent_as_a_completion()
    {
        using var chat = _fake.CreateClient().AsIChatClient();
        var options = new ChatOptions
        {
            RawRepresentationFactory = _ => new ChatCompletionRequest { Messages = [], WorkingDirectory = "/project" },
        };

        var updates = await CollectAsync(chat.GetStreamingResponseAsync("What is here?", options));

        updates.ToChatResponse().Text.Should().Be("Echo: What is here?");
        _fake.Prompts.Should().ContainSingle().Which.IsStream.Should().BeFalse();
    }

    [Fact]
    public async Task A_stream_that_breaks_off_says_so_with_what_came_before()
    {
        _fake.OnPrompt("story").RepliesInPieces("Once ", "upon ", "a time").CutsStream(2);
        using var chat = _fake.CreateClient().AsIChatClient();
        var text = "";

        var reading = async () =>
        {
            await foreach (var update in chat.GetStreamingResponseAsync("A story"))
            {
                text += update.Text;
            }
        };

        (await reading.Should().ThrowAsync<StreamInterruptedException>()).Which.ReceivedText.Should().Be("Once upon ");
        text.Should().Be("Once upon ");
    }

    [Fact]
    public async Task A_model_that_no_stream_has_is_the_services_refusal()
    {
        using var chat = _fake.CreateClient().AsIChatClient();

        var reading = () => CollectAsync(chat.GetStreamingResponseAsync("hi", new ChatOptions { ModelId = "gpt" }));

        await reading.Should().ThrowAsync<BadRequestException>();
    }

    [Fact]
    public async Task A_cancelled_stream_ends_with_the_callers_token()
    {
        _fake.OnPrompt("story").RepliesInPieces("Once ", "upon ", "a time");
        using var chat = _fake.CreateClient().AsIChatClient();
        using var source = new CancellationTokenSource();

        var reading = async () =>
        {
            await foreach (var update in chat.GetStreamingResponseAsync("story", cancellationToken: source.Token))
            {
                await source.CancelAsync();
            }
        };

        (await reading.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
    }

    private static async Task<List<ChatResponseUpdate>> CollectAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        var all = new List<ChatResponseUpdate>();
        await foreach (var update in updates)
        {
            all.Add(update);
        }

        return all;
    }
}
