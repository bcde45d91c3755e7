using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Valentina.Tests.Shared;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>What the answers mean for the calls after them, and what is told about the waiting.</summary>
public sealed class PacedAnswerTests
{
    private const string Used = "RateLimit: \"burst\";r=0;t=2";
    private const string Policy = "RateLimit-Policy: \"burst\";q=5;w=10";

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_call_that_finds_nothing_out_leaves_it_to_the_next(bool sync, bool isAnswered)
    {
        var time = new AutoTimeProvider();
        var handler = StubHandler.Script(
            () => StubHandler.Problem(429, "{}", "Retry-After: 3"),
            () => isAnswered ? StubHandler.Problem(404, "{}") : throw new HttpRequestException("gone"),
            () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler, options => options.MaxRetries = 0, time);
        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        await call.Should().ThrowAsync<RateLimitedException>();
        await call.Should().ThrowAsync<ValentinaException>();

        await call.Should().NotThrowAsync();

        handler.Sent.Should().HaveCount(3);
        time.Waits.Should().Equal(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(2, "1.92", 2, "rounding to whole seconds explains the difference, and it is small")]
    [InlineData(2, "1.5", 1.5, "the header was rounded up")]
    [InlineData(2, "1.75", 2, "a quarter of a second makes no difference")]
    [InlineData(3, "2", 3, "rounding explains no whole second")]
    [InlineData(4, "1.5", 4, "rounding explains no more than a second")]
    [InlineData(2, "2.5", 2, "the header is never less than the body")]
    public async Task The_body_tells_the_parts_of_a_second_that_the_header_rounds(int header, string body, double wait, string because)
    {
        foreach (var sync in new[] { false, true })
        {
            var time = new AutoTimeProvider();
            using var connection = TestConnection.Over(
                StubHandler.Script(
                    () => StubHandler.Problem(429, $$"""{"retry_after":{{body}}}""", $"RateLimit: \"burst\";r=0;t={header}", Policy),
                    () => StubHandler.Json(HttpStatusCode.OK, "{}")),
                time: time);

            await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            time.Waits.Should().ContainSingle(because).Which.Should().BeCloseTo(
                TimeSpan.FromSeconds(wait), TimeSpan.FromMilliseconds(1), because);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_wait_of_zero_is_no_wait_told(bool sync)
    {
        var time = new AutoTimeProvider();
        using var connection = TestConnection.Over(
            StubHandler.Script(
                () => StubHandler.Problem(429, """{"retry_after":0}"""), () => StubHandler.Json(HttpStatusCode.OK, "{}")),
            options => options.RetryDelay = TimeSpan.FromSeconds(0.5),
            time);

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        time.Waits.Should().Equal(TimeSpan.FromSeconds(0.5));
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 3)]
    [InlineData(false, null)]
    [InlineData(true, null)]
    public async Task A_call_that_has_the_time_waits(bool sync, int? seconds)
    {
        var time = new AutoTimeProvider();
        var handler = StubHandler.Script(() => Ok());
        using var connection = TestConnection.Over(
            handler,
            options => options.TotalTimeout = seconds is { } total ? TimeSpan.FromSeconds(total) : Timeout.InfiniteTimeSpan,
            time);

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        handler.Sent.Should().HaveCount(2);
        time.Waits.Should().Equal(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task A_call_in_the_background_lets_others_go_first()
    {
        var clock = new SteppedClock();
        using var connection = TestConnection.Over(StubHandler.Script(() => Ok()), null, clock);
        await connection.CallAsync<Thing>(false, Ops.Request(Ops.Get));
        var background = connection.CallAsync<Thing>(
            false, Ops.Request(Ops.Get), new RequestOptions { Priority = RequestPriority.Background });
        var normal = connection.CallAsync<Thing>(false, Ops.Request(Ops.Get));

        clock.AdvanceToNext();
        await normal;

        background.IsCompleted.Should().BeFalse();
        connection.RateLimits.Waiting.Should().Be(1);
        clock.Advance(TimeSpan.FromSeconds(10));
        await background;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_waits_is_told_about_with_the_time_it_took(bool sync)
    {
        var host = $"waits-{Guid.NewGuid():N}.test";
        var measured = new ConcurrentQueue<(string, double)>();
        using var meters = Listen(host, measured);
        var loggers = new RecordingLoggers();
        var clock = new SteppedClock();
        using var connection = TestConnection.Over(
            StubHandler.Script(() => Ok()), options => options.BaseUrl = $"http://{host}", clock, loggers);
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        measured.Should().BeEmpty("the first has not waited");

        var call = Task.Run(() => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get)));
        while (measured.IsEmpty)
        {
            await Task.Yield();
        }

        clock.AdvanceToNext();
        await call;

        measured.Should().Equal(
            (ClientTelemetry.RateLimitQueueInstrument, 1),
            (ClientTelemetry.RateLimitQueueInstrument, -1),
            (ClientTelemetry.RateLimitWaitInstrument, 2));
        loggers.Events.Should().ContainSingle(logged => logged.Name == "RateLimitWait").Which.Text.Should().Contain("with 0 others");
    }

    private static MeterListener Listen(string host, ConcurrentQueue<(string, double)> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Name is ClientTelemetry.RateLimitQueueInstrument or ClientTelemetry.RateLimitWaitInstrument)
                {
                    own.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var tag in tags)
            {
                if (host.Equals(tag.Value as string, StringComparison.Ordinal))
                {
                    measured.Enqueue((instrument.Name, value));
                }
            }
        }

        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        return listener;
    }

    private static HttpResponseMessage Ok()
    {
        var response = StubHandler.Problem(200, "{}", Used, Policy);
        response.Content.Headers.ContentType = new("application/json");
        return response;
    }
}
