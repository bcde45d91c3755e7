namespace Valentina;

/// <summary>
/// The server could not be reached, or the connection broke before the answer was complete. A write may have taken effect.
/// The inner exception says what the transport met.
/// </summary>
public sealed class ConnectionFailedException(string message, FailureDetails details, Exception? innerException = null)
    : ValentinaException(message, details, innerException);

/// <summary>
/// The server answered with success, but with something that cannot be read as what the contract says: a proxy's page, JSON that is cut off
/// or of another shape. The call has taken effect. A member that is missing or null is no error, so that an object of something else
/// reads as an empty one.
/// </summary>
public sealed class UnreadableResponseException(string message, FailureDetails details, Exception? innerException = null)
    : ValentinaException(message, details, innerException);
