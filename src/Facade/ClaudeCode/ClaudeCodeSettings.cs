using Valentina.ClaudeCode.Streaming;
using Valentina.Connection;

namespace Valentina.ClaudeCode;

/// <summary>The options after reading the environment and checking: what a client works with. Nobody changes it afterwards.</summary>
internal sealed record ClaudeCodeSettings
{
    public required ConnectionSettings Connection { get; init; }

    public required TimeSpan Timeout { get; init; }

    public required string? ProjectId { get; init; }

    public required TimeSpan? TaskTimeout { get; init; }

    public required decimal? TaskMaxCost { get; init; }

    public required TimeSpan StreamIdleTimeout { get; init; }

    public required int MaxStreamMessageBytes { get; init; }

    public required TimeSpan StreamKeepAliveInterval { get; init; }

    /// <param name="idle">How long the service may be silent; null for the usual time.</param>
    /// <param name="task">The time that the service is asked to keep for a task; null where there is none.</param>
    public StreamLimits Limits(TimeSpan? idle = null, TimeSpan? task = null) => new()
    {
        MaxMessageBytes = MaxStreamMessageBytes,
        KeepAliveInterval = StreamKeepAliveInterval,
        IdleTimeout = idle ?? StreamIdleTimeout,
        TaskLimit = task,
    };
}
