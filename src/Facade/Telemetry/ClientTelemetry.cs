using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Valentina;

/// <summary>
/// The names to listen to: an activity for every call, and five instruments. Activities and tags follow the OpenTelemetry conventions for
/// HTTP clients; the instruments have names of their own, since a call may be several requests.
/// </summary>
public static class ClientTelemetry
{
    /// <summary>The name of the activity source and of the meter, for both services.</summary>
    public const string Name = "Valentina.Client";

    /// <summary>The histogram of the duration of calls in seconds, all attempts and waits included.</summary>
    public const string DurationInstrument = "valentina.client.call.duration";

    /// <summary>The counter of repeated attempts.</summary>
    public const string RetriesInstrument = "valentina.client.retries";

    /// <summary>The histogram of the time in seconds that attempts waited for their turn, where a rate limit was used up.</summary>
    public const string RateLimitWaitInstrument = "valentina.client.rate_limit.wait";

    /// <summary>The number of calls that wait for their turn.</summary>
    public const string RateLimitQueueInstrument = "valentina.client.rate_limit.queue";

    /// <summary>How many requests the tightest limit still allows, as it was when an attempt passed or began to wait.</summary>
    public const string RateLimitTokensInstrument = "valentina.client.rate_limit.tokens";

    /// <summary>
    /// The boundaries of the histogram in seconds: those of the OpenTelemetry conventions for HTTP, and above them longer ones for Claude,
    /// whose runs take minutes. From .NET 9 on the instrument names them itself; before, give them to a view.
    /// </summary>
    public static IReadOnlyList<double> DurationBoundaries { get; } =
        [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 15, 30, 60, 120, 300, 600];

    private static readonly string? Version = typeof(ClientTelemetry).Assembly.GetName().Version?.ToString(3);

    internal static ActivitySource Source { get; } = new(Name, Version);

    internal static Meter Meter { get; } = new(Name, Version);

    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>(
        DurationInstrument,
        "s",
        "How long calls take, all attempts and waits included."
#if NET9_0_OR_GREATER
        , advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBoundaries }
#endif
        );

    internal static Histogram<double> RateLimitWait { get; } = Meter.CreateHistogram<double>(
        RateLimitWaitInstrument, "s", "How long attempts waited for their turn.");

    internal static UpDownCounter<long> RateLimitQueue { get; } = Meter.CreateUpDownCounter<long>(
        RateLimitQueueInstrument, "{call}", "How many calls wait for their turn.");

    internal static Histogram<long> RateLimitTokens { get; } = Meter.CreateHistogram<long>(
        RateLimitTokensInstrument, "{request}", "How many requests the tightest limit still allows.");

    internal static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        RetriesInstrument, "{attempt}", "How many attempts were repetitions.");
}
