using System.Buffers;

namespace Valentina.Connection.Requests;

/// <summary>Puts a URL together in a rented buffer, which it gives back when the URL is complete.</summary>
internal struct UrlWriter
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private char[]? _buffer;
    private int _length;
    private string? _complete;
    private int _baseLength;

    public UrlWriter()
    {
    }

    public void Append(string text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    public void Append(Guid id)
    {
        id.TryFormat(Reserve(36), out var written);
        _length += written;
    }

    public void AppendEscaped(string text)
        => Append(text.AsSpan().ContainsAnyExcept(Unreserved) ? Uri.EscapeDataString(text) : text);

    /// <summary>The URL under a base.</summary>
    public string Complete(string baseUrl)
    {
        if (_complete is not null && _baseLength == baseUrl.Length && _complete.StartsWith(baseUrl, StringComparison.Ordinal))
        {
            return _complete;
        }

        var relative = _complete is null ? _buffer.AsSpan(0, _length) : _complete.AsSpan(_baseLength);
        _complete = relative.StartsWith("/") ? string.Concat(baseUrl, relative) : string.Concat(baseUrl, "/", relative);
        _baseLength = baseUrl.Length;
        if (_buffer is not null)
        {
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = null;
        }

        return _complete;
    }

    /// <summary>The URL without a base.</summary>
    public override readonly string ToString()
        => _complete is null ? new string(_buffer.AsSpan(0, _length)) : _complete[_baseLength..];

    private Span<char> Reserve(int count)
    {
        if (_complete is not null)
        {
            throw new InvalidOperationException("The request was sent already.");
        }

        _buffer ??= ArrayPool<char>.Shared.Rent(256);
        if (_buffer.Length - _length < count)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_length + count, _buffer.Length * 2));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
