using System.Net;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Client.Tests.Connection;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Client.Tests.ClaudeCode.Failures;

/// <summary>Whoever gave up, a time that ran out is one exception, and says who it was.</summary>
public sealed class TimeoutTests
{
    /// <summary>What the service says of a task that ran out of time, and of one that broke off.</summary>
    private const string NoResult = "object of type 'NoneType' has no len()";

    private static readonly string Answer = $$"""{"detail":"Task execution failed: {{NoResult}}"}""";

    private static readonly string Message = $$"""{"type":"error","error":"Task execution error: {{NoResult}}"}""";

    private readonly AutoTimeProvider _time = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Promise", "C19")]
    [Trait("Promise", "C21")]
    public async Task The_service_s_504_at_the_time_of_the_request(bool sync)
    {
        const string body = """{"detail":"Task timed out after 1.5 seconds"}""";
        var handler = Wired.AnswersAfter(_time, TimeSpan.FromSeconds(3), 504, body);
        using var claude = Wired.Client(handler, _time);
        var request = new ChatCompletionRequest { Messages = [ChatMessage.User("SLOW")], Timeout = 1.5 };

        var failure = await FailAsync(async () => _ = sync ? claude.Complete(request) : await claude.CompleteAsync(request));

        (failure.Reason, failure.Timeout, failure.IsTotal).Should().Be((TimeoutReason.Provider, TimeSpan.FromSeconds(1.5), false));
        (failure.StatusCode, failure.Code, failure.RawBody).Should().Be((HttpStatusCode.GatewayTimeout, null, body));
        (failure.RequestId, failure.Attempts).Should().Be(("r-1", 1));
        failure.Message.Should().StartWith("Claude Code answered CompleteAsync with 504").And.Contain("Task timed out after 1.5 seconds");
        handler.Sent.Should().ContainSingle("a run that may be paid for is never repeated by itself");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Promise", "C21")]
    public async Task The_provider_s_504_says_so_in_its_code(bool sync)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(
            HttpStatusCode.GatewayTimeout,
            """{"detail":"Process exited with code 1\nStderr: request timed out\n"}""",
            "application/json",
            ("X-Error-Category", "timeout")));
        using var claude = Wired.Client(handler, _time);
        var request = new ProcessRequest { Provider = "x", ModelName = "haiku", UserMessage = "x" };

        var failure = await FailAsync(async () => _ = sync ? claude.Process(request) : await claude.ProcessAsync(request));

