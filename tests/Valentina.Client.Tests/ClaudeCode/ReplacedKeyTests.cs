using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>A task on a stream has its key in the message; it must be the key that the client uses now.</summary>
public sealed class ReplacedKeyTests
{
    private const string Result =
        """{"type":"result","status":"completed","result":{"summary":"done"},"execution_log":[],"artifacts":[],"usage":{} }""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_stream_uses_the_key_that_was_put_in_place(bool asynchronous)
    {
        var server = new ScriptedSocket(static _ => [SocketStep.Text(Result)]);
        using var claude = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = "http://claude.test", ApiKey = "old-key-0123456789" }, server);
        var project = claude.ForProject("other");
        var stranger = claude.ForProject("other", "their-key-0123456789");

        claude.Connection.ReplaceApiKey("new-key-0123456789");
        foreach (var client in new[] { claude, project, stranger })
        {
            _ = asynchronous ? await client.StreamAgenticTaskAsync("Write").CollectAsync() : [.. client.StreamAgenticTask("Write")];
        }

        server.Requests.Select(static request => (string?)JObject.Parse(request)["api_key"])
            .Should().Equal("new-key-0123456789", "new-key-0123456789", "their-key-0123456789");
    }
}
