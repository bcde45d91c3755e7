using Valentina.ClaudeCode;

namespace Valentina;

/// <summary>
/// A stream ended without the message that ends it. Nothing is repeated by itself, since the work was paid for;
/// what had arrived until then is in <see cref="ReceivedText"/>.
/// </summary>
public sealed class StreamInterruptedException : ValentinaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Why the stream ended.</param>
    /// <param name="message">The same in words.</param>
    /// <param name="receivedText">The text received until then.</param>
    /// <param name="closeCode">The WebSocket close code, where there was one; 1006 when the connection broke off.</param>
    /// <param name="rawBody">The message that could not be read, if that is the reason.</param>
    /// <param name="innerException">The cause.</param>
    public StreamInterruptedException(
        StreamInterruption reason,
        string message,
        string receivedText = "",
        int? closeCode = null,
        string? rawBody = null,
        Exception? innerException = null)
        : base(
            message,
            new FailureDetails
            {
                Service = ServiceNames.ClaudeCode,
                Operation = "stream",
                Detail = message,
                RawBody = rawBody,
                Attempts = 1,
            },
            innerException)
    {
        Reason = reason;
        ReceivedText = receivedText;
        CloseCode = closeCode;
    }

    /// <summary>Why the stream ended.</summary>
    public StreamInterruption Reason { get; }

    /// <summary>The text received until then, up to its first 1,048,576 characters.</summary>
    public string ReceivedText { get; }

    /// <summary>The WebSocket close code, where there was one; 1006 when the connection broke off.</summary>
    public int? CloseCode { get; }
}