        (failure.Reason, failure.Code).Should().Be((TimeoutReason.Provider, ErrorCodes.Timeout));
    }

    [Theory]
    [InlineData(false, 60, 60.4)]
    [InlineData(true, 60, 60.4)]
    [InlineData(false, null, 301)]
    [InlineData(true, null, 301)]
    [Trait("Promise", "C21")]
    public async Task A_task_that_ended_at_its_own_timeout_over_HTTP(bool sync, int? timeout, double seconds)
    {
        var handler = Wired.AnswersAfter(_time, TimeSpan.FromSeconds(seconds), 500, Answer);
        using var claude = Wired.Client(handler, _time);
        var request = new AgenticTaskRequest { Description = "x", Timeout = timeout };
        var options = new RequestOptions { AllowRepeat = true };

        var failure = await FailAsync(
            async () => _ = sync ? claude.AgenticTask(request, options) : await claude.AgenticTaskAsync(request, options));

        (failure.Reason, failure.Timeout).Should().Be((TimeoutReason.Task, TimeSpan.FromSeconds(timeout ?? 300)));
        (failure.StatusCode, failure.RawBody).Should().Be((HttpStatusCode.InternalServerError, Answer));
        failure.Message.Should().Contain(NoResult).And.Contain("ended at its own timeout").And.Contain(
            FormattableString.Invariant($"after {seconds:0.#} s of the {timeout ?? 300} s"));
        handler.Sent.Should().ContainSingle("it is paid for, and would come to the same end");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Promise", "C21")]
    public async Task A_task_that_ended_at_its_own_timeout_over_the_socket(bool sync)
    {
        using var claude = Streaming(TimeSpan.FromSeconds(61));
        var request = new AgenticTaskRequest { Description = "x", Timeout = 60 };

        var failure = await FailAsync(
            () => Wired.EventsAsync(sync, claude.StreamAgenticTaskAsync(request), claude.StreamAgenticTask(request)));

        (failure.Reason, failure.Timeout, failure.StatusCode).Should().Be((TimeoutReason.Task, TimeSpan.FromSeconds(60), null));
        failure.RawBody.Should().Be(Message);
        failure.Message.Should().Contain("StreamAgenticTaskAsync").And.Contain("ended at its own timeout");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_words_before_that_time_are_a_task_that_broke_off(bool sync)
    {
        using var http = Wired.Client(Wired.AnswersAfter(_time, TimeSpan.FromSeconds(2), 500, Answer), _time);
        using var socket = Streaming(TimeSpan.FromSeconds(2));

        var answered = await Record.ExceptionAsync(async () => _ = sync ? http.AgenticTask("x") : await http.AgenticTaskAsync("x"));
        var streamed = await Record.ExceptionAsync(
            () => Wired.EventsAsync(sync, socket.StreamAgenticTaskAsync("x"), socket.StreamAgenticTask("x")));

        answered.Should().BeOfType<ServerErrorException>().Which.Message.Should().Contain(NoResult).And.Contain("broke off after 2 s");
        streamed.Should().BeOfType<ServerErrorException>().Which.Message.Should().Contain("broke off after");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_that_broke_off_is_repeated_only_when_asked(bool sync)
    {
        var handler = Wired.Answers(500, Answer);
        using var claude = Wired.Client(handler, _time, static options => options.MaxRetries = 1);
        var options = new RequestOptions { AllowRepeat = true };

        await Record.ExceptionAsync(async () => _ = sync ? claude.AgenticTask("x") : await claude.AgenticTaskAsync("x"));
        handler.Sent.Should().ContainSingle();

        await Record.ExceptionAsync(async () => _ = sync ? claude.AgenticTask("x", options) : await claude.AgenticTaskAsync("x", options));
        handler.Sent.Should().HaveCount(3, "as after every failure of the service");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_status_that_says_timeout_is_one_on_demand(bool sync)
    {
        using var claude = Wired.Client(
            Wired.Answers(200, """{"task_id":"1","status":"timeout","result":{"error":"Too slow"},"usage":{}}"""), _time);

        var result = sync ? claude.AgenticTask("x") : await claude.AgenticTaskAsync("x");

        result.Invoking(static one => one.EnsureCompleted()).Should().Throw<RequestTimeoutException>()
            .Which.Reason.Should().Be(TimeoutReason.Task);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Promise", "C21")]
    public async Task The_client_s_own_times_say_which_it_was(bool sync)
    {
        var handler = new StubHandler((_, _, _) =>
        {
            _time.Advance(TimeSpan.FromHours(1));
            throw new TaskCanceledException("hung");
        });
        using var attempt = Wired.Client(handler, _time, static options => options.TotalTimeout = Timeout.InfiniteTimeSpan);
        using var total = Wired.Client(handler, _time, static options => options.TotalTimeout = TimeSpan.FromSeconds(3));

        (await FailAsync(async () => _ = sync ? attempt.Complete("x") : await attempt.CompleteAsync("x")))
            .Reason.Should().Be(TimeoutReason.Attempt);
        (await FailAsync(async () => _ = sync ? total.Complete("x") : await total.CompleteAsync("x")))
            .Reason.Should().Be(TimeoutReason.Total);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_504_of_Noir_stays_an_error_of_the_server(bool sync)
    {
        using var client = new ValentinaClient(
            new ValentinaOptions { BaseUrl = "http://noir.test", ApiKey = "key", MaxRetries = 0, SetAsDefault = false },
            Wired.Answers(504, """{"title":"Gateway Timeout","detail":"slow"}"""));

        (await Record.ExceptionAsync(async () => _ = sync ? client.System.Health() : await client.System.HealthAsync()))
            .Should().BeOfType<ServerErrorException>();
    }

    private static async Task<RequestTimeoutException> FailAsync(Func<Task> call)
        => (await Record.ExceptionAsync(call)).Should().BeOfType<RequestTimeoutException>().Which;

    private ClaudeCodeClient Streaming(TimeSpan delay)
    {
        IEnumerable<SocketStep> Script(string request)
        {
            yield return SocketStep.Text("""{"type":"thinking","content":"Starting task execution..."}""");
            _time.Advance(delay);
            yield return SocketStep.Text(Message);
        }

        return Wired.Client(new ScriptedSocket(Script), _time);
    }
}
