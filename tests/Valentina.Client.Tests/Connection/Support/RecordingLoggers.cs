using Microsoft.Extensions.Logging;

namespace Valentina.Client.Tests.Connection;

/// <summary>Keeps every log event.</summary>
internal sealed class RecordingLoggers(LogLevel minimum = LogLevel.Trace) : ILoggerFactory
{
    public List<LogEvent> Events { get; } = [];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName, minimum);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class Logger(RecordingLoggers owner, string category, LogLevel minimum) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                var fields = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary(
                    field => field.Key, field => field.Value);
                lock (owner.Events)
                {
                    owner.Events.Add(new LogEvent(category, logLevel, eventId.Name ?? "", eventId.Id, formatter(state, exception), fields));
                }
            }
        }
    }
}

/// <summary>One log event.</summary>
internal sealed record LogEvent(
    string Category, LogLevel Level, string Name, int Id, string Text, IReadOnlyDictionary<string, object?> Fields);
