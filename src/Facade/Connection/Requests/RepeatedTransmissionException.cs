namespace Valentina.Connection.Requests;

/// <summary>
/// Somebody below the SDK tried to send a body again that may be sent once. It is of no type that transports wrap or resilience
/// handlers take for a passing failure, so that they end at once.
/// </summary>
internal sealed class RepeatedTransmissionException() : Exception(
    "a handler tried to send the request a second time, which this call must not be; nothing was sent again, but the first time may have taken effect. Remove the handler that repeats requests: the SDK repeats by itself what may be repeated");
