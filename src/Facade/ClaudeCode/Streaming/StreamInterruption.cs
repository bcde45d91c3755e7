namespace Valentina.ClaudeCode;

/// <summary>Why a stream ended before its end.</summary>
public enum StreamInterruption
{
    /// <summary>The connection broke off without a close frame (close code 1006): the service crashed, or the network failed.</summary>
    ConnectionLost,

    /// <summary>The service said that it shuts down or restarts (close code 1012).</summary>
    ServiceRestarting,

    /// <summary>The service closed the connection for another reason; see <see cref="StreamInterruptedException.CloseCode"/>.</summary>
    ClosedByService,

    /// <summary>A message was larger than its receiver takes (close code 1009).</summary>
    MessageTooBig,

    /// <summary>The service sent something that is no message of this protocol.</summary>
    UnreadableMessage,

    /// <summary>The service was silent for longer than allowed.</summary>
    IdleTimeout,
}
