using Valentina.ClaudeCode.Streaming;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>A stream over another passes everything on, by whichever overload it is called.</summary>
public sealed class ForwardingStreamTests
{
    [Fact]
    public async Task Every_way_of_reading_reads_the_inner_stream()
    {
        await using var stream = new Plain(new MemoryStream([1, 2, 3, 4, 5, 6, 7]));
        var buffer = new byte[4];

        stream.Read(buffer, 1, 2).Should().Be(2);
        buffer.Should().Equal(0, 1, 2, 0);
        stream.Read(buffer.AsSpan(0, 1)).Should().Be(1);
        (await stream.ReadAsync(buffer, 2, 2, CancellationToken.None)).Should().Be(2);
        buffer.Should().Equal(3, 1, 4, 5);
        (await stream.ReadAsync(buffer.AsMemory(0, 4))).Should().Be(2);
        buffer.Should().Equal(6, 7, 4, 5);
    }

    [Fact]
    public async Task Every_way_of_writing_writes_the_inner_stream()
    {
        using var inner = new Counting();
        await using var stream = new Plain(inner);

        stream.Write([9, 1, 2, 9], 1, 2);
        stream.Write([3]);
        await stream.WriteAsync(new byte[] { 9, 4, 9 }, 1, 1, CancellationToken.None);
        await stream.WriteAsync(new byte[] { 5 }.AsMemory());
        stream.Flush();
        await stream.FlushAsync();

        inner.ToArray().Should().Equal(1, 2, 3, 4, 5);
        inner.Flushes.Should().Be(2);
    }

    [Fact]
    public void What_can_be_done_is_what_the_inner_stream_can_and_never_seeking()
    {
        using var readOnly = new Plain(new MemoryStream([1], writable: false));
        using var both = new Plain(new MemoryStream());

        (readOnly.CanRead, readOnly.CanWrite, readOnly.CanSeek).Should().Be((true, false, false));
        both.CanWrite.Should().BeTrue();
        Action[] seeking =
        [
            () => _ = both.Length,
            () => _ = both.Position,
            () => both.Position = 0,
            () => both.Seek(0, SeekOrigin.Begin),
            () => both.SetLength(0),
        ];
        seeking.Should().AllSatisfy(seek => seek.Should().Throw<NotSupportedException>());
    }

    [Fact]
    public void The_inner_stream_is_disposed_with_it()
    {
        var inner = new MemoryStream();
        new Plain(inner).Dispose();

        inner.CanRead.Should().BeFalse();
    }

    private sealed class Plain(Stream inner) : ForwardingStream(inner)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => Inner.ReadAsync(buffer, cancellationToken);
    }

    private sealed class Counting : MemoryStream
    {
        public int Flushes { get; private set; }

        public override void Flush() => Flushes++;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            Flushes++;
            return Task.CompletedTask;
        }
    }
}
