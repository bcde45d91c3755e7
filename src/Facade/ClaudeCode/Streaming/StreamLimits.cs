namespace Valentina.ClaudeCode.Streaming;

/// <summary>The sizes and times of a stream.</summary>
internal sealed class StreamLimits
{
    /// <summary>The largest message that the service takes, in bytes; it closes the connection over anything larger.</summary>
    public const int ServiceMaxMessageBytes = 16 * 1024 * 1024;

    /// <summary>The same in words.</summary>
    public const string ServiceMaxMessageText = "16 MiB";

    /// <summary>
    /// The largest message taken from the server, in bytes; as much as it takes itself, unless its options say otherwise.
    /// </summary>
    public int MaxMessageBytes { get; init; } = ServiceMaxMessageBytes;

    /// <summary>How long the connection may be silent before an unsolicited pong is sent; zero sends none.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the server may be silent in the middle of a stream.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(310);

    /// <summary>The time that the service was asked to keep for a task; null for an answer in a chat, which has none.</summary>
    public TimeSpan? TaskLimit { get; init; }

    /// <summary>How long the server's close frame is waited for.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(2);
}
