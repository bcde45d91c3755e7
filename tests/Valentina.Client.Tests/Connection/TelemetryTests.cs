using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Activities and measurements for those who listen.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public void The_boundaries_of_the_histogram_part_fast_calls_and_runs_of_minutes()
    {
        ClientTelemetry.DurationBoundaries.Should().BeInAscendingOrder().And.Contain([0.005, 10, 300]);
#if NET9_0_OR_GREATER
        ClientTelemetry.Duration.Advice!.HistogramBucketBoundaries.Should().Equal(ClientTelemetry.DurationBoundaries);
#endif
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_is_one_activity_with_the_conventional_tags(bool sync)
    {
        using var listening = new Listening();
        using var connection = TestConnection.Over(StubHandler.Script(
            () => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"),
            () => StubHandler.Json(HttpStatusCode.OK, "{}", "application/json", ("X-Request-Id", "req_1"))));

        await connection.CallAsync<Thing>(sync, Ops.Request(listening.Operation));

        var activity = listening.Activities.Should().ContainSingle().Subject;
        activity.DisplayName.Should().Be("GET /api/v1/things/{id}");
        activity.Kind.Should().Be(ActivityKind.Client);
        activity.Status.Should().Be(ActivityStatusCode.Unset);
        activity.TagObjects.Should().BeEquivalentTo(new Dictionary<string, object?>
        {
            ["http.request.method"] = "GET",
            ["url.template"] = "/api/v1/things/{id}",
            ["url.full"] = "http://server.test/api/v1/things/7",
            ["server.address"] = "server.test",
            ["server.port"] = 80,
            ["valentina.service"] = "Valentina Noir",
            ["valentina.operation.id"] = listening.Operation.Id,
            ["valentina.request.id"] = "req_1",
            ["http.request.resend_count"] = 1,
            ["http.response.status_code"] = 200,
        });
    }

    [Theory]
    [InlineData("404", "404")]
    [InlineData("cut", "System.Net.Http.HttpRequestException")]
    [InlineData("timeout", "timeout")]
    [InlineData("cancel", "cancelled")]
    public async Task A_failure_marks_the_activity(string error, string errorType)
    {
        using var listening = new Listening();
        using var source = new CancellationTokenSource();
        using var connection = TestConnection.Over(
            StubHandler.Always(() =>
            {
                switch (error)
                {
                    case "cut":
                        throw new HttpRequestException("cut");
                    case "timeout":
                        throw new TaskCanceledException("slow", new TimeoutException());
                    case "cancel":
                        source.Cancel();
                        throw new OperationCanceledException();
                    default:
                        return StubHandler.Json(HttpStatusCode.NotFound, "{}");
                }
            }),
            options => options.MaxRetries = 0);

        await Record.ExceptionAsync(() => connection.SendAsync<Thing>(Ops.Request(listening.Operation), null, source.Token));

        var activity = listening.Activities.Should().ContainSingle().Subject;
        activity.Status.Should().Be(ActivityStatusCode.Error);
        activity.GetTagItem("error.type").Should().Be(errorType);
    }

    [Fact]
    public async Task Personal_data_is_masked_in_activities()
    {
        using var listening = new Listening(isPersonal: true);
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}")));

        await connection.SendAsync<Thing>(
            new ApiRequest(listening.Operation).Literal("/api/v1/things/person@example.com").Query("email", "person@example.com"),
            null,
            default);

        listening.Activities.Single().GetTagItem("url.full").Should().Be("http://server.test/api/v1/things/{id}?email=***");
    }

    [Fact]
    public async Task Calls_are_timed_and_repetitions_counted()
    {
        using var listening = new Listening();
        using var connection = TestConnection.Over(StubHandler.Script(
            () => StubHandler.Json(HttpStatusCode.ServiceUnavailable, "{}"),
            () => StubHandler.Json(HttpStatusCode.OK, "{}")));

        await connection.SendAsync<Thing>(Ops.Request(listening.Operation), null, default);

        listening.Retries.Should().Equal(1);
        listening.Durations.Should().ContainSingle().Which.Should().BeGreaterOrEqualTo(1.0, "the wait counts");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_caller_s_activity_is_current_again_after_the_call(bool sync)
    {
        using var listening = new Listening();
        using var outer = new Activity("outer").Start();
        using var connection = TestConnection.Over(
            StubHandler.Always(() => throw new InvalidOperationException("a defect of the handler")));

        await Record.ExceptionAsync(() => connection.CallAsync<Thing>(sync, Ops.Request(listening.Operation)));

        Activity.Current.Should().BeSameAs(outer);
        listening.Activities.Should().ContainSingle().Which.Parent.Should().BeSameAs(outer);
    }

    /// <summary>Listens to one operation of its own, since tests run side by side.</summary>
    private sealed class Listening : IDisposable
    {
        private readonly ActivityListener _activities;
        private readonly MeterListener _meters;

        public Listening(bool isPersonal = false)
        {
            Operation = new ApiOperation("telemetry_" + Guid.NewGuid().ToString("N"), HttpMethod.Get, "/api/v1/things/{id}")
            {
                HasPersonalData = isPersonal
            };
            _activities = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "Valentina.Client",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (Equals(activity.GetTagItem("valentina.operation.id"), Operation.Id))
                    {
                        Activities.Add(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_activities);
            _meters = new MeterListener
            {
                InstrumentPublished = (instrument, listener) =>
                {
                    if (instrument.Meter.Name == "Valentina.Client")
                    {
                        listener.EnableMeasurementEvents(instrument);
                    }
                },
            };
            _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(
                Durations, instrument, ClientTelemetry.DurationInstrument, value, tags));
            _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(
                Retries, instrument, ClientTelemetry.RetriesInstrument, value, tags));
            _meters.Start();
        }

        public ApiOperation Operation { get; }

        public List<Activity> Activities { get; } = [];

        public List<double> Durations { get; } = [];

        public List<long> Retries { get; } = [];

        public void Dispose()
        {
            _activities.Dispose();
            _meters.Dispose();
        }

        private void Keep<T>(List<T> list, Instrument instrument, string name, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            foreach (var tag in tags)
            {
                if (instrument.Name == name && tag.Key == "valentina.operation.id" && Equals(tag.Value, Operation.Id))
                {
                    list.Add(value);
                }
            }
        }
    }
}
