using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace Valentina.Testing;

/// <summary>
/// Gives the web server's own error responses a body. It rejects what it cannot parse (a bad line, host, header or length) before any code
/// of ours runs, with an empty 400 that neither real service sends; here the service's own error goes in.
/// </summary>
/// <param name="answer">The service's error for a status.</param>
internal sealed class KestrelErrorResponses(Func<int, FakeResponse> answer)
{
    private static readonly object Key = new();

    /// <summary>Tells the connection that the application answers now: what it writes is left alone, an empty error too.</summary>
    public static void Answering(IDictionary<object, object?> connection, bool isAnswering) => connection[Key] = isAnswering;

    /// <summary>The middleware of a connection.</summary>
    public ConnectionDelegate Use(ConnectionDelegate next) => async connection =>
    {
        var transport = connection.Transport;
        connection.Transport = new Pipes(transport.Input, new Writer(transport.Output, connection.Items, answer));
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            connection.Transport = transport;
        }
    };

    private sealed record Pipes(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Keeps what is written until it is flushed, since an error response is known only as a whole.</summary>
    private sealed class Writer(PipeWriter inner, IDictionary<object, object?> connection, Func<int, FakeResponse> answer) : PipeWriter
    {
        private readonly ArrayBufferWriter<byte> _pending = new();

        public override bool CanGetUnflushedBytes => true;

        public override long UnflushedBytes => _pending.WrittenCount + (inner.CanGetUnflushedBytes ? inner.UnflushedBytes : 0);

        public override void Advance(int bytes) => _pending.Advance(bytes);

        public override Memory<byte> GetMemory(int sizeHint = 0) => _pending.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => _pending.GetSpan(sizeHint);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            Pass();
            return inner.FlushAsync(cancellationToken);
        }

        public override void Complete(Exception? exception = null)
        {
            Pass();
            inner.Complete(exception);
        }

        public override ValueTask CompleteAsync(Exception? exception = null)
        {
            Pass();
            return inner.CompleteAsync(exception);
        }

        private void Pass()
        {
            if (_pending.WrittenCount == 0)
            {
                return;
            }

            inner.Write(IsEmptyError(_pending.WrittenSpan, out var status) ? ErrorResponse(status) : _pending.WrittenSpan);
            _pending.ResetWrittenCount();
        }

        private bool IsEmptyError(ReadOnlySpan<byte> written, out int status)
        {
            status = 0;
            return !(connection.TryGetValue(Key, out var isAnswering) && isAnswering is true)
                && written.StartsWith("HTTP/1.1 "u8)
                && written.EndsWith("\r\n\r\n"u8)
                && written.IndexOf("\r\nContent-Length: 0\r\n"u8) >= 0
                && int.TryParse(written.Slice(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out status)
                && status >= 400;
        }

        private byte[] ErrorResponse(int status)
        {
            var response = answer(status);
            var head = new StringBuilder($"HTTP/1.1 {status} {ReasonPhrases.For(status)}\r\nContent-Length: {response.Body.Length}\r\nConnection: close\r\n");
            foreach (var (name, value) in response.Headers)
            {
                head.Append(name).Append(": ").Append(value).Append("\r\n");
            }

            return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. response.Body.Span];
        }
    }
}
