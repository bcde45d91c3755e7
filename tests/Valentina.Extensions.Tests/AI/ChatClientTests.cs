using Microsoft.Extensions.AI;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Testing;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Valentina.Extensions.Tests.AI;

/// <summary>What every chat client of .NET is asked for, with the service behind it.</summary>
public sealed class ChatClientTests
{
    private readonly FakeClaudeCode _fake = new();

    [Fact]
    public async Task A_question_is_answered_with_tokens_model_cost_and_reason()
    {
        _fake.OnPrompt("moons").Replies("Io, Europa, Ganymede").Uses(12, 7).Costs(0.002);
        using var claude = _fake.CreateClient();
        using var chat = claude.AsIChatClient(ClaudeModel.Haiku);

        var response = await chat.GetResponseAsync("Name three moons.");

        response.Text.Should().Be("Io, Europa, Ganymede");
        response.Messages.Should().ContainSingle().Which.Role.Should().Be(ChatRole.Assistant);
        response.ModelId.Should().Be("haiku");
        response.FinishReason.Should().Be(ChatFinishReason.Stop);
        (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount).Should().Be((12, 7, 19));
        response.GetCost().Should().Be(0.002m);
        response.ResponseId.Should().NotBeNullOrEmpty().And.Be(response.Messages[0].MessageId);
        response.RawRepresentation.Should().BeOfType<Completion>().Which.Text.Should().Be(response.Text);
    }

    [Fact]
    public async Task A_conversation_keeps_its_speakers_and_begins_with_the_instructions()
    {
        using var chat = _fake.CreateClient().AsIChatClient();

        await chat.GetResponseAsync(
            [
                new(ChatRole.System, "Be terse."),
                new(ChatRole.User, "Is it night?"),
                new(ChatRole.Assistant, "Yes."),
                new(ChatRole.User, [new TextContent("And "), new TextContent("there?")]),
            ],
            new ChatOptions { Instructions = "You are an owl.", MaxOutputTokens = 50, ModelId = "opus" });

        var body = _fake.Calls.Should().ContainSingle().Which.BodyAs<ChatCompletionRequest>();
        body.Messages.Select(static message => message.Role.Value).Should().Equal("system", "system", "user", "assistant", "user");
        body.Messages[0].Content!.Text.Should().Be("You are an owl.");
        body.Messages[4].Content!.Parts.Should().HaveCount(2);
        body.MaxTokens.Should().Be(50);
        body.Model.Should().Be(ClaudeModel.Opus);
    }

