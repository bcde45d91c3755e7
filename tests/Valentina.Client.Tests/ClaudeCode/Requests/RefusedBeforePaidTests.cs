using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.ClaudeCode.Requests;

/// <summary>The service runs, and charges for, a message that says nothing: such a call is refused before anything is sent.</summary>
public sealed class RefusedBeforePaidTests
{
    private static readonly ChatMessage Silent = new() { Role = MessageRole.User };

    public static TheoryData<string, Action<ClaudeCodeClient>, Func<ClaudeCodeClient, Task>> Calls => new()
    {
        { "prompt", c => c.Complete((string)null!), c => c.CompleteAsync((string)null!) },
        { "prompt and model", c => c.Complete((string)null!, ClaudeModel.Haiku), c => c.CompleteAsync((string)null!, ClaudeModel.Haiku) },
        { "messages", c => c.Complete((IEnumerable<ChatMessage>)null!), c => c.CompleteAsync((IEnumerable<ChatMessage>)null!) },
        { "request", c => c.Complete((ChatCompletionRequest)null!), c => c.CompleteAsync((ChatCompletionRequest)null!) },
        { "no messages", c => c.Complete([]), c => c.CompleteAsync([]) },
        { "a silent message", c => c.Complete([Silent]), c => c.CompleteAsync([Silent]) },
        { "a message of no parts", c => c.Complete([Empty()]), c => c.CompleteAsync([Empty()]) },
        { "process", c => c.Process(null!), c => c.ProcessAsync(null!) },
        { "a silent message of process", c => c.Process(Talk()), c => c.ProcessAsync(Talk()) },
        { "task", c => c.AgenticTask((string)null!), c => c.AgenticTaskAsync((string)null!) },
        { "task with tools", c => c.AgenticTask(null!, ["Read"]), c => c.AgenticTaskAsync(null!, ["Read"]) },
        { "task request", c => c.AgenticTask((AgenticTaskRequest)null!), c => c.AgenticTaskAsync((AgenticTaskRequest)null!) },
        { "batch", c => c.Batch((IEnumerable<string>)null!), c => c.BatchAsync((IEnumerable<string>)null!) },
        { "batch request", c => c.Batch((BatchRequest)null!), c => c.BatchAsync((BatchRequest)null!) },
        { "a prompt of a batch", c => c.Batch([null!]), c => c.BatchAsync([null!]) },
        { "route", c => c.Route((string)null!), c => c.RouteAsync((string)null!) },
        { "many", c => _ = c.CompleteMany([(string)null!]).ToList(), c => c.CompleteManyAsync([(string)null!]).CollectAsync() },
        { "stream", c => _ = c.Stream((string)null!).ToList(), c => c.StreamAsync((string)null!).CollectAsync() },
        { "silent stream", c => _ = c.Stream([Silent]).ToList(), c => c.StreamAsync([Silent]).CollectAsync() },
        { "streamed task", c => _ = c.StreamAgenticTask((string)null!).ToList(),
            c => c.StreamAgenticTaskAsync((string)null!).CollectAsync() },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Nothing_is_refused_before_it_is_paid(
        string what, Action<ClaudeCodeClient> synchronous, Func<ClaudeCodeClient, Task> asynchronous)
    {
        var handler = Wired.Answers(200, "{}");
        using var claude = Wired.Client(handler);

        foreach (var failure in new[]
        {
            Record.Exception(() => synchronous(claude)), await Record.ExceptionAsync(() => asynchronous(claude)),
        })
        {
            (failure is ArgumentException or RequestValidationException).Should().BeTrue($"{what} is nothing, and not {failure}");
        }

        handler.Sent.Should().BeEmpty();
    }

    public static TheoryData<string, Func<ClaudeCodeClient, Task>> NullRequests => new()
    {
        { "CompleteAsync", c => c.CompleteAsync((ChatCompletionRequest)null!) },
        { "ProcessAsync", c => c.ProcessAsync(null!) },
        { "AgenticTaskAsync", c => c.AgenticTaskAsync((AgenticTaskRequest)null!) },
        { "StreamAgenticTaskAsync", c => c.StreamAgenticTaskAsync((AgenticTaskRequest)null!).CollectAsync() },
        { "BatchAsync", c => c.BatchAsync((BatchRequest)null!) },
        { "BatchAsync", c => c.BatchAsync(null!, new BudgetGuard()) },
    };

    [Theory]
    [MemberData(nameof(NullRequests))]
    public async Task A_request_that_is_null_is_refused_by_the_name_of_its_call(string call, Func<ClaudeCodeClient, Task> ask)
    {
        using var claude = Wired.Client(Wired.Answers(200, "{}"));

        var refusal = (await Record.ExceptionAsync(() => ask(claude))).Should().BeOfType<ArgumentNullException>().Which;

        refusal.ParamName.Should().Be("request");
        refusal.Message.Should().StartWith(call + " was given no request");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_prompt_of_a_list_is_told_by_its_place_before_any_prompt_is_sent(bool sync)
    {
        var handler = Wired.Answers(200, """{"usage":{}}""");
        using var claude = Wired.Client(handler);
        BatchPrompt[] named = [new() { Prompt = "a" }, new() { Prompt = " ", Id = "b" }];

        foreach (var way in new Func<Task>[]
        {
            async () => _ = sync ? claude.CompleteMany(["a", ""]).ToList() : await claude.CompleteManyAsync(["a", ""]).CollectAsync(),
            async () => _ = sync ? claude.CompleteMany(named).ToList() : await claude.CompleteManyAsync(named).CollectAsync(),
        })
        {
            var refusal = (await Record.ExceptionAsync(way)).Should().BeOfType<RequestValidationException>().Which;
            refusal.Message.Should().Be("CompleteManyAsync: prompts[1] must say something");
            refusal.Service.Should().Be(ServiceNames.ClaudeCode);
        }

        (await Record.ExceptionAsync(async () => _ = sync ? claude.Batch(["a", ""]) : await claude.BatchAsync(["a", ""])))
            .Should().BeOfType<RequestValidationException>().Which.Message.Should().Be("BatchAsync: prompts[1] must say something");
        handler.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_prompt_that_is_only_met_on_the_way_fails_alone(bool sync)
    {
        var handler = Wired.Answers(200, """{"usage":{}}""");
        using var claude = Wired.Client(handler);
        var prompts = new[] { "a", "", "c" }.Where(static _ => true);

        var outcomes = sync ? claude.CompleteMany(prompts).ToList() : await claude.CompleteManyAsync(prompts).CollectAsync();

        outcomes.Single(static outcome => outcome.Index == 1).Error.Should().BeOfType<RequestValidationException>()
            .Which.Message.Should().Be("CompleteManyAsync: prompts[1] must say something");
        handler.Sent.Should().HaveCount(2);
    }

    [Fact]
    public void Many_prompts_without_a_place_to_run_are_refused_by_the_name_of_the_setting()
    {
        using var claude = Wired.Client(Wired.Answers(200, "{}"));

        claude.Invoking(static c => c.CompleteManyAsync(["a"], new CompleteManySettings { MaxParallel = 0 }))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("MaxParallel must be at least 1.*").WithParameterName("settings");
        claude.Invoking(static c => c.CompleteManyAsync((IEnumerable<string>)null!))
            .Should().Throw<ArgumentNullException>().WithParameterName("prompts");
    }

    [Fact]
    public async Task A_message_that_only_asks_for_tools_says_enough()
    {
        var handler = Wired.Answers(200, """{"usage":{}}""");
        using var claude = Wired.Client(handler);
        var call = new ToolCall { Id = "1", Type = "function", Function = new ToolCallFunction { Name = "f", Arguments = "{}" } };

        await claude.CompleteAsync([ChatMessage.User("x"), ChatMessage.Assistant([call]), ChatMessage.Tool(call, "rain")]);

        handler.BodyOf()["messages"]![1]!["content"]!.Type.Should().Be(JTokenType.Null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prompts_of_a_batch_without_ids_are_numbered(bool sync)
    {
        var handler = Wired.Answers(200, """{"results":[]}""");
        using var claude = Wired.Client(handler);
        var request = new BatchRequest { Prompts = [new BatchPrompt { Prompt = "one" }, new BatchPrompt { Prompt = "two" }] };

        _ = sync ? claude.Batch(["one", "two"]) : await claude.BatchAsync(["one", "two"]);
        _ = sync ? claude.Batch(request) : await claude.BatchAsync(request);

        handler.Sent.Select(IdsOf).Should().AllSatisfy(static ids => ids.Should().Equal("0", "1"));
        request.Prompts.Should().OnlyContain(static prompt => prompt.Id == null, "the caller's request is not changed");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Prompts_of_a_guarded_batch_are_numbered_over_all_slices(bool sync)
    {
        var handler = Wired.Answers(200, """{"results":[]}""");
        using var claude = Wired.Client(handler);
        var request = new BatchRequest { Prompts = [.. Enumerable.Range(0, 7).Select(static _ => new BatchPrompt { Prompt = "x" })] };

        _ = sync ? claude.Batch(request, new BudgetGuard()) : await claude.BatchAsync(request, new BudgetGuard());

        handler.Sent.SelectMany(IdsOf).Should().Equal("0", "1", "2", "3", "4", "5", "6");
    }

    [Fact]
    public async Task A_caller_s_own_ids_stay_alone()
    {
        var handler = Wired.Answers(200, """{"results":[]}""");
        using var claude = Wired.Client(handler);

        await claude.BatchAsync(
            new BatchRequest { Prompts = [new BatchPrompt { Prompt = "one", Id = "1" }, new BatchPrompt { Prompt = "two" }] });

        IdsOf(handler.Sent.Single()).Should().Equal("1", null);
    }

    private static IEnumerable<string?> IdsOf(SentRequest sent)
        => JObject.Parse(sent.BodyText!)["prompts"]!.Select(static prompt => (string?)prompt["id"]);

    private static ChatMessage Empty() => new() { Role = MessageRole.User, Content = [] };

    private static ProcessRequest Talk() => new()
    {
        Provider = "a",
        ModelName = "haiku",
        Messages = [new ProcessMessage { Role = MessageRole.User }],
    };
}
