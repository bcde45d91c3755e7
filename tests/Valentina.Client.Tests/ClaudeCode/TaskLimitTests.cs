using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>The limits of a task are the caller's, else the service's own; the SDK invents none.</summary>
public sealed class TaskLimitTests
{
    private const string Done = """{"type":"result","task_id":"1","status":"completed","result":{},"usage":{}}""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Limits_that_nobody_set_are_left_out(bool sync)
    {
        var http = Wired.Answers(200, Done);
        var socket = Wired.Sends(Done);
        using var answers = Wired.Client(http);
        using var streams = Wired.Client(socket);

        _ = sync ? answers.AgenticTask("x") : await answers.AgenticTaskAsync("x");
        await Wired.EventsAsync(sync, streams.StreamAgenticTaskAsync("x"), streams.StreamAgenticTask("x"));

        http.BodyOf().Properties().Select(static member => member.Name).Should().Equal("description");
        socket.Requests.Should().ContainSingle().Which.Should().NotContainAny("timeout", "max_cost");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Limits_of_the_client_are_sent_unless_the_task_has_its_own(bool sync)
    {
        var http = Wired.Answers(200, Done);
        using var claude = Wired.Client(http, null, static options =>
        {
            options.TaskTimeout = TimeSpan.FromSeconds(59.5);
            options.TaskMaxCost = 0.10m;
        });
        var own = new AgenticTaskRequest { Description = "x", Timeout = 30, MaxCost = 0.05m };

        _ = sync ? claude.AgenticTask("x") : await claude.AgenticTaskAsync("x");
        _ = sync ? claude.AgenticTask(own) : await claude.AgenticTaskAsync(own);

        http.Sent[0].BodyText.Should().Be("""{"description":"x","timeout":60,"max_cost":0.10}""", "the service takes whole seconds");
        http.Sent[1].BodyText.Should().Be("""{"description":"x","timeout":30,"max_cost":0.05}""");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_stream_has_no_place_for_is_refused_and_not_lost(bool sync)
    {
        var socket = Wired.Sends(Done);
        using var claude = Wired.Client(socket, null, static options => options.ProjectId = "the client's");
        var request = new AgenticTaskRequest
        {
            Description = "x", WorkingDirectory = "/srv", Model = ClaudeModel.Haiku, ProjectId = "p",
        };

        var refused = (await FluentActions.Awaiting(
            () => Wired.EventsAsync(sync, claude.StreamAgenticTaskAsync(request), claude.StreamAgenticTask(request)))
            .Should().ThrowAsync<RequestValidationException>()).Which;

        refused.Errors.Select(static error => error.Member).Should().Equal("working_directory", "model", "project_id");
        socket.Requests.Should().BeEmpty();
        var plain = new AgenticTaskRequest { Description = "x", Model = ClaudeModel.Auto };
        await Wired.EventsAsync(sync, claude.StreamAgenticTaskAsync(plain), claude.StreamAgenticTask(plain));
        socket.Requests.Should().ContainSingle("what the client has for other calls does no harm, nor a model left to the service");
    }

    [Theory]
    [InlineData(-5.0, null, "timeout must be at least 1, but is -5")]
    [InlineData(0.0, null, "timeout must be at least 1, but is 0")]
    [InlineData(0.5, null, "timeout must be at least 1, but is 0.5")]
    [InlineData(601.0, null, "timeout must be at most 600, but is 601")]
    [InlineData(null, "-1", "max_cost must be above 0, but is -1")]
    [InlineData(null, "0", "max_cost must be above 0, but is 0")]
    [InlineData(null, "10.01", "max_cost must be at most 10, but is 10.01")]
    public async Task A_limit_that_no_task_can_keep_is_refused_before_anything_is_sent(double? seconds, string? cost, string error)
    {
        var http = Wired.Answers(200, Done);
        var socket = Wired.Sends(Done);
        using var answers = Wired.Client(http);
        using var streams = Wired.Client(socket);
        await using var session = streams.OpenStreamSession();
        TimeSpan? time = seconds is { } given ? TimeSpan.FromSeconds(given) : null;
        decimal? price = cost is null ? null : decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture);
        var request = new AgenticTaskRequest { Description = "x", Timeout = (long?)seconds, MaxCost = price };
        Func<Task>[] shortForms =
        [
            () => answers.AgenticTaskAsync("x", null, timeout: time, maxCost: price),
            () => Task.FromResult(answers.AgenticTask("x", null, timeout: time, maxCost: price)),
        ];
        Func<Task>[] requestForms =
        [
            () => answers.AgenticTaskAsync(request),
            () => Task.FromResult(answers.AgenticTask(request)),
            () => streams.StreamAgenticTaskAsync(request).CollectAsync(),
            () => Task.FromResult(streams.StreamAgenticTask(request).ToList()),
            () => session.StreamAgenticTaskAsync(request).CollectAsync(),
            () => Task.FromResult(session.StreamAgenticTask(request).ToList()),
        ];

        foreach (var way in shortForms)
        {
            Refused(await Record.ExceptionAsync(way)).Should().Be(error);
        }

        foreach (var way in requestForms)
        {
            Refused(await Record.ExceptionAsync(way)).Should().Be(seconds == 0.5 ? "timeout must be at least 1, but is 0" : error);
        }

        http.Sent.Should().BeEmpty();
        socket.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_part_of_a_second_beyond_the_first_is_rounded_up()
    {
        var http = Wired.Answers(200, Done);
        using var claude = Wired.Client(http);

        await claude.AgenticTaskAsync("x", null, timeout: TimeSpan.FromSeconds(1.5));

        http.BodyOf().Value<int>("timeout").Should().Be(2);
    }

    [Theory]
    [InlineData(false, null, 310)]
    [InlineData(true, null, 310)]
    [InlineData(false, 600, 610)]
    [InlineData(true, 600, 610)]
    public async Task The_answer_is_waited_for_as_long_as_the_service_lets_the_task_run_and_10_s(bool sync, int? timeout, int seconds)
    {
        var time = new AutoTimeProvider();
        var handler = new StubHandler((_, _, _) =>
        {
            time.Advance(TimeSpan.FromHours(1));
            throw new TaskCanceledException("hung");
        });
        using var claude = Wired.Client(handler, time, static options => options.TotalTimeout = Timeout.InfiniteTimeSpan);
        var request = new AgenticTaskRequest { Description = "x", Timeout = timeout };

        var failure = await Record.ExceptionAsync(
            async () => _ = sync ? claude.AgenticTask(request) : await claude.AgenticTaskAsync(request));

        failure.Should().BeOfType<RequestTimeoutException>().Which.Timeout.Should().Be(TimeSpan.FromSeconds(seconds));
        handler.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false, "Permission denied: Requested timeout (300s) exceeds limit (60s)")]
    [InlineData(true, "Permission denied: Requested timeout (300s) exceeds limit (60s)")]
    [InlineData(false, "Permission denied: Requested max cost ($1.0) exceeds limit ($0.1)")]
    [InlineData(true, "Permission denied: Requested max cost ($1.0) exceeds limit ($0.1)")]
    public async Task Where_the_profile_refuses_them_the_error_names_what_to_set_and_nothing_is_tried_again(bool sync, string refusal)
    {
        var http = Wired.Answers(403, $$"""{"detail":"{{refusal}}"}""");
        var socket = Wired.Sends($$"""{"type":"error","error":"{{refusal}}"}""");
        using var answers = Wired.Client(http);
        using var streams = Wired.Client(socket);

        var answered = await Record.ExceptionAsync(async () => _ = sync ? answers.AgenticTask("x") : await answers.AgenticTaskAsync("x"));
        var streamed = await Record.ExceptionAsync(
            () => Wired.EventsAsync(sync, streams.StreamAgenticTaskAsync("x"), streams.StreamAgenticTask("x")));

        foreach (var failure in new[] { answered, streamed })
        {
            var denied = failure.Should().BeOfType<PermissionDeniedException>().Which;
            denied.Detail.Should().Be(refusal);
            denied.Message.Should().Contain(refusal).And.ContainAll("TaskTimeout", "TaskMaxCost", "60 s", "$0.10");
        }

        http.Sent.Should().ContainSingle("never a second, silent attempt");
        socket.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Another_refusal_of_the_profile_speaks_of_no_limits()
    {
        using var claude = Wired.Client(Wired.Answers(403, """{"detail":"Permission denied: Tool 'Grep' is not in allowed list"}"""));

        (await Record.ExceptionAsync(() => claude.AgenticTaskAsync("x")))
            .Should().BeOfType<PermissionDeniedException>().Which.Message.Should().NotContain("TaskTimeout");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_short_form_says_all_that_a_task_may_do(bool sync)
    {
        var http = Wired.Answers(200, Done);
        using var claude = Wired.Client(http);
        var time = TimeSpan.FromSeconds(60);

        _ = sync
            ? claude.AgenticTask("Review", ["Read"], ["code-reviewer"], ["code-analyzer"], time, 0.10m)
            : await claude.AgenticTaskAsync("Review", ["Read"], ["code-reviewer"], ["code-analyzer"], time, 0.10m);
        _ = sync
            ? claude.AgenticTask("Review", allowTools: ["Read"], timeout: time)
            : await claude.AgenticTaskAsync("Review", allowTools: ["Read"], timeout: time);

        http.Sent[0].BodyText.Should().Be(
            """{"description":"Review","allow_tools":["Read"],"allow_agents":["code-reviewer"],"allow_skills":["code-analyzer"],"timeout":60,"max_cost":0.10}""");
        http.Sent[1].BodyText.Should().Be("""{"description":"Review","allow_tools":["Read"],"timeout":60}""");
    }

    private static string Refused(Exception? failure)
    {
        var refusal = failure.Should().BeOfType<RequestValidationException>().Which;
        refusal.Service.Should().Be(ServiceNames.ClaudeCode);
        return refusal.Errors.Should().ContainSingle().Which.ToString();
    }
}