    [Fact]
    public async Task A_question_without_a_word_is_refused_for_saying_nothing()
    {
        using var chat = _fake.CreateClient().AsIChatClient();

        foreach (var options in new[] { null, new ChatOptions { Instructions = "You are an owl." } })
        {
            foreach (var text in new[] { "", " ", "\n" })
            {
                var refused = (await Record.ExceptionAsync(() => chat.GetResponseAsync(text, options)))
                    .Should().BeOfType<RequestValidationException>().Which;
                var streamed = (await Record.ExceptionAsync(() => chat.GetStreamingResponseAsync(text, options).ToChatResponseAsync()))
                    .Should().BeOfType<RequestValidationException>().Which;

                refused.Message.Should().StartWith("GetResponseAsync: messages[0] holds no text, no picture");
                streamed.Message.Should().StartWith("GetStreamingResponseAsync: messages[0] holds no text, no picture");
                (refused.Service, streamed.Service).Should().Be((ServiceNames.ClaudeCode, ServiceNames.ClaudeCode));
            }
        }

        (await Record.ExceptionAsync(() => chat.GetResponseAsync([]))).Should().BeOfType<RequestValidationException>()
            .Which.Message.Should().Contain("GetResponseAsync: messages hold no text");
        (await Record.ExceptionAsync(() => chat.GetResponseAsync([new(ChatRole.User, "a"), new(ChatRole.User, " ")])))
            .Should().BeOfType<RequestValidationException>().Which.Message.Should().Contain("messages[1]");

        _fake.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task The_service_chooses_the_model_where_nobody_names_one()
    {
        using var chat = _fake.CreateClient().AsIChatClient();

        await chat.GetResponseAsync("hi");

        _fake.Calls[0].Body!["model"].Should().BeNull();
    }

    [Fact]
    public async Task Pictures_are_handed_on_and_other_files_are_refused_before_anything_is_sent()
    {
        using var chat = _fake.CreateClient().AsIChatClient();
        ChatMessage shown = new(ChatRole.User,
            [
                new TextContent("What is it?"),
                new DataContent(new byte[] { 137, 80, 78, 71 }, "image/png"),
                new UriContent("https://example.com/a.png", "image/png"),
            ]);
        ChatMessage heard = new(ChatRole.User, [new DataContent(new byte[] { 1 }, "audio/wav")]);

        await chat.GetResponseAsync([shown]);
        var refused = () => chat.GetResponseAsync([heard]);

        var parts = _fake.Calls.Should().ContainSingle().Which.BodyAs<ChatCompletionRequest>().Messages[0].Content!.Parts;
        parts[1].Should().BeOfType<ImagePart>().Which.MediaType.Should().Be("image/png");
        parts[2].Should().BeOfType<ImagePart>().Which.Url.Should().Be(new Uri("https://example.com/a.png"));
        (await refused.Should().ThrowAsync<ArgumentException>()).WithMessage("*DataContent of the type audio/wav*");
        _fake.Calls.Should().HaveCount(1);
    }

    [Fact]
    public async Task What_a_model_said_beside_its_answer_is_not_sent_back()
    {
        using var chat = _fake.CreateClient().AsIChatClient();

        await chat.GetResponseAsync(
            [
                new(ChatRole.User, "a"),
                new(ChatRole.Assistant, [new TextReasoningContent("hm"), new UsageContent(new())]),
                new(ChatRole.User, "b"),
            ]);

        _fake.Calls[0].BodyAs<ChatCompletionRequest>().Messages.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_typed_answer_is_asked_for_as_JSON_of_its_schema()
    {
        _fake.OnPrompt("moon").Replies("""{"name": "Io", "radius": 1821}""");
        using var chat = _fake.CreateClient().AsIChatClient();

        var response = await chat.GetResponseAsync<Moon>("Describe a moon.");

        response.Result.Should().Be(new Moon("Io", 1821));
        _fake.Prompts[0].Text.Should().Contain("radius").And.Contain("JSON schema");
    }

    [Fact]
    public async Task A_request_of_the_services_own_brings_what_no_option_has()
    {
        using var chat = _fake.CreateClient().AsIChatClient(ClaudeModel.Haiku);

        await chat.GetResponseAsync("What is here?", new ChatOptions
        {
            ModelId = "sonnet",
            RawRepresentationFactory = _ => new ChatCompletionRequest
            {
                Messages = [], WorkingDirectory = "/project", AllowedTools = ["Read"], Timeout = 60, Model = ClaudeModel.Opus,
            },
        });

        var body = _fake.Calls[0].BodyAs<ChatCompletionRequest>();
        (body.WorkingDirectory, body.Timeout, body.Model).Should().Be(("/project", 60d, (ClaudeModel?)ClaudeModel.Opus));
        body.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task Failures_are_the_exceptions_of_the_client_itself()
    {
        using var chat = _fake.CreateClient(options => options.ApiKey = "cc_unknown").AsIChatClient();
        _fake.OnPrompt("slow").Fails(FakeModelFault.Timeout);
        using var slow = _fake.CreateClient().AsIChatClient();

        await FluentActions.Awaiting(() => chat.GetResponseAsync("hi")).Should().ThrowAsync<InvalidApiKeyException>();
        await FluentActions.Awaiting(() => slow.GetResponseAsync("slow")).Should().ThrowAsync<RequestTimeoutException>();
        await FluentActions.Awaiting(() => slow.GetResponseAsync([])).Should().ThrowAsync<RequestValidationException>();
        await FluentActions.Awaiting(() => slow.GetResponseAsync((IEnumerable<ChatMessage>)null!))
            .Should().ThrowAsync<ArgumentNullException>();
        await FluentActions.Awaiting(() => slow.GetResponseAsync("hi", cancellationToken: new CancellationToken(canceled: true)))
            .Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_conversation_kept_by_the_service_is_refused_since_it_keeps_none()
    {
        using var chat = _fake.CreateClient().AsIChatClient();

        var call = () => chat.GetResponseAsync("and then?", new ChatOptions { ConversationId = "42" });

        await call.Should().ThrowAsync<ArgumentException>();
        _fake.Calls.Should().BeEmpty();
    }

    [Fact]
    public void It_says_whose_models_they_are_and_hands_out_what_it_is_made_of()
    {
        using var claude = _fake.CreateClient();
        using var chat = claude.AsIChatClient(ClaudeModel.Sonnet);

        var metadata = chat.GetRequiredService<ChatClientMetadata>();

        (metadata.ProviderName, metadata.ProviderUri, metadata.DefaultModelId)
            .Should().Be(("anthropic", FakeClaudeCode.BaseAddress, "sonnet"));
        chat.GetService<ClaudeCodeClient>().Should().BeSameAs(claude);
        chat.GetService<IChatClient>().Should().BeSameAs(chat);
        chat.GetService<string>().Should().BeNull();
        chat.GetService(typeof(IChatClient), "key").Should().BeNull();
        FluentActions.Invoking(() => chat.GetService(null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => ((ClaudeCodeClient)null!).AsIChatClient()).Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task Disposing_the_chat_client_leaves_the_client_alone()
    {
        using var claude = _fake.CreateClient();

        claude.AsIChatClient().Dispose();

        (await claude.CompleteAsync("hi")).Text.Should().Be("Echo: hi");
    }

    public sealed record Moon(string Name, int Radius);
}
