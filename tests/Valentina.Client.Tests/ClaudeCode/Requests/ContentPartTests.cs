using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Client.Tests.Connection;
using Valentina.Client.Tests.Generated;

namespace Valentina.Client.Tests.ClaudeCode.Requests;

/// <summary>A message says a text, or parts: texts, pictures, and whatever a newer service knows.</summary>
public sealed class ContentPartTests
{
    private const string Parts = """
        [{"type":"text","text":"What is this?"},
         {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AQID"}},
         {"type":"image","source":{"type":"url","url":"https://valentina.example/moon.png"}},
         {"type":"document","title":"a"}]
        """;

    private static readonly MessageContent Content =
    [
        ContentPart.OfText("What is this?"), ContentPart.OfImage([1, 2, 3], "image/png"),
        ContentPart.OfImage(new Uri("https://valentina.example/moon.png")),
        ContentPart.OfJson(new JObject { ["type"] = "document", ["title"] = "a" }),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parts_are_sent_with_a_completion(bool sync)
    {
        var handler = Wired.Answers(200, """{"usage":{}}""");
        using var claude = Wired.Client(handler);

        _ = sync ? claude.Complete([ChatMessage.User(Content)]) : await claude.CompleteAsync([ChatMessage.User(Content)]);

        Same(handler.BodyOf()["messages"]![0]!["content"], Parts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parts_are_sent_over_the_socket(bool sync)
    {
        var socket = Wired.Sends(SocketMessages.Done);
        using var claude = Wired.Client(socket);
        ChatMessage[] messages = [ChatMessage.User(Content)];

        await Wired.EventsAsync(sync, claude.StreamEventsAsync(messages), claude.StreamEvents(messages));

        Same(JObject.Parse(socket.Requests.Single())["messages"]![0]!["content"], Parts);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Parts_are_sent_with_process(bool sync)
    {
        var handler = Wired.Answers(200, """{"metadata":{}}""");
        using var claude = Wired.Client(handler);
        var request = new ProcessRequest
        {
            Provider = "anthropic",
            ModelName = "haiku",
            Messages = [new ProcessMessage { Role = MessageRole.User, Content = Content }],
        };

        _ = sync ? claude.Process(request) : await claude.ProcessAsync(request);

        Same(handler.BodyOf()["messages"]![0]!["content"], Parts);
    }

    [Fact]
    public async Task A_text_stays_the_short_way()
    {
        var handler = Wired.Answers(200, """{"usage":{}}""");
        using var claude = Wired.Client(handler);
        var message = new ChatMessage { Role = MessageRole.User, Content = "hello" };
        string? text = message.Content;

        await claude.CompleteAsync([message, new ChatMessage(MessageRole.Assistant, "hi"), ChatMessage.User("bye")]);

        text.Should().Be("hello");
        handler.BodyOf()["messages"]!.Select(static one => (string?)one["content"]).Should().Equal("hello", "hi", "bye");
    }

    [Theory]
    [InlineData("\"hello\"")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData(Parts)]
    [InlineData("""[{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}]""")]
    [InlineData("""[{"type":"image","source":{"type":"file","file_id":"f"}}]""")]
    [InlineData("""[{"type":"image","source":{"type":"base64","media_type":"","data":"AQID"}},{"type":"image"}]""")]
    [InlineData("""[{"type":"text","text":7},{"kind":"none"},{"type":"image_url","image_url":{"url":"x"}}]""")]
    public void What_is_read_is_written_back_unchanged(string json)
    {
        var read = Read(json)!;

        Same(JToken.Parse(Wire.Write(read)), json);
        Same(JToken.Parse(JsonConvert.SerializeObject(read)), json);
    }

    [Fact]
    public void Parts_can_be_looked_at()
    {
        var read = Read(Parts)!;

        read.IsText.Should().BeFalse();
        read.Text.Should().Be("What is this?");
        var picture = read.Parts[1].Should().BeOfType<ImagePart>().Which;
        (picture.Data, picture.MediaType, picture.Url).Should().Be(("AQID", "image/png", null));
        read.Parts[2].Should().BeOfType<ImagePart>().Which.Url.Should().Be(new Uri("https://valentina.example/moon.png"));
        var other = read.Parts[3].Should().BeOfType<OtherPart>().Which;
        (other.Type, (string?)other.Json["title"]).Should().Be(("document", "a"));
        new MessageContent([ContentPart.OfText("a"), ContentPart.OfText("b")]).Text.Should().Be("a b", "as the service joins them");
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[\"a\"]")]
    public void Anything_else_is_no_content(string json)
        => FluentActions.Invoking(() => Read(json)).Should().Throw<System.Text.Json.JsonException>();

    [Fact]
    public void Nothing_is_no_content()
    {
        Read("null").Should().BeNull();
        FluentActions.Invoking(() => ChatMessage.User((string)null!)).Should().Throw<ArgumentNullException>();
        FluentActions.Invoking(() => new MessageContent([null!])).Should().Throw<ArgumentException>();
    }

    [Fact]
    public async Task The_tools_of_process_have_the_shape_of_Anthropic_and_those_of_a_completion_that_of_OpenAI()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(System.Net.HttpStatusCode.OK, """{"usage":{},"metadata":{}}"""));
        using var claude = Wired.Client(handler);
        var schema = JObject.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}""");

        await claude.ProcessAsync(new ProcessRequest
        {
            Provider = "anthropic",
            ModelName = "haiku",
            UserMessage = "x",
            Tools = [new ProcessTool { Name = "weather", Description = "The weather of a city", InputSchema = schema }],
        });
        claude.Complete(new ChatCompletionRequest
        {
            Messages = [ChatMessage.User("x")],
            Tools = [new ToolDefinition { Type = "function", Function = new ToolFunction { Name = "weather", Parameters = schema } }],
        });

        Same(
            JObject.Parse(handler.Sent[0].BodyText!)["tools"],
            """[{"name":"weather","description":"The weather of a city","input_schema":SCHEMA}]"""
                .Replace("SCHEMA", $"{schema}", StringComparison.Ordinal));
        Same(
            JObject.Parse(handler.Sent[1].BodyText!)["tools"],
            """[{"type":"function","function":{"name":"weather","parameters":SCHEMA}}]"""
                .Replace("SCHEMA", $"{schema}", StringComparison.Ordinal));
    }

    private static MessageContent? Read(string json) => Wire.Read<MessageContent>(json);

    private static void Same(JToken? actual, string expected)
        => JToken.DeepEquals(actual, JToken.Parse(expected)).Should().BeTrue($"{actual} should be {expected}");
}
