using System.Text.Unicode;

namespace Valentina.Connection.Buffers;

/// <summary>Reads UTF-8 bytes as text straight into the caller's buffer, without one of its own.</summary>
internal sealed class Utf8TextReader : TextReader
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private int _position;
    private char _pending;

    public Utf8TextReader(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        if (bytes.Span.StartsWith("\uFEFF"u8))
        {
            _position = 3;
        }
    }

    public override int Peek()
    {
        if (_pending == 0)
        {
            Span<char> one = stackalloc char[2];
            var read = Read(one[..1]);
            if (read == 0)
            {
                return -1;
            }

            _pending = one[0];
        }

        return _pending;
    }

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        if (_pending != 0 && buffer.Length > 0)
        {
            buffer[0] = _pending;
            _pending = '\0';
            written = 1;
        }

        if (written == buffer.Length)
        {
            return written;
        }

        Utf8.ToUtf16(
            _bytes.Span[_position..], buffer[written..], out var bytesRead, out var charsWritten, replaceInvalidSequences: true,
            isFinalBlock: true);
        _position += bytesRead;
        written += charsWritten;
        if (written == 0 && buffer.Length > 0 && _position < _bytes.Length)
        {
            written = ReadHalfOfPair(buffer);
        }

        return written;
    }

    /// <summary>A pair of surrogates that does not fit into a buffer of one: its second half waits.</summary>
    private int ReadHalfOfPair(Span<char> buffer)
    {
        Span<char> pair = stackalloc char[2];
        Utf8.ToUtf16(
            _bytes.Span[_position..], pair, out var bytesRead, out var charsWritten, replaceInvalidSequences: true, isFinalBlock: true);
        _position += bytesRead;
        buffer[0] = pair[0];
        _pending = charsWritten > 1 ? pair[1] : '\0';
        return 1;
    }
}
