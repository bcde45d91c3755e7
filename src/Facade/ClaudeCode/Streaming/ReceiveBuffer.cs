using System.Buffers;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// Assembles one message from its fragments, up to a limit. It holds no more than the message being received; big arrays are not pooled,
/// since the pool would keep them for each thread.
/// </summary>
internal sealed class ReceiveBuffer(int limit) : IDisposable
{
    private const int InitialSize = 4096;
    private const int MaxPooled = 1024 * 1024;

    private byte[] _bytes = [];
    private int _length;

    /// <summary>Whether more was received than the limit allows.</summary>
    public bool IsOverLimit => _length > limit;

    /// <summary>The room for the next fragment; never empty.</summary>
    public Memory<byte> Free()
    {
        if (_length == _bytes.Length)
        {
            Grow();
        }

        // One byte above the limit is enough to know that it was passed.
        return _bytes.AsMemory(_length, Math.Min(_bytes.Length - _length, Math.Max(1, limit + 1 - _length)));
    }

    public void Advance(int count) => _length += count;

    /// <summary>
    /// Returns the message in an array of its own and empties the buffer, giving memory back that an ordinary message does not need.
    /// </summary>
    public byte[] Take()
    {
        var message = _bytes.AsSpan(0, _length).ToArray();
        Clear();
        return message;
    }

    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > InitialSize * 16)
        {
            Return();
        }
    }

    public void Dispose()
    {
        _length = 0;
        Return();
    }

    private void Grow()
    {
        // One byte above the limit is the most that is ever needed, and a full array always grows.
        var size = (int)Math.Max(InitialSize, Math.Min(_bytes.Length * 2L, Math.Max(limit, _bytes.Length) + 1L));
        var larger = size <= MaxPooled ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);
        _bytes.AsSpan(0, _length).CopyTo(larger);
        Return();
        _bytes = larger;
    }

    private void Return()
    {
        if (_bytes.Length is > 0 and <= MaxPooled)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = [];
    }
}
