using System.Net;

namespace Valentina.Connection.Requests;

/// <summary>
/// A body that knows whether any of it left, and that lets itself be sent once only where the call may not happen twice: whoever
/// repeats a request, a handler of the host or .NET itself, has to ask the body for its bytes.
/// </summary>
internal abstract class Transmission(bool maySendAgain) : HttpContent
{
    /// <summary>Whether the transport began to send the body.</summary>
    public bool HasStarted { get; private set; }

    protected sealed override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Start();
        Send(stream, cancellationToken);
    }

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Start();
        return SendAsync(stream, cancellationToken);
    }

    /// <summary>Writes the body.</summary>
    protected abstract void Send(Stream stream, CancellationToken cancellationToken);

    /// <inheritdoc cref="Send"/>
    protected abstract Task SendAsync(Stream stream, CancellationToken cancellationToken);

    private void Start()
    {
        if (HasStarted && !maySendAgain)
        {
            throw new RepeatedTransmissionException();
        }

        HasStarted = true;
    }
}
