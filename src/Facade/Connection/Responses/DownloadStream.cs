namespace Valentina.Connection.Responses;

/// <summary>The bytes of a download. Each read has the time limit of an attempt; faults come as exceptions of the SDK.</summary>
internal sealed class DownloadStream : Stream
{
    private readonly Stream _inner;
    private readonly HttpResponseMessage _response;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly FailureDetails _details;
    private bool _disposed;

    public DownloadStream(Stream inner, HttpResponseMessage response, TimeSpan timeout, TimeProvider time, FailureDetails details)
    {
        _inner = inner;
        _response = response;
        _timeout = timeout;
        _time = time;
        _details = details;
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
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var registration = limit.Token.UnsafeRegister(static state => ((HttpResponseMessage)state!).Dispose(), _response);
        using var socketDeadline = SocketDeadline.Begin(_timeout, _time);
        try
        {
            return _inner.Read(buffer);
        }
        catch (Exception fault) when (Map(fault, IsOver(limit, fault)) is not null)
        {
            throw Map(fault, IsOver(limit, fault))!;
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var limit = new CancellationTokenSource(_timeout, _time);
        using var registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), limit);
        try
        {
            return await _inner.ReadAsync(buffer, limit.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The download was cancelled.", fault, cancellationToken);
        }
        catch (Exception fault) when (Map(fault, limit.IsCancellationRequested) is not null)
        {
            throw Map(fault, limit.IsCancellationRequested)!;
        }
    }

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
            _inner.Dispose();
            _response.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsOver(CancellationTokenSource limit, Exception fault)
        => limit.IsCancellationRequested || SocketDeadlineException.IsCauseOf(fault);

    private ValentinaException? Map(Exception fault, bool isTimeout) => fault switch
    {
        _ when isTimeout => new RequestTimeoutException(_timeout, isTotal: false, _details, fault),
        IOException or HttpRequestException or ObjectDisposedException when !_disposed
            => new ConnectionFailedException($"{_details.Service} broke off the download of {_details.Operation}: {fault.Message}", _details, fault),
        InvalidDataException => new UnreadableResponseException($"The download of {_details.Operation} cannot be decompressed: {fault.Message}", _details, fault),
        _ => null,
    };
}
