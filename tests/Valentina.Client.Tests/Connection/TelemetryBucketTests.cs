using System.Net;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>What OpenTelemetry makes of the histogram, set up as docs/observability.md says.</summary>
public sealed class TelemetryBucketTests
{
    private readonly ApiOperation _operation = new("buckets_" + Guid.NewGuid().ToString("N"), HttpMethod.Get, "/api/v1/things/{id}");

    [Fact]
    public async Task A_fast_call_a_slow_one_and_a_run_of_minutes_fall_into_buckets_of_their_own()
    {
        var points = new Points(_operation.Id);
        using var meters = Sdk.CreateMeterProviderBuilder()
            .AddMeter(ClientTelemetry.Name)
#if !NET9_0_OR_GREATER
            .AddView(
                ClientTelemetry.DurationInstrument,
                new ExplicitBucketHistogramConfiguration { Boundaries = [.. ClientTelemetry.DurationBoundaries] })
#endif
            .AddReader(new BaseExportingMetricReader(points))
            .Build();
        var time = new AutoTimeProvider();
        foreach (var seconds in (double[])[0.02, 3, 250])
        {
            using var connection = TestConnection.Over(
                StubHandler.Script(() =>
                {
                    time.Advance(TimeSpan.FromSeconds(seconds));
                    return StubHandler.Json(HttpStatusCode.OK, "{}");
                }),
                options => (options.Timeout, options.TotalTimeout) = (TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10)),
                time);
            await connection.CallAsync<Thing>(sync: false, Ops.Request(_operation));
        }

        meters.ForceFlush();

        points.Upper.Should().Equal(0.025, 5, 300);
    }

    /// <summary>The upper bounds of the buckets that something fell into.</summary>
    private sealed class Points(string operation) : BaseExporter<Metric>
    {
        public List<double> Upper { get; } = [];

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                if (metric.Name == ClientTelemetry.DurationInstrument)
                {
                    Read(metric);
                }
            }

            return ExportResult.Success;
        }

        private void Read(Metric metric)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                if (!IsOfOperation(point))
                {
                    continue;
                }

                foreach (var bucket in point.GetHistogramBuckets())
                {
                    if (bucket.BucketCount > 0)
                    {
                        Upper.Add(bucket.ExplicitBound);
                    }
                }
            }
        }

        private bool IsOfOperation(in MetricPoint point)
        {
            foreach (var (name, value) in point.Tags)
            {
                if (name == "valentina.operation.id" && Equals(value, operation))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
