using System.Net;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection.Responses;

/// <summary>One reader at a time has a download, and nobody after it was let go.</summary>
public sealed class DownloadReaderTests
{
    [Fact]
    public async Task A_second_reader_beside_the_first_is_refused_and_the_first_goes_on()
    {
        var more = new TaskCompletionSource<int>();
        var download = await OverAsync(new ReadStream { OnReadAsync = (_, _) => new ValueTask<int>(more.Task) });
        await using var last = download;
        var first = download.Content.ReadAsync(new byte[8]).AsTask();

        var second = () => download.Content.ReadAsync(new byte[8]).AsTask();

        (await second.Should().ThrowAsync<InvalidOperationException>()).WithMessage("A download is read by one reader at a time.");
        more.SetResult(3);
        (await first).Should().Be(3);
        (await download.Content.ReadAsync(new byte[8])).Should().Be(3, "one after the other may read");
    }

    [Fact]
    public async Task What_lies_beneath_is_let_go_when_the_reader_has_ended()
    {
        var more = new TaskCompletionSource<int>();
        var inner = new ReadStream { OnReadAsync = (_, _) => new ValueTask<int>(more.Task) };
        var download = await OverAsync(inner);
        var reading = download.Content.ReadAsync(new byte[8]).AsTask();

        await download.DisposeAsync();
        inner.IsDisposed.Should().BeFalse("somebody reads from it");
        more.SetException(new IOException("closed"));

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<ObjectDisposedException>();
        inner.IsDisposed.Should().BeTrue();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_read_after_it_was_let_go(bool sync)
    {
        var inner = new ReadStream { OnRead = static _ => 1, OnReadAsync = static (_, _) => ValueTask.FromResult(1) };
        var download = await OverAsync(inner);
        var content = download.Content;
        content.CanRead.Should().BeTrue();

        await download.DisposeAsync();

        inner.IsDisposed.Should().BeTrue();
        content.CanRead.Should().BeFalse();
        var read = async () => sync ? content.Read(new byte[8], 0, 8) : await content.ReadAsync(new byte[8]);
        (await read.Should().ThrowAsync<ObjectDisposedException>()).Which.ObjectName.Should().EndWith("FileDownload");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_read_after_its_client_was_disposed(bool sync)
    {
        var connection = Connection(new ReadStream { OnRead = static _ => 1, OnReadAsync = static (_, _) => ValueTask.FromResult(1) });
        await using var download = await connection.DownloadAsync(Ops.Request(Ops.Get), null, default);

        connection.Dispose();

        var read = async () => sync ? download.Content.Read(new byte[8], 0, 8) : await download.Content.ReadAsync(new byte[8]);
        (await read.Should().ThrowAsync<ObjectDisposedException>()).Which.ObjectName.Should().Be("ValentinaClient");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_a_stream_of_somebody_else_s_throws_is_an_exception_of_the_SDK(bool sync)
    {
        await using var download = await OverAsync(new ReadStream
        {
            OnRead = static _ => throw new NotSupportedException("odd"),
            OnReadAsync = static (_, _) => throw new NotSupportedException("odd"),
        });

        var read = async () => sync ? download.Content.Read(new byte[8], 0, 8) : await download.Content.ReadAsync(new byte[8]);

        (await read.Should().ThrowAsync<ConnectionFailedException>()).WithInnerException<NotSupportedException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_copy_asks_for_much_at_a_time(bool sync)
    {
        var asked = 0;
        await using var download = await OverAsync(new ReadStream
        {
            OnRead = room => (asked = Math.Max(asked, room.Length)) * 0,
            OnReadAsync = (room, _) => ValueTask.FromResult((asked = Math.Max(asked, room.Length)) * 0),
        });

        if (sync)
        {
            download.Content.CopyTo(Stream.Null, 16);
        }
        else
        {
            await download.Content.CopyToAsync(Stream.Null, 16);
        }

        asked.Should().BeGreaterThanOrEqualTo(256 * 1024);
    }

    [Fact]
    public async Task A_reader_that_is_cancelled_is_told_by_whom()
    {
        using var cancelling = new CancellationTokenSource();
        await using var download = await OverAsync(new ReadStream
        {
            OnReadAsync = static async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return 0;
            },
        });
        var reading = download.Content.ReadAsync(new byte[8], cancelling.Token).AsTask();

        await cancelling.CancelAsync();

        var cancelled = (await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>()).Which;
        cancelled.CancellationToken.Should().Be(cancelling.Token);
        cancelled.Message.Should().Be("The download was cancelled.");
    }

    private static Task<FileDownload> OverAsync(Stream inner)
        => Connection(inner).DownloadAsync(Ops.Request(Ops.Get), null, default);

    private static ApiConnection Connection(Stream inner)
        => TestConnection.Over(StubHandler.Always(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(inner) }));
}
