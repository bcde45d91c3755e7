using System.Buffers;
using System.Runtime.InteropServices;
using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>A message is put together of any number of pieces, and none above the limit is held.</summary>
public sealed class ReceiveBufferTests
{
    private const int MiB = 1024 * 1024;

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    [InlineData(10_000, 10_000)]
    [InlineData(100_000, 3_000_000)]
    [InlineData(3_000_000, 3_000_000)]
    public void A_message_comes_out_as_it_came_in(int length, int limit)
    {
        using var buffer = new ReceiveBuffer(limit);
        var message = Message(length);

        Fill(buffer, message);

        buffer.IsOverLimit.Should().BeFalse();
        buffer.Take().Should().Equal(message);
        Fill(buffer, [1, 2, 3]);
        buffer.Take().Should().Equal([1, 2, 3], "the next one begins anew");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4_096)]
    [InlineData(10_000)]
    [InlineData(2 * MiB)]
    public void One_byte_above_the_limit_is_enough_to_know(int limit)
    {
        using var buffer = new ReceiveBuffer(limit);

        Fill(buffer, Message(limit));
        buffer.IsOverLimit.Should().BeFalse();
        buffer.Free().Length.Should().Be(1, "no more is asked for");
        buffer.Advance(1);

        buffer.IsOverLimit.Should().BeTrue();
        buffer.Free().Length.Should().Be(1, "a receive into nothing would never end");
    }

    [Fact]
    public void Room_grows_by_doubling_and_ends_at_the_limit()
    {
        using var buffer = new ReceiveBuffer(3 * MiB);
        var rooms = 0;
        for (var length = 0; length < 3 * MiB; rooms++)
        {
            var free = buffer.Free().Length;
            free.Should().BePositive().And.BeLessThanOrEqualTo((3 * MiB) + 1 - length);
            buffer.Advance(free);
            length += free;
        }

        rooms.Should().BeInRange(8, 12, "a piece at a time would copy the whole each time");
        buffer.IsOverLimit.Should().BeTrue();
    }

    [Fact]
    public void What_was_cleared_counts_no_more()
    {
        using var buffer = new ReceiveBuffer(10);
        Fill(buffer, Message(10));
        buffer.Advance(1);

        buffer.Clear();

        buffer.IsOverLimit.Should().BeFalse();
        buffer.Take().Should().BeEmpty();
    }

    [Fact]
    public void A_large_message_leaves_nothing_behind_and_a_small_one_its_room()
    {
        using var buffer = new ReceiveBuffer(8 * MiB);
        Fill(buffer, Message(100));
        buffer.Take();
        var small = buffer.Free();
        Fill(buffer, Message(4 * MiB));
        buffer.Take();

        small.Length.Should().BeInRange(4_096, 8_192);
        buffer.Free().Length.Should().BeInRange(4_096, 8_192, "the room of four MiB was given back");
    }

    [Fact]
    public void The_room_of_an_ordinary_message_is_kept_for_the_next()
    {
        using var buffer = new ReceiveBuffer(8 * MiB);
        Fill(buffer, Message(40_000));

        buffer.Take();

        buffer.Free().Length.Should().Be(65_536);
    }

    [Theory]
    [InlineData(100, 4_096)]
    [InlineData(600_000, MiB)]
    public void Room_goes_back_to_the_pool_it_came_from(int length, int room)
    {
        var buffer = new ReceiveBuffer(8 * MiB);
        Fill(buffer, Message(length));
        MemoryMarshal.TryGetArray<byte>(buffer.Free(), out var own).Should().BeTrue();
        own.Array.Should().HaveCount(room);

        buffer.Dispose();

        var next = ArrayPool<byte>.Shared.Rent(room);
        next.Should().BeSameAs(own.Array, "the pool gives a thread what it gave back last");
        ArrayPool<byte>.Shared.Return(next);
    }

    [Fact]
    public void Room_that_was_outgrown_goes_back_too()
    {
        using var buffer = new ReceiveBuffer(8 * MiB);
        MemoryMarshal.TryGetArray<byte>(buffer.Free(), out var outgrown).Should().BeTrue();

        Fill(buffer, Message(5_000));

        var next = ArrayPool<byte>.Shared.Rent(4_096);
        next.Should().BeSameAs(outgrown.Array);
        ArrayPool<byte>.Shared.Return(next);
    }

    [Fact]
    public void Room_above_a_mebibyte_is_no_affair_of_the_pool()
    {
        var buffer = new ReceiveBuffer(8 * MiB);
        Fill(buffer, Message(MiB + 1));
        MemoryMarshal.TryGetArray<byte>(buffer.Free(), out var own).Should().BeTrue();

        buffer.Dispose();

        var next = ArrayPool<byte>.Shared.Rent(own.Array!.Length);
        next.Should().NotBeSameAs(own.Array, "the pool would keep it for each thread");
        ArrayPool<byte>.Shared.Return(next);
    }

    private static byte[] Message(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)(index % 251))];

    private static void Fill(ReceiveBuffer buffer, ReadOnlySpan<byte> message)
    {
        while (!message.IsEmpty)
        {
            var free = buffer.Free().Span;
            var count = Math.Min(free.Length, message.Length);
            message[..count].CopyTo(free);
            buffer.Advance(count);
            message = message[count..];
        }
    }
}
