using System.Net;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Client.Tests.Connection;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>
/// One and the same error of the service is one and the same exception, as an answer, over the stream and as a task that failed.
/// </summary>
public sealed class SameErrorEverywhereTests
{
    private const string Key = "key-0123456789-SECRET";

    public static TheoryData<int, string, Type> Errors => new()
    {
        { 429, $"Budget exceeded for project x of {Key}\u0007\r\n2026-01-01 ERROR forged", typeof(BudgetExceededException) },
        { 500, $"Task execution error: {Uri.EscapeDataString(Key)} broke\u0007\r\n2026-01-01 ERROR forged", typeof(ServerErrorException) },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task It_has_the_same_type_words_and_redaction_wherever_it_comes_from(int status, string error, Type expected)
    {
        var failedTask = Message(new JObject
        {
            ["type"] = "result",
            ["status"] = "failed",
            ["result"] = new JObject { ["summary"] = "", ["error"] = error },
            ["execution_log"] = new JArray(),
            ["artifacts"] = new JArray(),
            ["usage"] = new JObject(),
        });
        using var answers = Client(
            StubHandler.Always(() => StubHandler.Json((HttpStatusCode)status, Message(new JObject { ["detail"] = error }))));
        using var tasks = Client(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, failedTask)));
        using var streams = Client(
            new ScriptedSocket(_ => [SocketStep.Text(Message(new JObject { ["type"] = "error", ["error"] = error }))]));
        using var streamedTasks = Client(new ScriptedSocket(_ => [SocketStep.Text(failedTask)]));

        Func<Task>[] ways =
        [
            () => answers.CompleteAsync("x"),
            () => Run(() => answers.Complete("x")),
            () => streams.StreamAsync("x").CollectAsync(),
            () => Run(() => _ = streams.Stream("x").ToList()),
            async () => (await tasks.AgenticTaskAsync("x")).EnsureCompleted(),
            () => Run(() => tasks.AgenticTask("x").EnsureCompleted()),
            async () => (await streamedTasks.StreamAgenticTaskAsync("x").CollectAsync()).OfType<ResultEvent>().Single()
                .Task.EnsureCompleted(),
        ];

        foreach (var way in ways)
        {
            var failure = (await Record.ExceptionAsync(way)).Should().BeAssignableTo<ApiException>().Which;

            failure.Should().BeOfType(expected);
            failure.Service.Should().Be(ServiceNames.ClaudeCode);
            failure.Detail.Should().Be(
                error.Replace(Key, "***", StringComparison.Ordinal).Replace(Uri.EscapeDataString(Key), "***", StringComparison.Ordinal));
            failure.Message.Should().Be(FailureMessage.Of(failure.Details), "the message is made of the details by one rule");
            failure.Message.Should().Contain("***").And.NotContainAny("SECRET", "\r", "\n", "\u0007");
            failure.ToString().Should().NotContain("SECRET");
            (failure.RawBody ?? "").Should().NotContain("SECRET");
        }
    }

    [Fact]
    public async Task What_is_shown_of_a_body_has_the_same_length_everywhere()
    {
        var body = Message(new JObject { ["type"] = "error", ["error"] = "Server error: " + new string('x', 100_000), ["detail"] = "x" });
        using var answers = Client(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.InternalServerError, body)));
        using var streams = Client(new ScriptedSocket(_ => [SocketStep.Text(body)]));
        using var unreadable = Client(new ScriptedSocket(_ => [SocketStep.Text(new string('x', 100_000))]));

        (await FluentActions.Awaiting(() => answers.CompleteAsync("x")).Should().ThrowAsync<ServerErrorException>()).Which.RawBody
            .Should().HaveLength(8192);
        (await FluentActions.Awaiting(() => streams.StreamAsync("x").CollectAsync())
            .Should().ThrowAsync<ServerErrorException>()).Which.RawBody.Should().HaveLength(8192);
        (await FluentActions.Awaiting(() => unreadable.StreamAsync("x").CollectAsync())
            .Should().ThrowAsync<StreamInterruptedException>()).Which.RawBody.Should().HaveLength(8192);
    }

    private static string Message(JObject message) => message.ToString(Newtonsoft.Json.Formatting.None);

    private static Task Run(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static ClaudeCodeClient Client(HttpMessageHandler handler)
        => new(new ClaudeCodeOptions { BaseUrl = "http://claude.test", ApiKey = Key, MaxRetries = 0 }, handler);
}
