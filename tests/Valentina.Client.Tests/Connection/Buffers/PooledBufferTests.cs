using System.Runtime.InteropServices;
using Valentina.Connection.Buffers;

namespace Valentina.Client.Tests.Connection.Buffers;

/// <summary>Rented memory that grows keeps every byte, and gives back what it rented.</summary>
public sealed class PooledBufferTests
{
    private const int Block = 1024 * 1024;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1024, 1024)]
    [InlineData(1024, 1025)]
    [InlineData(16, 5000)]
    [InlineData(16, Block - 1)]
    [InlineData(16, Block)]
    [InlineData(16, Block + 1)]
    [InlineData(Block, (3 * Block) + 7)]
    public void It_keeps_every_byte_however_many_come(int capacity, int count)
    {
        using var buffer = new PooledBuffer(capacity);
        var expected = new byte[count];
        for (var at = 0; at < count;)
        {
            var span = buffer.GetSpan();
            var part = Math.Min(span.Length, Math.Min(1 + (at % 70_001), count - at));
            for (var index = 0; index < part; index++)
            {
                span[index] = expected[at + index] = (byte)((at + index) * 31);
            }

            buffer.Advance(part);
            at += part;
            buffer.Length.Should().Be(at);
        }

        buffer.Memory.Span.SequenceEqual(expected).Should().BeTrue();
        buffer.Memory.Span.SequenceEqual(expected).Should().BeTrue("looking does not change it");
        buffer.Length.Should().Be(count);
    }

    [Fact]
    public void More_can_be_written_after_all_was_looked_at()
    {
        using var buffer = new PooledBuffer(16);
        Write(buffer, 2 * Block, 1);
        _ = buffer.Memory;

        Write(buffer, Block, 2);

        buffer.Length.Should().Be(3 * Block);
        buffer.Memory.Span[..(2 * Block)].ContainsAnyExcept((byte)1).Should().BeFalse();
        buffer.Memory.Span[(2 * Block)..].ContainsAnyExcept((byte)2).Should().BeFalse();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    public void There_is_room_for_as_many_as_are_asked_for(int asked)
    {
        using var buffer = new PooledBuffer(16);
        Write(buffer, 16, 7);

        buffer.GetSpan(asked).Length.Should().BeGreaterThanOrEqualTo(Math.Max(asked, 1));
        buffer.GetMemory(asked).Length.Should().BeGreaterThanOrEqualTo(Math.Max(asked, 1));
        Write(buffer, asked, 8);

        buffer.Memory.Span[..16].ContainsAnyExcept((byte)7).Should().BeFalse("what was there stays");
        buffer.Memory.Span[16..].ContainsAnyExcept((byte)8).Should().BeFalse();
    }

    [Fact]
    public void What_still_fits_moves_nothing()
    {
        using var buffer = new PooledBuffer(64);
        var room = buffer.GetMemory().Length;
        var before = ArrayOf(buffer);

        buffer.Advance(room - 8);

        buffer.GetMemory(8).Length.Should().Be(8);
        ArrayOf(buffer).Should().BeSameAs(before);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(Block)]
    public void What_was_rented_is_given_back(int capacity)
    {
        var first = new PooledBuffer(capacity);
        var rented = ArrayOf(first);

        first.Dispose();
        using var second = new PooledBuffer(capacity);

        ArrayOf(second).Should().BeSameAs(rented);
        first.Length.Should().Be(0);
    }

    [Fact]
    public void What_became_too_small_is_given_back_at_once()
    {
        using var first = new PooledBuffer(32);
        var small = ArrayOf(first);

        Write(first, 200, 1);
        using var second = new PooledBuffer(32);

        ArrayOf(second).Should().BeSameAs(small);
    }

    [Fact]
    public void What_is_larger_than_a_block_is_none_of_the_pool_s()
    {
        var first = new PooledBuffer(Block + 1);
        var large = ArrayOf(first);
        large.Length.Should().Be(Block + 1);

        first.Dispose();
        using var second = new PooledBuffer(Block + 1);

        ArrayOf(second).Should().NotBeSameAs(large);
    }

    [Fact]
    public void What_somebody_may_still_write_into_is_not_rented_again()
    {
        var first = new PooledBuffer(128);
        var used = ArrayOf(first);

        first.Abandon();
        using var second = new PooledBuffer(128);

        ArrayOf(second).Should().NotBeSameAs(used);
        first.Length.Should().Be(0);
    }

    private static void Write(PooledBuffer buffer, int count, byte value)
    {
        for (var left = count; left > 0;)
        {
            var part = Math.Min(buffer.GetSpan().Length, left);
            buffer.GetSpan()[..part].Fill(value);
            buffer.Advance(part);
            left -= part;
        }
    }

    private static byte[] ArrayOf(PooledBuffer buffer)
        => MemoryMarshal.TryGetArray<byte>(buffer.GetMemory(), out var segment) ? segment.Array! : [];
}
