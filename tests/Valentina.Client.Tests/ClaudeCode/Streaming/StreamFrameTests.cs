using System.Text;
using System.Text.Json;
using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>What a message of a stream says, before it is an event.</summary>
public sealed class StreamFrameTests
{
    [Theory]
    [InlineData("""{"type":"token","content":"Once "}""", "token", "Once ", "", "")]
    [InlineData("""{"content":"first","type":"thinking"}""", "thinking", "first", "", "")]
    [InlineData("""{"type":"done","model":"haiku","cost":0.5}""", "done", "", "", "haiku")]
    [InlineData("""{"type":"result","content":{"content":"inner"}}""", "result", "", "", "")]
    [InlineData("""{"type":"error","error":"Boom"}""", "error", "", "Boom", "")]
    [InlineData("""{"type":"tool_use","content":"x"}""", "tool_use", "x", "", "")]
    [InlineData("""{"type":"Token"}""", "Token", "", "", "")]
    [InlineData("""{"kind":"token","context":"no","erron":"no","modal":"no"}""", "", "", "", "")]
    [InlineData("""{"type":7,"content":null,"error":["a"],"model":{"type":"done"}}""", "", "", "", "")]
    [InlineData("""{"type":"to\u006ben","content":"a\nb"}""", "token", "a\nb", "", "")]
    [InlineData("""{"type":"token","type":"done"}""", "done", "", "", "")]
    [InlineData("{}", "", "", "", "")]
    public void Its_texts_are_read_and_what_is_no_text_is_empty(string json, string type, string content, string error, string model)
    {
        var frame = Read(json);

        (frame.Type, frame.Content, frame.Error, frame.Model).Should().Be((type, content, error, model));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("thinking")]
    [InlineData("done")]
    [InlineData("result")]
    [InlineData("error")]
    public void The_kinds_there_are_take_no_text_of_their_own(string type)
        => Read($$"""{"type":"{{type}}"}""").Type.Should().BeSameAs(string.IsInterned(type));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"token\"")]
    [InlineData("null")]
    [InlineData("{} {}")]
    [InlineData("{\"type\":")]
    [InlineData("")]
    public void What_is_no_object_or_more_than_one_is_refused(string json)
        => FluentActions.Invoking(() => _ = Read(json)).Should().Throw<JsonException>();

    private static StreamFrame Read(string json) => StreamFrame.Read(Encoding.UTF8.GetBytes(json));
}
