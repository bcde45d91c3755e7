using Microsoft.Extensions.Logging;

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>Keeps everything that is logged, at every level.</summary>
internal sealed class KeptLog : ILoggerFactory, ILogger
{
    private readonly List<string> _lines = [];
    private readonly List<string> _categories = [];

    public IReadOnlyList<string> Lines => _lines;

    public IEnumerable<string> Categories => _categories.Distinct();

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName)
    {
        _categories.Add(categoryName);
        return this;
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_lines)
        {
            _lines.Add($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
