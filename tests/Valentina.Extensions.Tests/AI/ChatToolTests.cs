using Microsoft.Extensions.AI;
using Newtonsoft.Json.Linq;
using Valentina.AI;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;
using Valentina.Testing;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Valentina.Extensions.Tests.AI;

/// <summary>Tools work where the service passes them on, and are never silently lost where it does not.</summary>
public sealed class ChatToolTests
{
    private readonly FakeClaudeCode _fake = new(new FakeClaudeCodeOptions { PassesTools = true });
    private readonly AIFunction _weather = AIFunctionFactory.Create(
        static (string city) => $"rain over {city}", "weather", "The weather of a city");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_function_is_called_and_its_result_answered(bool streaming)
    {
        _fake.OnPrompt("Oslo").AsksFor("weather", new { city = "Oslo" }).Costs(0.01);
        _fake.OnPrompt("rain over Oslo").Replies("Take an umbrella.").Costs(0.02);
        using var chat = _fake.CreateClient().AsIChatClient().AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions { Tools = [_weather] };

        var response = streaming
            ? await chat.GetStreamingResponseAsync("Will it rain in Oslo?", options).ToChatResponseAsync()
            : await chat.GetResponseAsync("Will it rain in Oslo?", options);

        response.Text.Should().Contain("Take an umbrella.");
        response.GetCost().Should().Be(0.03m, "both rounds are paid for");
        response.Messages.Select(static message => message.Role.Value).Should().Equal("assistant", "tool", "assistant");
        _fake.Calls.Should().HaveCount(2, "streams cannot carry tools");
        var second = _fake.Calls[1].BodyAs<ChatCompletionRequest>();
        second.Messages[1].ToolCalls!.Single().Function.Name.Should().Be("weather");
        JObject.Parse(second.Messages[1].ToolCalls![0].Function.Arguments)["city"]!.Value<string>().Should().Be("Oslo");
        (second.Messages[2].Role, second.Messages[2].ToolCallId, second.Messages[2].Content!.Text)
            .Should().Be((MessageRole.Tool, second.Messages[1].ToolCalls![0].Id, "rain over Oslo"));
    }

