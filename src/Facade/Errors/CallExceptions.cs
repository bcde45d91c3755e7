namespace Valentina;

/// <summary>
/// The server could not be reached, or the connection broke before the answer was complete. A write may have taken effect.
/// The inner exception says what the transport met.
/// </summary>
public sealed class ConnectionFailedException(string message, FailureDetails details, Exception? innerException = null)
    : ValentinaException(message, details, innerException);

/// <summary>
/// The server answered with success, but with something that is not what the contract says: a proxy's page, cut-off or foreign JSON. The
/// call has taken effect.
/// </summary>
public sealed class UnreadableResponseException(string message, FailureDetails details, Exception? innerException = null)
    : ValentinaException(message, details, innerException);
