using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Wire;

/// <summary>The real service takes a number that is written as a text; the fake's work behind it has to as well.</summary>
public sealed class NumbersAsTextTests
{
    [Theory]
    [InlineData("/v1/chat/completions", """{"messages":[{"role":"user","content":"Who rules?"}],"timeout":"5"}""")]
    [InlineData("/v1/batch", """{"prompts":[{"prompt":"Who rules?"}],"model":null,"timeout":"1"}""")]
    [InlineData("/v1/task", """{"description":"Count the dead","timeout":"60","max_cost":"0.10"}""")]
    public async Task A_number_may_be_a_text(string path, string body)
    {
        var fake = new FakeClaudeCode();
        await using var server = await fake.StartServerAsync();

        var answer = await RawHttp.SendAsync(server.BaseAddress, RawHttp.Bytes(
            $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {fake.ApiKey}\r\nConnection: close\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));

        answer.Status.Should().Be(200);
        JsonNode.Parse(answer.Body)!["error"].Should().BeNull();
    }
}
