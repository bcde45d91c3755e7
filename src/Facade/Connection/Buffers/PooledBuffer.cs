using System.Buffers;

namespace Valentina.Connection.Buffers;

/// <summary>
/// Bytes in rented memory that grows: one array while they are few, blocks of one size when they become many, so that a flood makes
/// neither copies nor garbage. Not for use by two threads at once.
/// </summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    /// <summary>The greatest array that is rented, and the size of a block; the pool would keep greater ones for each thread.</summary>
    private const int BlockSize = 1024 * 1024;

    private List<(byte[] Bytes, int Length)>? _blocks;
    private int _before;
    private byte[] _bytes;
    private int _length;

    public PooledBuffer(int capacity = 1024) => _bytes = Take(capacity);

    public int Length => _before + _length;

    /// <summary>All bytes in one piece.</summary>
    public ReadOnlyMemory<byte> Memory
    {
        get
        {
            if (_blocks is not null)
            {
                Join(_blocks);
            }

            return _bytes.AsMemory(0, _length);
        }
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void Dispose()
    {
        Return(_bytes);
        Abandon();
    }

    /// <summary>
    /// As <see cref="Dispose"/>, but leaves the memory handed out last to the collector: somebody may still write into it.
    /// </summary>
    public void Abandon()
    {
        foreach (var (bytes, _) in _blocks ?? [])
        {
            Return(bytes);
        }

        _blocks = null;
        _bytes = [];
        _length = _before = 0;
    }

    private static byte[] Take(int length)
        => length <= BlockSize ? ArrayPool<byte>.Shared.Rent(length) : GC.AllocateUninitializedArray<byte>(length);

    private static void Return(byte[] bytes)
    {
        if (bytes.Length is > 0 and <= BlockSize)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Ensure(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 1);
        if (_bytes.Length - _length >= needed)
        {
            return;
        }

        if (_bytes.Length >= BlockSize)
        {
            (_blocks ??= []).Add((_bytes, _length));
            _before = checked(_before + _length);
            _bytes = Take(Math.Max(needed, BlockSize));
            _length = 0;
            return;
        }

        var larger = Take(Math.Max(checked(_length + needed), _bytes.Length * 2));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        Return(_bytes);
        _bytes = larger;
    }

    private void Join(List<(byte[] Bytes, int Length)> blocks)
    {
        var whole = Take(Length);
        var at = 0;
        foreach (var (bytes, length) in blocks)
        {
            bytes.AsSpan(0, length).CopyTo(whole.AsSpan(at));
            at += length;
        }

        _bytes.AsSpan(0, _length).CopyTo(whole.AsSpan(at));
        var all = Length;
        Dispose();
        _bytes = whole;
        _length = all;
    }
}
