using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Valentina.Stress.Scenarios.Echo;

/// <summary>Keeps every text that leaves the SDK during a trial, by where it came out.</summary>
internal sealed class EchoSinks : ILoggerFactory, ILogger
{
    private readonly List<(string Sink, string Text)> _texts = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();
    private volatile bool _isDisposed;

    public EchoSinks()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ClientTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == ClientTelemetry.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Keep("metric", tags));
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Keep("metric", tags));
        _meters.Start();
    }

    /// <summary>Gives out what came, and forgets it.</summary>
    public List<(string Sink, string Text)> Take()
    {
        lock (_texts)
        {
            List<(string, string)> taken = [.. _texts];
            _texts.Clear();
            return taken;
        }
    }

    public void Keep(string sink, object? value)
    {
        // The listener of .NET 8 is told of measurements even after it was disposed.
        if (value is null || _isDisposed)
        {
            return;
        }

        lock (_texts)
        {
            _texts.Add((sink, value.ToString() ?? ""));
        }
    }

    /// <summary>An exception with all that it has: texts, members, and the exceptions inside.</summary>
    public void Keep(Exception exception)
    {
        Keep("ToString", exception);
        for (var each = exception; each is not null; each = each.InnerException)
        {
            Keep(ReferenceEquals(each, exception) ? "message" : "inner", each.Message);
            KeepMembers("member", each);
            foreach (DictionaryEntry entry in each.Data)
            {
                Keep("data", $"{entry.Key}={entry.Value}");
            }
        }

        if (exception is ValentinaException known)
        {
            KeepMembers("member", known.Details);
            Keep("headers", known.Headers);
            foreach (var field in (known as ApiException)?.InvalidParameters ?? [])
            {
                Keep("field", field);
            }

            Keep(known.Details.RateLimit);
        }
    }

    public void Keep(ResponseInfo info)
    {
        Keep("request id", info.RequestId);
        Keep("headers", info.Headers);
        Keep(info.RateLimit);
    }

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Keep("log", formatter(state, exception));
        Keep("log state", exception);
        foreach (var (name, value) in state as IReadOnlyList<KeyValuePair<string, object?>> ?? [])
        {
            Keep("log state", $"{name}={value}");
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep("log state", state);
        return null;
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
        _isDisposed = true;
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Keep(Activity activity)
    {
        Keep("trace", $"{activity.DisplayName} {activity.StatusDescription}");
        foreach (var (name, value) in activity.TagObjects)
        {
            Keep("trace", $"{name}={value}");
        }

        foreach (var one in activity.Events)
        {
            Keep("trace", $"{one.Name} {string.Join(' ', one.Tags)}");
        }
    }

    private void Keep(string sink, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            Keep(sink, $"{name}={value}");
        }
    }

    private void Keep(string sink, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var (name, value) in headers)
        {
            Keep(sink, $"{name}: {value}");
        }
    }

    private void Keep(RateLimitState? limits)
    {
        foreach (var policy in limits?.Policies ?? [])
        {
            Keep("rate limit", policy.Name);
        }
    }

    private void KeepMembers(string sink, object holder)
    {
        foreach (var property in holder.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            Keep(sink, property.GetValue(holder));
        }
    }
}
