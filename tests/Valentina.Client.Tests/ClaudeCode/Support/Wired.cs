using System.Net;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.Client.Tests.Connection;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>Clients over a service that says exactly what a test lets it say, and calls of them in both styles.</summary>
internal static class Wired
{
    public const string Key = "cc_key-of-the-tests";

    public static readonly Uri Base = new("http://claude.test:8006");

    public static StubHandler Answers(int status, string body, string mediaType = "application/json")
        => StubHandler.Always(() => StubHandler.Json((HttpStatusCode)status, body, mediaType, ("X-Request-ID", "r-1")));

    /// <summary>A service whose answers take their time by the clock of the test.</summary>
    public static StubHandler AnswersAfter(AutoTimeProvider time, TimeSpan delay, int status, string body) => StubHandler.Always(() =>
    {
        time.Advance(delay);
        return StubHandler.Json((HttpStatusCode)status, body, "application/json", ("X-Request-ID", "r-1"));
    });

    public static ScriptedSocket Sends(params string[] messages) => new(_ => messages.Select(static message => SocketStep.Text(message)));

    public static ClaudeCodeClient Client(
        HttpMessageHandler handler, TimeProvider? time = null, Action<ClaudeCodeOptions>? configure = null)
    {
        var options = new ClaudeCodeOptions { BaseUrl = Base.ToString(), ApiKey = Key };
        configure?.Invoke(options);
        return new ClaudeCodeClient(options, handler, null, time);
    }

    /// <summary>What a stream ends with: its events, or its exception.</summary>
    public static async Task<List<StreamEvent>> EventsAsync(bool sync, IAsyncEnumerable<StreamEvent> events, IEnumerable<StreamEvent> same)
        => sync ? [.. same] : await events.CollectAsync();

    public static JObject BodyOf(this StubHandler handler) => JObject.Parse(handler.Sent.Should().ContainSingle().Which.BodyText!);
}
