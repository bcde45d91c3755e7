using System.Text;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>What is written to the socket, byte by byte: the service reads no header there, and no contract describes it.</summary>
public sealed class StreamRequestsTests
{
    private static readonly ChatMessage[] Talk = [ChatMessage.User("Hi.")];

    [Fact]
    public void A_chat_says_its_messages_and_only_what_was_chosen_besides()
    {
        Text(StreamRequests.Chat(Talk, ClaudeModel.Auto, null)).Should()
            .Be("""{"type":"chat","messages":[{"role":"user","content":"Hi."}]}""");
        Text(StreamRequests.Chat(Talk, ClaudeModel.Haiku, "p-1")).Should()
            .Be("""{"type":"chat","messages":[{"role":"user","content":"Hi."}],"model":"haiku","project_id":"p-1"}""");
    }

    [Fact]
    public void A_task_says_its_description_and_the_key_of_the_client()
        => Text(StreamRequests.Task(new AgenticTaskRequest { Description = "Do." }, "client-key")).Should()
            .Be("""{"type":"agentic_task","description":"Do.","api_key":"client-key"}""");

    [Fact]
    public void A_task_says_whatever_it_may_and_its_own_key_goes_first()
    {
        var request = new AgenticTaskRequest
        {
            Description = "Do.",
            AllowTools = ["Read", "Write"],
            AllowAgents = [],
            AllowSkills = ["s"],
            Timeout = 60,
            MaxCost = 0.50m,
            ApiKey = "own-key",
        };

        Text(StreamRequests.Task(request, "client-key")).Should().Be(
            """{"type":"agentic_task","description":"Do.","allow_tools":["Read","Write"],"allow_agents":[],"allow_skills":["s"],"""
            + "\"timeout\":60,\"max_cost\":0.50,\"api_key\":\"own-key\"}");
    }

    [Fact]
    public void Without_any_key_the_service_is_told_that_there_is_none()
        => Text(StreamRequests.Task(new AgenticTaskRequest { Description = "Do." }, null)).Should().EndWith("\"api_key\":\"\"}");

    [Fact]
    public void A_message_of_the_size_the_service_takes_is_made_and_no_larger_one()
    {
        var frame = StreamRequests.Task(new AgenticTaskRequest { Description = "" }, "k").Length;
        var largest = new AgenticTaskRequest { Description = new string('x', StreamLimits.ServiceMaxMessageBytes - frame) };
        var larger = new AgenticTaskRequest { Description = largest.Description + "x" };
        var chat = ChatMessage.User(larger.Description);

        StreamRequests.Task(largest, "k").Should().HaveCount(StreamLimits.ServiceMaxMessageBytes);

        FluentActions.Invoking(() => StreamRequests.Task(larger, "k")).Should().Throw<RequestValidationException>()
            .WithMessage("StreamAgenticTaskAsync: description makes a message of more than 16 MiB, which the service does not take*");
        FluentActions.Invoking(() => StreamRequests.Chat([chat], ClaudeModel.Auto, null)).Should().Throw<RequestValidationException>()
            .WithMessage("StreamAsync: messages makes a message of more than 16 MiB, which the service does not take*");
    }

    private static string Text(byte[] message) => Encoding.UTF8.GetString(message);
}
