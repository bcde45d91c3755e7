using System.Collections;
using System.Reflection;
using System.Text;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Connection.Requests;
using Valentina.Json;
using Valentina.Tests.Shared;
using Valentina.Validation;
using Xunit.Abstractions;

namespace Valentina.Client.Tests.ClaudeCode.Requests;

/// <summary>The client fills in what a request leaves open, in a copy; what was never assigned stays so there.</summary>
public sealed class CopiedRequestTests(ITestOutputHelper output)
{
    private static readonly MethodInfo Copy = typeof(ModelCopy).GetMethod(nameof(ModelCopy.Of))!;

    public static TheoryData<string> Requests => new(Names());

    [Fact]
    public void There_are_requests_of_both_services()
        => Names().Should().Contain("Valentina.ClaudeCode.Models.ProcessRequest")
            .And.Contain("Valentina.Models.CharacterPatch").And.HaveCountGreaterThan(40);

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_copy_of_any_request_is_the_same_bytes(string name)
    {
        var type = typeof(ModelCopy).Assembly.GetType(name, throwOnError: true)!;
        var random = new Random(TestSeed.Take(output));
        for (var round = 0; round < 20; round++)
        {
            var request = Activator.CreateInstance(type)!;
            foreach (var member in type.GetProperties().Where(static member => member.CanWrite))
            {
                // Left alone, assigned null, or assigned a value: three different things on the wire.
                switch (random.Next(3))
                {
                    case 1 when !member.PropertyType.IsValueType || Nullable.GetUnderlyingType(member.PropertyType) is not null:
                        member.SetValue(request, null);
                        break;
                    case 2:
                        member.SetValue(request, Value(member.PropertyType));
                        break;
                }
            }

            var bytes = Written(request);
            var copy = Copy.MakeGenericMethod(type).Invoke(null, [request])!;

            copy.Should().NotBeSameAs(request).And.BeOfType(type);
            Written(copy).Should().Be(bytes);
            foreach (var member in type.GetProperties().Where(static member => member.CanWrite))
            {
                member.SetValue(copy, Value(member.PropertyType));
            }

            Written(request).Should().Be(bytes, "what is assigned to the copy leaves the request alone");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Process_sends_nothing_that_was_not_said(bool sync)
    {
        var handler = Wired.Answers(200, """{"content":"x","model":"haiku","provider":"x","metadata":{}}""");
        using var claude = Wired.Client(handler);
        var request = new ProcessRequest { Provider = "anthropic", ModelName = "haiku", UserMessage = "hi" };

        _ = sync ? claude.Process(request) : await claude.ProcessAsync(request);

        handler.BodyOf().Properties().Select(static member => member.Name).Should().BeEquivalentTo(
            ["provider", "model_name", "user_message"],
            "a project that is null is a 500 after the run, a null max_tokens means another number than none");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Process_sends_the_nulls_that_were_said_except_for_the_project(bool sync)
    {
        var handler = Wired.Answers(200, """{"content":"x","model":"haiku","provider":"x","metadata":{}}""");
        using var claude = Wired.Client(handler);
        var request = new ProcessRequest
        {
            Provider = "anthropic",
            ModelName = "haiku",
            UserMessage = "hi",
            MaxTokens = null,
            Temperature = null,
            ProjectId = null,
        };

        _ = sync ? claude.Process(request) : await claude.ProcessAsync(request);

        var body = handler.BodyOf();
        body["max_tokens"]!.Type.Should().Be(Newtonsoft.Json.Linq.JTokenType.Null, "it means 4096 there, where nothing means 1000");
        body.Should().ContainKey("temperature").And.NotContainKey("project_id");
    }

    [Fact]
    public async Task Every_call_with_a_request_sends_what_the_raw_client_would_and_its_own_defaults()
    {
        var handler = Wired.Answers(200, """{"results":[],"usage":{},"result":{},"metadata":{},"execution_log":[],"artifacts":[]}""");
        using var claude = Wired.Client(handler);
        var chat = new ChatCompletionRequest { Messages = [ChatMessage.User("x")], MaxTokens = 5, AllowedTools = ["Read"] };
        var task = new AgenticTaskRequest { Description = "x", AllowSkills = ["s"] };
        var batch = new BatchRequest { Prompts = [new BatchPrompt { Prompt = "x", Id = "a" }] };

        await claude.CompleteAsync(chat);
        await claude.AgenticTaskAsync(task);
        await claude.BatchAsync(batch);

        handler.Sent.Select(static sent => sent.BodyText).Should().Equal(
            """{"messages":[{"role":"user","content":"x"}],"timeout":300.0,"max_tokens":5,"allowed_tools":["Read"]}""",
            """{"description":"x","allow_skills":["s"]}""",
            """{"prompts":[{"prompt":"x","id":"a"}],"timeout":300.0}""");
        (chat.Timeout, task.Timeout, batch.Timeout).Should().Be((null, null, null), "the caller's request is not changed");
    }

    private static IEnumerable<string> Names()
        => typeof(ModelCopy).Assembly.GetTypes()
            .Where(static type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IValidatableModel)))
            .Select(static type => type.FullName!);

    private static string Written(object model) => Encoding.UTF8.GetString(JsonBody.Write(model, out _));

    private static object? Value(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "text",
            { IsValueType: true } => Activator.CreateInstance(type),
            { IsGenericType: true } when type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments() is [var item]
                => Array.CreateInstance(item, 0),
            _ => null,
        };
    }
}
