using Valentina.Connection;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// A stream whose asynchronous methods do their work synchronously and return a completed task, so that a
/// <see cref="System.Net.WebSockets.WebSocket"/> over it never leaves the calling thread.
/// </summary>
internal sealed class SynchronousStream(Stream inner) : ForwardingStream(inner)
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return new ValueTask<int>(Inner.Read(buffer.Span));
        }
        catch (Exception ex)
        {
            return ValueTask.FromException<int>(Translate(ex));
        }
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            Inner.Write(buffer.Span);
            return ValueTask.CompletedTask;
        }
        catch (Exception ex)
        {
            return ValueTask.FromException(Translate(ex));
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            Inner.Flush();
            return Task.CompletedTask;
        }
        catch (Exception ex)
        {
            return Task.FromException(Translate(ex));
        }
    }

    /// <summary>
    /// A wait that ended itself comes as a cancellation, whatever TLS wrapped around it: then the WebSocket stays open for a close frame.
    /// </summary>
    private static Exception Translate(Exception exception)
        => ExceptionChain.Contains<OperationCanceledException>(exception) || ExceptionChain.Contains<DeadlinePassedException>(exception)
            ? new OperationCanceledException("The wait is over.", exception)
            : exception;
}
