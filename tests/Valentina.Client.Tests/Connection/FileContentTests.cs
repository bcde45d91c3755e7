using Valentina.Connection.Requests;

namespace Valentina.Client.Tests.Connection;

/// <summary>The body of an upload by itself: what it writes, and whose fault it is where it cannot.</summary>
public sealed class FileContentTests
{
    private static readonly byte[] Bytes = [1, 2, 3, 4, 5];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_file_stands_between_the_two_ends_of_its_frame(bool sync)
    {
        var told = new List<long>();
        var file = FileUpload.FromSource("a.png", static () => new MemoryStream(Bytes), Bytes.Length, "image/png", new Listener(told.Add));
        var frame = MultipartFrame.Create([new("x\"y\r\nz", "v")], "file", file, "key-1");
        using var content = new MultipartFileContent(frame, file, maySendAgain: true);
        using var written = new MemoryStream();

        await WriteAsync(content, written, sync);
        await WriteAsync(content, Stream.Null, sync);

        written.ToArray().Should().Equal([.. frame.Head.Span, .. Bytes, .. frame.Tail.Span]);
        content.Headers.ContentLength.Should().Be(written.Length);
        System.Text.Encoding.ASCII.GetString(frame.Head.Span).Should().Contain("name=\"x%22y%0D%0Az\"");
        told.Should().Equal(0, 5, 0, 5);
        (content.HasOpenedSource, content.SourceFailure).Should().Be((true, null));
    }

    [Theory]
    [InlineData(false, 4, "the source gave more than the 4 bytes announced")]
    [InlineData(true, 4, "the source gave more than the 4 bytes announced")]
    [InlineData(false, 6, "the source gave 5 of the 6 bytes announced")]
    [InlineData(true, 6, "the source gave 5 of the 6 bytes announced")]
    public async Task A_source_of_another_length_is_the_callers_fault(bool sync, long announced, string error)
    {
        using var content = Content(FileUpload.FromSource("a.png", static () => new MemoryStream(Bytes), announced));
        using var written = new MemoryStream();

        await FluentActions.Awaiting(() => WriteAsync(content, written, sync)).Should().ThrowAsync<InvalidDataException>()
            .WithMessage(error);

        content.SourceFailure.Should().BeOfType<InvalidDataException>().Which.Message.Should().Be(error);
        written.Length.Should().BeLessThanOrEqualTo(Math.Min(announced, Bytes.Length), "nothing beyond the announced is written");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_source_or_the_progress_throws_is_theirs_and_what_the_wire_throws_is_not(bool sync)
    {
        var fault = new NotSupportedException("mine");
        (FileUpload File, Stream Wire, bool IsOfSource)[] cases =
        [
            (FileUpload.FromSource("a.png", () => throw fault), Stream.Null, true),
            (FileUpload.FromSource("a.png", () => new Failing(fault)), Stream.Null, true),
            (FileUpload.FromBytes("a.png", Bytes, null, new Listener(_ => throw fault)), Stream.Null, true),
            (FileUpload.FromBytes("a.png", Bytes), new Failing(fault), false),
        ];
        foreach (var (file, wire, isOfSource) in cases)
        {
            using var content = Content(file);

            (await FluentActions.Awaiting(() => WriteAsync(content, wire, sync)).Should().ThrowAsync<NotSupportedException>())
                .Which.Should().BeSameAs(fault);

            content.SourceFailure.Should().BeSameAs(isOfSource ? fault : null);
        }
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task What_can_be_read_once_or_may_happen_once_is_sent_once(bool sync, bool maySendAgain)
    {
        var once = FileUpload.FromStream("a.png", new Once(Bytes));
        var often = FileUpload.FromBytes("a.png", Bytes);
        using var content = new MultipartFileContent(MultipartFrame.Bare("image/png"), maySendAgain ? once : often, maySendAgain);
        await WriteAsync(content, Stream.Null, sync);

        await FluentActions.Awaiting(() => WriteAsync(content, Stream.Null, sync)).Should().ThrowAsync<RepeatedTransmissionException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_that_can_be_read_once_is_not_touched_before_the_connection_took_something(bool sync)
    {
        using var content = Content(FileUpload.FromStream("a.png", new Once(Bytes)));
        using var stale = new Stale();

        await FluentActions.Awaiting(() => WriteAsync(content, stale, sync)).Should().ThrowAsync<HttpRequestException>();

        content.HasOpenedSource.Should().BeFalse();
    }

    [Fact]
    public void A_cancelled_synchronous_upload_writes_nothing_more()
    {
        using var content = Content(FileUpload.FromBytes("a.png", Bytes));
        using var written = new MemoryStream();

        FluentActions.Invoking(() => content.CopyTo(written, null, new CancellationToken(true))).Should()
            .Throw<OperationCanceledException>();

        written.Length.Should().Be(0);
        content.SourceFailure.Should().BeNull();
    }

    private static MultipartFileContent Content(FileUpload file) => new(MultipartFrame.Bare("image/png"), file, maySendAgain: true);

    private static async Task WriteAsync(HttpContent content, Stream stream, bool sync)
    {
        if (sync)
        {
            content.CopyTo(stream, null, default);
        }
        else
        {
            await content.CopyToAsync(stream);
        }
    }

    private sealed class Failing(Exception fault) : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw fault;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw fault;

        public override void Write(byte[] buffer, int offset, int count) => throw fault;

        public override void Write(ReadOnlySpan<byte> buffer) => throw fault;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw fault;
    }

    private sealed class Once(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    /// <summary>A connection that turns out to be gone when it has to send.</summary>
    private sealed class Stale : MemoryStream
    {
        public override void Flush() => throw new IOException("It is gone.");

        public override Task FlushAsync(CancellationToken cancellationToken) => throw new IOException("It is gone.");
    }
}
