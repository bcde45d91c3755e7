using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Valentina.Client.Tests.Connection;

/// <summary>How long is waited between attempts, and when not at all. Every row runs on both paths.</summary>
public sealed class RetryWaitTests
{
    public static TheoryData<string, int, string[], string, double> Hints()
    {
        var rows = new TheoryData<string, int, string[], string, double>();
        void Row(string name, int status, string[] headers, string body, double seconds) => rows.Add(name, status, headers, body, seconds);

        Row("recorded 429", 429, ["RateLimit-Policy: \"burst\";q=5;w=10", "RateLimit: \"burst\";r=0;t=2"], """{"retry_after":1.92}""", 2);
        Row("header before body", 429, ["RateLimit: \"burst\";r=0;t=7", "Retry-After: 3"], """{"retry_after":5}""", 7);
        Row("body before Retry-After", 429, ["Retry-After: 3"], """{"retry_after":1.92}""", 1.92);
        Row("Retry-After", 429, ["Retry-After: 3"], "{}", 3);
        Row("longest of the exhausted", 429, ["RateLimit: \"a\";r=0;t=5, \"b\";r=0;t=30, \"c\";r=9;t=50"], "{}", 30);
        Row("exhausted without a time goes on to the body", 429, ["RateLimit: \"a\";r=0;t=0"], """{"retry_after":4}""", 4);
        Row("unexhausted goes on to Retry-After", 429, ["RateLimit: \"a\";r=3;t=0", "Retry-After: 6"], "{}", 6);
        Row("body as text", 429, [], """{"retry_after":"2.5"}""", 2.5);
        Row("503 with Retry-After", 503, ["Retry-After: 12"], "{}", 12);
        Row("500 with Retry-After", 500, ["Retry-After: 4"], "{}", 4);
        Row("no hint: the backoff", 429, [], "{}", 1);
        Row("hint of zero: the backoff", 429, ["Retry-After: 0"], """{"retry_after":0}""", 1);
        Row("negative hint: the backoff", 429, ["Retry-After: -5"], "{}", 1);
        Row("nonsense: the backoff", 429, ["Retry-After: soon", "RateLimit: ;;;=,\"x"], """{"retry_after":{}}""", 1);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Hints))]
    [Trait("Defect", "D24")]
    [Trait("Defect", "D25")]
    [Trait("Defect", "D27")]
    public async Task The_server_s_hint_is_waited_for_as_it_is(string name, int status, string[] headers, string body, double seconds)
    {
        foreach (var sync in new[] { false, true })
        {
            var time = new AutoTimeProvider();
            var handler = StubHandler.Script(
                () => StubHandler.Problem(status, body, headers), () => StubHandler.Json(HttpStatusCode.OK, "{}"));
            using var connection = TestConnection.Over(handler, time: time);

            await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            time.Waits.Should().Equal([TimeSpan.FromSeconds(seconds)], because: name);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D21")]
    public async Task A_hint_is_the_same_wait_every_time_and_never_multiplied(bool sync)
    {
        var time = new AutoTimeProvider();
        using var connection = TestConnection.Over(
            StubHandler.Always(() => StubHandler.Problem(429, "{}", "RateLimit: \"a\";r=0;t=60")), time: time, randomizer: 0.99);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        await call.Should().ThrowAsync<RateLimitedException>();
        time.Waits.Should().Equal(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D22")]
    public async Task A_hint_above_the_longest_wait_fails_at_once_and_tells_the_wait(bool sync)
    {
        var time = new AutoTimeProvider();
        var handler = StubHandler.Always(() => StubHandler.Problem(429, "{}", "Retry-After: 86400"));
        using var connection = TestConnection.Over(handler, time: time);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        var failure = (await call.Should().ThrowAsync<RateLimitedException>()).Which;
        failure.RetryAfter.Should().Be(TimeSpan.FromDays(1));
        failure.Message.Should().Contain("retry after 86400 s");
        time.Waits.Should().BeEmpty();
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("Mon, 04 May 2026 10:21:00 GMT", 30)]
    [InlineData("Monday, 04-May-26 10:21:00 GMT", 30)]
    [InlineData("Mon May 4 10:21:00 2026", 30)]
    [InlineData("1.5", 1.5)]
    [InlineData(" 7 ", 7)]
    [InlineData("Mon, 04 May 2026 10:20:00 GMT", 1)]
    [Trait("Defect", "D23")]
    public async Task Retry_After_may_be_a_date_or_have_a_fraction(string value, double seconds)
    {
        var time = new AutoTimeProvider();
        var handler = StubHandler.Script(
            () => StubHandler.Problem(503, "{}", $"Retry-After: {value}"), () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler, time: time);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        time.Waits.Should().Equal(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task A_date_is_measured_by_the_server_s_clock_where_the_answer_tells_it()
    {
        var time = new AutoTimeProvider();
        var handler = StubHandler.Script(
            () => StubHandler.Problem(503, "{}", "Retry-After: Mon, 04 May 2026 12:00:09 GMT", "Date: Mon, 04 May 2026 12:00:00 GMT"),
            () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler, time: time);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        time.Waits.Should().Equal(TimeSpan.FromSeconds(9));
    }

    [Theory]
    [InlineData(0.0, new[] { 0.75, 1.5, 3.0, 6.0, 10.0 })]
    [InlineData(0.5, new[] { 1.0, 2.0, 4.0, 8.0, 10.0 })]
    [InlineData(1.0, new[] { 1.25, 2.5, 5.0, 10.0, 10.0 })]
    [Trait("Defect", "D41")]
    public async Task Without_a_hint_the_wait_doubles_with_jitter_both_ways_and_stays_below_the_longest(double randomizer, double[] seconds)
    {
        foreach (var sync in new[] { false, true })
        {
            var time = new AutoTimeProvider();
            using var connection = TestConnection.Over(
                StubHandler.Always(() => StubHandler.Problem(500, "{}")),
                options =>
                {
                    options.MaxRetries = 5;
                    options.MaxRetryDelay = TimeSpan.FromSeconds(10);
                },
                time,
                randomizer: randomizer);

            var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            (await call.Should().ThrowAsync<ServerErrorException>()).Which.Attempts.Should().Be(6);
            time.Waits.Should().Equal(seconds.Select(TimeSpan.FromSeconds));
        }
    }

    [Fact]
    public async Task A_wait_that_would_pass_the_time_of_the_whole_call_is_not_begun()
    {
        var time = new AutoTimeProvider();
        var handler = StubHandler.Always(() => StubHandler.Problem(503, "{}", "Retry-After: 20"));
        using var connection = TestConnection.Over(handler, options => options.TotalTimeout = TimeSpan.FromSeconds(50), time);

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<ServerErrorException>();
        time.Waits.Should().HaveCount(2, "a third would end after 60 s");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wait_ends_when_the_caller_cancels(bool sync)
    {
        using var source = new CancellationTokenSource();
        var time = new FakeTimeProvider();
        var handler = StubHandler.Always(() => StubHandler.Problem(503, "{}", "Retry-After: 20"));
        handler.AfterAttempt = _ => source.CancelAfter(TimeSpan.FromMilliseconds(20));
        using var connection = TestConnection.Over(handler, time: time);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get), null, source.Token);

        (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
        handler.Sent.Should().HaveCount(1);
    }

    [Fact]
    public void A_synchronous_wait_by_the_machine_s_clock_needs_no_timer()
    {
        var handler = StubHandler.Script(() => StubHandler.Problem(503, "{}"), () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(
            handler, options => options.RetryDelay = TimeSpan.FromMilliseconds(5), TimeProvider.System);

        connection.Send<Thing>(Ops.Request(Ops.Get), null, default);

        handler.Sent.Should().HaveCount(2);
    }
}
