using System.Text;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Streaming;
using Valentina.Connection.Profiles;
using Valentina.Connection.Responses;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>What the messages of one answer become, and what is left of them when it breaks off.</summary>
public sealed class StreamEventReaderTests
{
    private readonly StreamEventReader _reader = new(FailureFactory.WithoutKeys(ClaudeCodeProfile.Instance));

    [Fact]
    public void An_answer_ends_with_done_and_not_before()
    {
        Read("""{"type":"thinking","content":"Hm."}""").Should().BeOfType<ThinkingEvent>().Which.Text.Should().Be("Hm.");
        Read("""{"type":"token","content":"Yes"}""").Should().BeOfType<TokenEvent>().Which.Text.Should().Be("Yes");
        Read("""{"type":"tool","x":1}""").Should().BeOfType<UnknownEvent>().Which.Json.Should().Be("""{"type":"tool","x":1}""");
        _reader.IsFinished.Should().BeFalse();

        Read("""{"type":"thinking"}""").Type.Should().Be("thinking");
        Read("""{"type":"token"}""").Type.Should().Be("token");
        var done = Read("""{"type":"done","usage":{"total_tokens":3},"cost":0.5,"model":"haiku"}""").Should().BeOfType<DoneEvent>().Which;

        (done.Type, done.Usage.TotalTokens, done.Cost, done.Model.Value).Should().Be(("done", 3, 0.5m, "haiku"));
        _reader.IsFinished.Should().BeTrue();
    }

    [Fact]
    public void A_done_that_says_nothing_of_tokens_counts_none()
        => Read("""{"type":"done"}""").Should().BeOfType<DoneEvent>().Which.Usage.TotalTokens.Should().Be(0);

    [Fact]
    public void A_result_ends_a_task()
    {
        var result = Read("""{"type":"result","status":"completed","result":{"summary":"Done."}}""").Should().BeOfType<ResultEvent>().Which;

        (result.Type, result.Task.Result!.Summary).Should().Be(("result", "Done."));
        _reader.IsFinished.Should().BeTrue();
    }

    [Theory]
    [InlineData("Invalid API key", true)]
    [InlineData("Server error: it fell over", false)]
    public void After_an_error_the_connection_is_free_unless_the_service_drops_it(string error, bool isFree)
    {
        FluentActions.Invoking(() => Read($$"""{"type":"error","error":"{{error}}"}""")).Should().Throw<ValentinaException>()
            .Which.Detail.Should().Be(error);
        _reader.IsFinished.Should().Be(isFree);
    }

    [Fact]
    public void An_error_of_a_task_names_the_task()
    {
        const string Error = """{"type":"error","error":"Boom"}""";

        FluentActions.Invoking(() => Read(Error, TimeSpan.FromMinutes(5))).Should().Throw<ValentinaException>()
            .WithMessage("*StreamAgenticTaskAsync*");
        FluentActions.Invoking(() => Read(Error)).Should().Throw<ValentinaException>()
            .Which.Message.Should().Contain("StreamAsync").And.NotContain("StreamAgenticTaskAsync");
    }

    [Fact]
    public void What_is_none_of_the_protocol_is_told_with_the_message_and_the_text_so_far()
    {
        Read("""{"type":"token","content":"so "}""");
        Read("""{"type":"thinking","content":"not this"}""");
        Read("""{"type":"token","content":"far"}""");

        var broken = FluentActions.Invoking(() => Read("<html>")).Should().Throw<StreamInterruptedException>().Which;

        broken.Reason.Should().Be(StreamInterruption.UnreadableMessage);
        broken.Message.Should().Be("Claude Code sent a message that is not what the stream's protocol says.");
        broken.RawBody.Should().Be("<html>");
        broken.ReceivedText.Should().Be("so far");
        broken.InnerException.Should().NotBeNull();
    }

    [Fact]
    public void No_more_than_a_mebibyte_of_the_text_is_remembered()
    {
        var piece = new string('x', 700_000);
        Read($$"""{"type":"token","content":"{{piece}}"}""");
        Read($$"""{"type":"token","content":"{{piece}}"}""").Should().BeOfType<TokenEvent>().Which.Text.Should().HaveLength(700_000);
        Read("""{"type":"token","content":"more"}""");

        _reader.Interrupted(StreamInterruption.ConnectionLost, "broke off.").ReceivedText.Should().HaveLength(1_048_576);
    }

    private StreamEvent Read(string json, TimeSpan? limit = null)
        => _reader.Read(Encoding.UTF8.GetBytes(json), TimeSpan.FromSeconds(1), limit);
}
