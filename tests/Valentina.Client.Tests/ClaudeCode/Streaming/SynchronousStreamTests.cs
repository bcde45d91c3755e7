using Valentina.ClaudeCode.Streaming;
using Valentina.Connection;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>Work that is called asynchronous and is done before the call returns, so that a WebSocket never leaves its thread.</summary>
public sealed class SynchronousStreamTests
{
    public static TheoryData<Func<Stream, Task>> Calls() => new()
    {
        stream => stream.ReadAsync(new byte[3].AsMemory()).AsTask(),
        stream => stream.WriteAsync(new byte[] { 1, 2 }.AsMemory()).AsTask(),
        stream => stream.FlushAsync(),
    };

    [Fact]
    public async Task Everything_is_done_when_the_call_returns()
    {
        using var inner = new Wire(null);
        using var stream = new SynchronousStream(inner);
        var buffer = new byte[3];

        var read = stream.ReadAsync(buffer.AsMemory());
        var write = stream.WriteAsync(new byte[] { 1, 2 }.AsMemory());
        var flush = stream.FlushAsync();

        (read.IsCompletedSuccessfully, write.IsCompletedSuccessfully, flush.IsCompletedSuccessfully).Should().Be((true, true, true));
        (await read).Should().Be(3);
        inner.Done.Should().Equal("read 3", "write 2", "flush");
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_wait_that_ended_itself_is_a_cancellation_whatever_is_around_it(Func<Stream, Task> call)
    {
        Exception[] ends =
        [
            new OperationCanceledException(),
            new DeadlinePassedException(),
            new IOException("TLS failed.", new DeadlinePassedException()),
            new IOException("TLS failed.", new IOException("Deeper.", new OperationCanceledException())),
        ];
        foreach (var end in ends)
        {
            await using var stream = new SynchronousStream(new Wire(end));
            var task = call(stream);

            task.IsCompleted.Should().BeTrue();
            var cancelled = (await FluentActions.Awaiting(() => task).Should().ThrowAsync<OperationCanceledException>()).Which;
            (cancelled.Message, cancelled.InnerException).Should().Be(("The wait is over.", end));
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Any_other_failure_is_handed_on_as_it_is(Func<Stream, Task> call)
    {
        var failure = new IOException("The connection is lost.");
        await using var stream = new SynchronousStream(new Wire(failure));
        var task = call(stream);

        task.IsFaulted.Should().BeTrue("the caller finds it in the task, not thrown at him");
        (await FluentActions.Awaiting(() => task).Should().ThrowAsync<IOException>()).Which.Should().BeSameAs(failure);
    }

    /// <summary>Notes what is asked of it, or fails.</summary>
    private sealed class Wire(Exception? failure) : MemoryStream
    {
        public List<string> Done { get; } = [];

        public override int Read(Span<byte> buffer) => Note($"read {buffer.Length}", buffer.Length);

        public override void Write(ReadOnlySpan<byte> buffer) => Note($"write {buffer.Length}", 0);

        public override void Flush() => Note("flush", 0);

        private int Note(string what, int result)
        {
            if (failure is not null)
            {
                throw failure;
            }

            Done.Add(what);
            return result;
        }
    }
}
