namespace Valentina.Connection.Responses;

/// <summary>
/// The bytes of a download. Each read has the time limit of an attempt; failures come as exceptions of the SDK. Only the thread that
/// reads touches what is below: disposing from another one, or disposing the client, lets a read that is going on end itself.
/// </summary>
internal sealed class DownloadStream : Stream
{
    private const int CopySize = 256 * 1024;
    private const int Idle = 0;
    private const int Reading = 1;
    private const int Released = 2;

    private readonly Stream _inner;
    private readonly HttpResponseMessage _response;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly FailureDetails _details;
    private readonly ConnectionCore _client;

    /// <summary>
    /// Never disposed, so that the reader and whoever disposes the stream may come in any order; it has nothing that needs it.
    /// </summary>
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenRegistration _onClientDisposed;
    private volatile bool _disposed;
    private int _state;

    /// <summary>Takes the response over.</summary>
    /// <param name="inner">The decompressed body.</param>
    /// <param name="response">What it belongs to; disposed with the stream.</param>
    /// <param name="timeout">The time limit of each read.</param>
    /// <param name="client">Whose disposal ends the download.</param>
    /// <param name="details">What exceptions say about the call.</param>
    public DownloadStream(Stream inner, HttpResponseMessage response, TimeSpan timeout, ConnectionCore client, FailureDetails details)
    {
        _inner = inner;
        _response = response;
        _timeout = timeout;
        _time = client.Time;
        _details = details;
        _client = client;
        _onClientDisposed = client.Disposal.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), _end);
    }

    public override bool CanRead => !_disposed;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        Enter();
        try
        {
            using var deadline = Deadline.Start(_timeout, _time, CancellationToken.None, _end.Token);
            using var work = SynchronousWork.Begin(deadline);
            try
            {
                deadline.ThrowIfOver();
                return _inner.Read(buffer);
            }
            catch (Exception ex) when (Map(ex, deadline) is { } mapped)
            {
                throw mapped;
            }
        }
        finally
        {
            Leave();
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Enter();
        try
        {
            using var deadline = Deadline.Start(_timeout, _time, cancellationToken, _end.Token);
            try
            {
                return await _inner.ReadAsync(buffer, deadline.Token).ConfigureAwait(false);
            }
            catch (Exception ex) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException("The download was cancelled.", _client.Secrets.Redact(ex), cancellationToken);
            }
            catch (Exception ex) when (Map(ex, deadline) is { } mapped)
            {
                throw mapped;
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>With a buffer for what a socket holds: each read has a deadline of its own, and a file is many of them.</summary>
    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        => base.CopyToAsync(destination, Math.Max(bufferSize, CopySize), cancellationToken);

    /// <inheritdoc cref="CopyToAsync"/>
    public override void CopyTo(Stream destination, int bufferSize) => base.CopyTo(destination, Math.Max(bufferSize, CopySize));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _end.Cancel();
            _onClientDisposed.Unregister();
            if (Interlocked.CompareExchange(ref _state, Released, Idle) == Idle)
            {
                Release();
            }
        }

        base.Dispose(disposing);
    }

    private void Enter()
    {
        ThrowIfDisposed();
        var before = Interlocked.CompareExchange(ref _state, Reading, Idle);
        if (before != Idle)
        {
            ThrowIfDisposed();
            throw new InvalidOperationException("A download is read by one reader at a time.");
        }
    }

    private void Leave()
    {
        Volatile.Write(ref _state, Idle);
        if (_disposed && Interlocked.CompareExchange(ref _state, Released, Idle) == Idle)
        {
            Release();
        }
    }

    private void Release()
    {
        _inner.Dispose();
        _response.Dispose();
    }

    private void ThrowIfDisposed()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(FileDownload));
        _client.ThrowIfDisposed();
    }

    /// <summary>What the caller gets instead; null leaves it as it is.</summary>
    private Exception? Map(Exception exception, Deadline deadline) => exception switch
    {
        _ when _disposed => new ObjectDisposedException(nameof(FileDownload)),
        _ when _client.IsDisposed => _client.Disposed(),
        _ when deadline.HasPassed || ExceptionChain.Contains<DeadlinePassedException>(exception)
            => _client.Failures.TimedOut(_timeout, _details, exception),
        _ => _client.Failures.OfDownload(_details, exception),
    };
}
