using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Connection;
using Valentina.Testing;
using ServiceHealthReport = Valentina.ClaudeCode.Models.Health;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>How calls may be written, and what they become on the wire.</summary>
public sealed class CallShapeTests
{
    private readonly FakeClaudeCode _fake = new();

    [Fact]
    public async Task Passing_only_a_token_compiles_and_cancels()
    {
        using var claude = _fake.CreateClient();
        using var cancel = new CancellationTokenSource();
        var token = cancel.Token;
        cancel.Cancel();

        Func<Task>[] calls =
        [
            () => claude.HealthAsync(token), () => claude.ReadyAsync(token), () => claude.GetServiceInfoAsync(token),
            () => claude.ListProvidersAsync(token),
            () => claude.GetProviderModelsAsync("anthropic", token), () => claude.GetCapabilitiesAsync(token),
            () => claude.GetUsageAsync(token),
            () => claude.RouteAsync("x", token), () => claude.CompleteAsync("x", token),
            () => claude.CompleteAsync([ChatMessage.User("x")], token),
            () => claude.BatchAsync(["x"], token), () => claude.AgenticTaskAsync("x", token),
            () => claude.ProcessAsync(new ProcessRequest { Provider = "a", ModelName = "b", UserMessage = "x" }, token),
            () => claude.StreamAsync("x", token).CollectAsync(), () => claude.StreamEventsAsync("x", token).CollectAsync(),
            () => claude.StreamAgenticTaskAsync("x", token).CollectAsync(),
            () => claude.OpenStreamSession().StreamAsync("x", token).CollectAsync(),
            () => claude.OpenStreamSession().StreamEventsAsync("x", token).CollectAsync(),
            () => claude.OpenStreamSession().StreamAgenticTaskAsync("x", token).CollectAsync(),
        ];

        foreach (var call in calls)
        {
            (await Record.ExceptionAsync(call)).Should().BeAssignableTo<OperationCanceledException>();
        }

        _fake.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task A_conversation_with_tools_of_ones_own_goes_there_and_back()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { PassesTools = true });
        fake.OnPrompt("weather").AsksFor("weather", new { city = "Oslo" }).Times(1);
        fake.OnPrompt("sunny").Replies("It is sunny in Oslo.");
        using var claude = fake.CreateClient();
        ToolDefinition[] tools =
        [
            new()
            {
                Type = "function",
                Function = new ToolFunction
                {
                    Name = "weather",
                    Description = "The weather of a city",
                    Parameters = JToken.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}""")
                },
            },
        ];

        var first = await claude.CompleteAsync(new ChatCompletionRequest { Messages = [ChatMessage.User("the weather?")], Tools = tools });
        var call = first.ToolCalls.Single();
        var second = await claude.CompleteAsync(new ChatCompletionRequest
        {
            Messages = [ChatMessage.User("the weather?"), ChatMessage.Assistant(first.ToolCalls), ChatMessage.Tool(call, "sunny")],
            Tools = tools,
            AllowedTools = ["Read"],
            WorkingDirectory = "/project",
        });

        (call.Function.Name, JObject.Parse(call.Function.Arguments)["city"]!.ToString(), first.FinishReason)
            .Should().Be(("weather", "Oslo", "tool_calls"));
        first.Usage.Input.Should().BePositive("the other shape names its tokens otherwise");
        (second.Text, second.FinishReason).Should().Be(("It is sunny in Oslo.", "stop"));
        ((string?)fake.Calls[1].Body!["messages"]![2]!["tool_call_id"]).Should().Be(call.Id);
        ((string?)fake.Calls[1].Body!["working_directory"]).Should().Be("/project");
    }

    [Fact]
    public async Task Tools_are_ignored_by_a_service_that_does_not_pass_them_on()
    {
        using var claude = _fake.CreateClient();

        var completion = await claude.CompleteAsync(new ChatCompletionRequest
        {
            Messages = [ChatMessage.User("hi")],
            Tools = [new() { Type = "function", Function = new ToolFunction { Name = "f" } }]
        });

        (completion.Text, completion.ToolCalls.Count, completion.Choices).Should().Be(("Echo: hi", 0, null));
    }

    [Fact]
    public async Task Requests_of_the_caller_are_not_changed()
    {
        var chat = new ChatCompletionRequest { Messages = [ChatMessage.User("hi")], Model = ClaudeModel.Auto };
        var task = new AgenticTaskRequest { Description = "x" };
        using var claude = _fake.CreateClient();

        await claude.CompleteAsync(chat);
        await claude.AgenticTaskAsync(task);

        (chat.Timeout, task.Timeout, task.MaxCost, task.ProjectId).Should().Be((null, null, null, null));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_before_sending()
    {
        using var claude = _fake.CreateClient();

        Func<Task>[] calls =
        [
            () => claude.CompleteAsync([]), () => claude.CompleteAsync("x", ClaudeModel.Haiku, TimeSpan.FromSeconds(301)),
            () => claude.BatchAsync([]),
            () => claude.AgenticTaskAsync(""), () => claude.StreamAsync([]).CollectAsync(),
            () => claude.StreamAgenticTaskAsync(" ").CollectAsync(),
            () => claude.StreamAsync(new string('x', 17 * 1024 * 1024)).CollectAsync(),
            () => claude.CompleteAsync(""), () => claude.CompleteAsync(" \n"), () => claude.StreamAsync("").CollectAsync(),
            () => claude.CompleteAsync([ChatMessage.System("be brief"), ChatMessage.User(" ")]),
            () => claude.BatchAsync(["x", " "]),
            () => claude.ProcessAsync(Process()), () => claude.ProcessAsync(Process(text: " ")),
            () => claude.ProcessAsync(Process(content: new JArray())), () => claude.ProcessAsync(Process(messages: [])),
            () => claude.ProcessAsync(Process(messages: [new ProcessMessage { Role = MessageRole.User, Content = "" }])),
        ];

        foreach (var call in calls)
        {
            (await Record.ExceptionAsync(call)).Should().BeOfType<RequestValidationException>()
                .Which.Service.Should().Be(ServiceNames.ClaudeCode);
        }

        _fake.Calls.Should().BeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_called_by_the_name_that_the_caller_used()
    {
        using var claude = _fake.CreateClient();
        await using var session = claude.OpenStreamSession();

        (await Refusal(() => claude.CompleteAsync(""))).Should().Be("CompleteAsync: prompt must say something");
        (await Refusal(() => session.StreamAsync(" ").CollectAsync())).Should().Be("StreamAsync: prompt must say something");
        (await Refusal(() => claude.CompleteAsync([ChatMessage.User("")])))
            .Should().Be("CompleteAsync: messages[0].content must say something");
        (await Refusal(() => claude.ProcessAsync(Process()))).Should().Be("ProcessAsync: user_message must say something");
        (await Refusal(() => claude.AgenticTaskAsync(""))).Should().Be("AgenticTaskAsync: description must not be empty");
        (await Refusal(() => claude.StreamAgenticTaskAsync("").CollectAsync()))
            .Should().Be("StreamAgenticTaskAsync: description must not be empty");

        static async Task<string?> Refusal(Func<Task> call) => (await Record.ExceptionAsync(call))?.Message;
    }

    [Fact]
    public async Task An_error_told_over_a_stream_is_an_attempt()
    {
        using var claude = _fake.CreateClient();

        var failure = await Record.ExceptionAsync(() => claude.StreamAsync("x", new ClaudeModel("haikuu")).CollectAsync());

        failure.Should().BeOfType<BadRequestException>().Which.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task Every_synchronous_call_stays_synchronous_and_every_asynchronous_one_asynchronous()
    {
        using var synchronous = Over(new OneWayHandler(_fake.CreateHandler(), isSynchronous: true));
        using var asynchronous = Over(new OneWayHandler(_fake.CreateHandler(), isSynchronous: false));

        synchronous.Health();
        synchronous.Complete("x");
        synchronous.Batch(["x"]);
        synchronous.AgenticTask("x");
        synchronous.GetUsage();
        synchronous.CompleteMany(["a", "b"]).Should().HaveCount(2);
        string.Concat(synchronous.Stream("x")).Should().Be("Echo: x");
        synchronous.StreamAgenticTask("x").Should().HaveCount(2);
        using (var session = synchronous.OpenStreamSession())
        {
            session.StreamEvents("a").Should().NotBeEmpty();
            session.StreamEvents("b").Should().NotBeEmpty();
        }

        await asynchronous.CompleteAsync("x");
        await asynchronous.StreamAsync("x").CollectAsync();
        await asynchronous.CompleteManyAsync(["a", "b"]).CollectAsync();
    }

    [Fact]
    public async Task A_session_uses_one_connection_and_the_handshake_is_a_call_like_any_other()
    {
        using var claude = _fake.CreateClient();
        var statuses = new List<int>();
        var options = new RequestOptions { OnResponse = response => statuses.Add((int)response.StatusCode) };
        options.Headers["X-Trace"] = "t1";
        await using var session = claude.OpenStreamSession(options);

        var first = await session.StreamAsync("one").CollectAsync();
        var second = await session.StreamAsync("two").CollectAsync();

        (string.Concat(first), string.Concat(second)).Should().Be(("Echo: one", "Echo: two"));
        statuses.Should().Equal(101);
        _fake.Calls.Should().ContainSingle().Which.Headers["X-Trace"].Should().Be("t1");
    }

    [Fact]
    public void Wrong_options_are_told_all_at_once()
    {
        var options = new ClaudeCodeOptions
        {
            BaseUrl = "localhost",
            ApiKey = "cc x",
            Timeout = TimeSpan.FromSeconds(301),
            TaskTimeout = TimeSpan.FromSeconds(601),
            TaskMaxCost = 11,
            StreamIdleTimeout = TimeSpan.Zero, MaxStreamMessageBytes = 1, MaxRetries = -1,
        };

        FluentActions.Invoking(() => options.ResolveAll(EnvironmentReaders.None)).Should().Throw<ArgumentException>()
            .Which.Message.Should().ContainAll(
                "BaseUrl", "ApiKey", "Timeout must be from 1 to 300", "TaskTimeout", "TaskMaxCost", "StreamIdleTimeout",
                "MaxStreamMessageBytes", "MaxRetries");
        options.ToString().Should().NotContain("cc x");
    }

    [Fact]
    public void A_test_double_overrides_what_it_needs()
    {
        ClaudeCodeClient claude = new Double();

        claude.Health().Status.Should().Be("fine");
        FluentActions.Invoking(() => claude.Ready()).Should().Throw<InvalidOperationException>().WithMessage("*override*");
    }

    private static ProcessRequest Process(
        string? text = null, JToken? content = null, IReadOnlyList<ProcessMessage>? messages = null)
        => new() { Provider = "anthropic", ModelName = "claude", UserMessage = text, Content = content, Messages = messages };

    private ClaudeCodeClient Over(HttpMessageHandler handler)
        => new(
            new ClaudeCodeOptions { BaseUrl = FakeClaudeCode.BaseAddress.AbsoluteUri, ApiKey = _fake.ApiKey },
            handler,
            timeProvider: _fake.Clock);

    private sealed class Double : ClaudeCodeClient
    {
        public override ServiceHealthReport Health(RequestOptions? options = null, CancellationToken cancellationToken = default)
            => new() { Status = "fine" };
    }

    private sealed class OneWayHandler(HttpMessageHandler inner, bool isSynchronous) : DelegatingHandler(inner)
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
            => isSynchronous ? base.Send(request, cancellationToken) : throw new InvalidOperationException("Send on the asynchronous path");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => isSynchronous
                ? throw new InvalidOperationException("SendAsync on the synchronous path")
                : base.SendAsync(request, cancellationToken);
    }
}
