using System.Buffers;

namespace Valentina.Connection.Requests;

/// <summary>A file as multipart form data. Every attempt opens the source again and sends the same bytes, boundary included.</summary>
internal sealed class MultipartFileContent : Transmission
{
    /// <summary>Every piece is read from a file on a thread of the pool, so that small ones cost time; it comes from a pool.</summary>
    private const int ChunkSize = 128 * 1024;

    private readonly MultipartFrame _frame;
    private readonly FileUpload _file;

    public MultipartFileContent(MultipartFrame frame, FileUpload file, bool maySendAgain)
        : base(maySendAgain && file.CanReopen)
    {
        _frame = frame;
        _file = file;
        Headers.TryAddWithoutValidation("Content-Type", frame.ContentType);
        if (TryComputeLength(out var length))
        {
            Headers.ContentLength = length;
        }
    }

    /// <summary>Whether the caller's source was opened, which some can be only once.</summary>
    public bool HasOpenedSource { get; private set; }

    /// <summary>What the caller's source threw; not the network's doing.</summary>
    public Exception? SourceFailure { get; private set; }

    protected override void Send(Stream stream, CancellationToken cancellationToken)
    {
        stream.Write(_frame.Head.Span);
        if (!_file.CanReopen)
        {
            // A connection that turns out to be stale does so now, before the source is touched.
            stream.Flush();
        }

        using var source = Open();
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        try
        {
            long sent = 0;
            Report(sent);
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var count = Read(source, buffer);
                if (count == 0)
                {
                    break;
                }

                sent += count;
                CheckNotLonger(sent);
                stream.Write(buffer, 0, count);
                Report(sent);
            }

            CheckNotShorter(sent);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        stream.Write(_frame.Tail.Span);
    }

    protected override async Task SendAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_frame.Head, cancellationToken).ConfigureAwait(false);
        if (!_file.CanReopen)
        {
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        var source = Open();
        await using (source.ConfigureAwait(false))
        {
            var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
            try
            {
                long sent = 0;
                Report(sent);
                while (true)
                {
                    var count = await ReadAsync(source, buffer, cancellationToken).ConfigureAwait(false);
                    if (count == 0)
                    {
                        break;
                    }

                    sent += count;
                    CheckNotLonger(sent);
                    await stream.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                    Report(sent);
                }

                CheckNotShorter(sent);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }

            await stream.WriteAsync(_frame.Tail, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _frame.Head.Length + (_file.Length ?? 0) + _frame.Tail.Length;
        return _file.Length is not null;
    }

    private Stream Open()
    {
        HasOpenedSource = true;
        try
        {
            return _file.Open();
        }
        catch (Exception ex) when (IsOfSource(ex))
        {
            throw;
        }
    }

    private int Read(Stream source, byte[] buffer)
    {
        try
        {
            return source.Read(buffer, 0, ChunkSize);
        }
        catch (Exception ex) when (IsOfSource(ex))
        {
            throw;
        }
    }

    private async ValueTask<int> ReadAsync(Stream source, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer.AsMemory(0, ChunkSize), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && IsOfSource(ex))
        {
            throw;
        }
    }

    private void Report(long sent)
    {
        try
        {
            _file.Progress?.Report(sent);
        }
        catch (Exception ex) when (IsOfSource(ex))
        {
            throw;
        }
    }

    /// <summary>Notes an exception of the caller's own code, which the transport would pass on as one of the network.</summary>
    private bool IsOfSource(Exception exception)
    {
        SourceFailure ??= exception;
        return true;
    }

    private void CheckNotLonger(long sent)
    {
        if (sent > _file.Length)
        {
            ThrowSourceFailure($"the source gave more than the {_file.Length} bytes announced");
        }
    }

    private void CheckNotShorter(long sent)
    {
        if (sent < _file.Length)
        {
            ThrowSourceFailure($"the source gave {sent} of the {_file.Length} bytes announced");
        }
    }

    private void ThrowSourceFailure(string message)
    {
        SourceFailure = new InvalidDataException(message);
        throw SourceFailure;
    }
}
