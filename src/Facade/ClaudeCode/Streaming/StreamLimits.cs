namespace Valentina.ClaudeCode.Streaming;

/// <summary>The sizes and times of a stream.</summary>
internal sealed class StreamLimits
{
    /// <summary>The largest message taken from the server, in bytes.</summary>
    public int MaxMessageBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long the connection may be silent before an unsolicited pong is sent; zero sends none.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the server may be silent in the middle of a stream.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(310);

    /// <summary>How long the server's goodbye is waited for.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
