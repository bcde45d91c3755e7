using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Valentina;

/// <summary>
/// The names to listen to: an activity for every call and two instruments, all named after the OpenTelemetry conventions for HTTP clients.
/// </summary>
public static class ClientTelemetry
{
    /// <summary>The name of the activity source and of the meter, for both services.</summary>
    public const string Name = "Valentina.Client";

    /// <summary>The histogram of the duration of calls in seconds, all attempts and waits included.</summary>
    public const string DurationInstrument = "valentina.client.call.duration";

    /// <summary>The counter of repeated attempts.</summary>
    public const string RetriesInstrument = "valentina.client.retries";

    private static readonly string? Version = typeof(ClientTelemetry).Assembly.GetName().Version?.ToString(3);

    internal static ActivitySource Source { get; } = new(Name, Version);

    internal static Meter Meter { get; } = new(Name, Version);

    internal static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>(
        DurationInstrument, "s", "How long calls take, all attempts and waits included.");

    internal static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        RetriesInstrument, "{attempt}", "How many attempts were repetitions.");
}