    [Fact]
    public async Task A_reply_that_asks_for_a_tool_does_not_ask_again_once_it_has_the_result()
    {
        _fake.OnPrompt("Oslo").AsksFor("weather", new { city = "Oslo" });
        using var chat = _fake.CreateClient().AsIChatClient().AsBuilder().UseFunctionInvocation().Build();

        var response = await chat.GetResponseAsync("Will it rain in Oslo?", new ChatOptions { Tools = [_weather] });

        response.Text.Should().StartWith("Echo: ").And.EndWith("rain over Oslo");
        _fake.Calls.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_reply_may_ask_for_the_same_tool_again_with_other_arguments()
    {
        _fake.OnPrompt("Oslo").AsksFor("weather", new { city = "Oslo" });
        _fake.OnPrompt("rain over Oslo").AsksFor("weather", new { city = "Bergen" });
        _fake.OnPrompt("rain over Bergen").Replies("It rains everywhere.");
        using var chat = _fake.CreateClient().AsIChatClient().AsBuilder().UseFunctionInvocation().Build();

        var response = await chat.GetResponseAsync("Will it rain in Oslo?", new ChatOptions { Tools = [_weather] });

        response.Text.Should().Be("It rains everywhere.");
        _fake.Calls.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_tool_is_described_by_name_text_and_schema_and_its_call_comes_back_as_content()
    {
        _fake.OnPrompt().AsksFor("weather", new { city = "Oslo" }).AsksFor("weather", new { city = "Bergen" });
        using var chat = _fake.CreateClient().AsIChatClient();

        var response = await chat.GetResponseAsync("Will it rain?", new ChatOptions { Tools = [_weather] });

        response.FinishReason.Should().Be(ChatFinishReason.ToolCalls);
        response.Messages[0].Contents.OfType<FunctionCallContent>().Select(static call => call.Arguments!["city"]!.ToString())
            .Should().Equal("Oslo", "Bergen");
        var sent = _fake.Calls[0].BodyAs<ChatCompletionRequest>().Tools!.Single();
        (sent.Type, sent.Function.Name, sent.Function.Description).Should().Be(("function", "weather", "The weather of a city"));
        sent.Function.Parameters!["properties"]!["city"]!["type"]!.Value<string>().Should().Be("string");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tools_that_the_service_ignored_are_an_error_that_carries_the_paid_answer(bool streaming)
    {
        var deaf = new FakeClaudeCode();
        deaf.OnPrompt().Replies("I looked: it rains.").Costs(0.01);
        using var chat = deaf.CreateClient().AsIChatClient().AsBuilder().UseFunctionInvocation().Build();
        var options = new ChatOptions { Tools = [_weather] };

        Func<Task> call = streaming
            ? () => chat.GetStreamingResponseAsync("Will it rain?", options).ToChatResponseAsync()
            : () => chat.GetResponseAsync("Will it rain?", options);

        var ignored = (await call.Should().ThrowAsync<ToolsIgnoredException>()).Which;
        ignored.Completion.Text.Should().Be("I looked: it rains.");
        ignored.Completion.Cost.Should().Be(0.01m);
        (ignored.Service, ignored.Operation, ignored.Attempts)
            .Should().Be((ServiceNames.ClaudeCode, ClaudeCodeOperations.CreateChatCompletion.Id, 1));
        deaf.Calls.Should().ContainSingle("what is paid for is not repeated");
    }

    [Fact]
    public async Task The_tool_mode_is_the_tool_choice_and_none_sends_no_tools()
    {
        using var chat = _fake.CreateClient().AsIChatClient();

        foreach (var mode in new ChatToolMode?[]
            { null, ChatToolMode.Auto, ChatToolMode.RequireAny, ChatToolMode.RequireSpecific("weather"), ChatToolMode.None })
        {
            await chat.GetResponseAsync("hi", new ChatOptions { Tools = [_weather], ToolMode = mode });
        }

        _fake.Calls.Select(static call => call.Body!["tool_choice"]?.ToJsonString()).Should().Equal(
            null, null, "\"required\"", """{"type":"function","function":{"name":"weather"}}""", null);
        _fake.Calls[^1].Body!["tools"].Should().BeNull();
    }

    [Fact]
    public async Task Results_are_told_as_text_or_JSON_and_failures_by_their_message()
    {
        using var chat = _fake.CreateClient().AsIChatClient();
        FunctionCallContent[] calls = [new("1", "a"), new("2", "b"), new("3", "c"), new("4", "d")];
        FunctionResultContent[] results =
        [
            new("1", "text"), new("2", new[] { 1, 2 }), new("3", null),
            new("4", null) { Exception = new InvalidOperationException("broken") },
        ];

        await chat.GetResponseAsync(
            [new(ChatRole.User, "go"), new(ChatRole.Assistant, [.. calls]), new ChatMessage(ChatRole.Tool, [.. results])]);

        var messages = _fake.Calls[0].BodyAs<ChatCompletionRequest>().Messages;
        messages[1].ToolCalls!.Select(static call => call.Function.Arguments).Should().AllBe("{}");
        messages.Skip(2).Select(static message => message.Content!.Text).Should().Equal("text", "[1,2]", "null", "Error: broken");
    }

    [Fact]
    public async Task Tools_that_no_function_stands_behind_are_refused_before_anything_is_sent()
    {
        using var chat = _fake.CreateClient().AsIChatClient();

        var call = () => chat.GetResponseAsync("hi", new ChatOptions { Tools = [new HostedWebSearchTool()] });

        (await call.Should().ThrowAsync<ArgumentException>()).WithMessage("*HostedWebSearchTool*");
        _fake.Calls.Should().BeEmpty();
    }
}
